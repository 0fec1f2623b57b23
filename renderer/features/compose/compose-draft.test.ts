import { describe, expect, it } from 'vitest'
import {
  asOneToOne,
  EMPTY_COMPOSE,
  insertPiece,
  missingPart,
  onlyPerson,
  previewInput,
  sendInput,
  momentMs,
} from './compose-draft.ts'
import type { ComposeDraft, Preview } from './compose-draft.ts'

const ZONE = 'America/Los_Angeles'
const toDay: ComposeDraft = {
  ...EMPTY_COMPOSE,
  audience: { kind: 'appointments', isoDay: '2026-11-24', appointmentIds: null },
  body: 'We are running late.',
}
const preview: Preview = {
  recipientCount: 1,
  recipients: [
    {
      personId: 'p1',
      displayName: 'Rosa Delgado',
      e164: '+12065550111',
      segments: 1,
      encoding: 'GSM-7',
      body: 'We are running late. Reply STOP to end.',
      notBeforeMs: 0,
    },
  ],
  leftOut: [],
  leftOutCount: 0,
  leftOutGroups: [],
  emptyFields: [],
  segmentsTotal: 1,
  segmentsMax: 1,
  encoding: 'GSM-7',
  outsiders: [],
  costMicros: 8000,
  costAsOf: '2026-11-23',
  firstAtMs: 0,
  lastAtMs: 0,
  movedBy: null,
  moves: [],
  dayCount: 0,
  canarySize: 0,
  overCapCount: 0,
  problems: [],
  advice: [{ code: 'opt_out_line_added', found: 'Reply STOP to end.' }],
}

describe('what is asked of the core', () => {
  it('is nothing while nobody is chosen', () => {
    expect(previewInput(EMPTY_COMPOSE, ZONE)).toBeUndefined()
  })

  it('shows an incomplete time as now, and never sends it', () => {
    const incomplete: ComposeDraft = { ...toDay, when: { kind: 'at', isoDay: '2026-11-24', time: null } }
    expect(previewInput(incomplete, ZONE)?.whenMs).toBeNull()
    expect(sendInput(incomplete, ZONE)).toBeUndefined()
  })

  it('reads the time on the clock of the practice', () => {
    const at = momentMs({ isoDay: '2026-11-26', time: '09:00' }, ZONE)
    expect(new Date(at ?? 0).toISOString()).toBe('2026-11-26T17:00:00.000Z')
  })

  it('carries the reason of an emergency and of nothing else', () => {
    const reason = { emergencyReason: 'water main' }
    expect(previewInput({ ...toDay, ...reason }, ZONE)?.emergencyReason).toBeNull()
    expect(previewInput({ ...toDay, ...reason, purpose: 'emergency' }, ZONE)?.emergencyReason).toBe('water main')
  })
})

describe('what is missing before sending', () => {
  it('is named in the order of the page', () => {
    expect(missingPart(EMPTY_COMPOSE, undefined)).toBe('who')
    expect(missingPart({ ...toDay, body: ' ' }, preview)).toBe('words')
    expect(missingPart({ ...toDay, purpose: 'emergency' }, preview)).toBe('reason')
    expect(missingPart({ ...toDay, when: { kind: 'at', isoDay: null, time: '09:00' } }, preview)).toBe('time')
    expect(missingPart(toDay, { ...preview, recipientCount: 0 })).toBe('nobody')
    expect(missingPart(toDay, { ...preview, problems: [{ code: 'body_too_long' }] })).toBe('problem')
    expect(missingPart(toDay, preview)).toBeUndefined()
  })
})

describe('a message to one person', () => {
  it('is one of a conversation, and carries no line on how to stop', () => {
    expect(onlyPerson({ kind: 'people', people: [{ id: 'p1', name: 'Rosa' }] })?.id).toBe('p1')
    expect(onlyPerson(toDay.audience)).toBeUndefined()
    const shown = asOneToOne(preview)
    expect(shown.recipients[0]?.body).toBe('We are running late.')
    expect(shown.advice).toEqual([])
  })
})

describe('a field put into the words', () => {
  it('stands where the caret was, with a space before it', () => {
    expect(insertPiece('Hello', 5, 5, '{first_name}')).toEqual({ body: 'Hello {first_name}', caret: 18 })
    expect(insertPiece('Hello NAME!', 6, 10, '{first_name}')).toEqual({ body: 'Hello {first_name}!', caret: 18 })
    expect(insertPiece('', 0, 0, '{first_name}')).toEqual({ body: '{first_name}', caret: 12 })
  })
})
