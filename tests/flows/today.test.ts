import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SAMPLE_DIR, withCore } from '../support/core.ts'
import { importSheet, sheetOf } from '../support/day-sheets.ts'

const TODAY = '2026-11-24'

test('an empty desk asks for a day sheet and for nothing else', () =>
  withCore(async ({ ask }) => {
    const today = await ask('today.get', {})
    expect(today).toMatchObject({ isoDay: TODAY, line: [], sentToday: 0, deliveredToday: 0 })
    expect(today.needs).toEqual([{ kind: 'no_day_sheet', count: 1, target: null, names: [] }])
    expect(today.counts).toEqual({ today: 1, forms: 0, messages: 0 })
  }))

test('what needs a person comes most urgent first, each with where it leads', () =>
  withCore(async (core) => {
    await importSheet(core, sheetOf([{ name: 'Delgado, Rosa', phone: '(206) 555-0111', time: '2:00 PM' }], TODAY))
    const bytes = await readFile(join(SAMPLE_DIR, 'okafor-flatbed.jpg'))
    await core.ask('forms.add', { files: [{ name: 'form.jpg', bytes }] })
    await core.ask('carrier.reply', { e164: '+12065550110', body: 'Thank you!' })
    await core.ask('carrier.reply', { e164: '+12065550111', body: 'please dont text me so much ok? stop maybe' })
    const { needs, counts, line } = await core.until('today.get', {}, (today) => today.needs.length === 3)
    expect(needs).toMatchObject([
      { kind: 'maybe_stop', count: 1, target: '+12065550111', names: ['Rosa Delgado'] },
      { kind: 'replies', count: 1, target: '+12065550110', names: ['Otto Lindgren'] },
      { kind: 'forms', count: 1, target: expect.any(String), names: ['form.jpg'] },
    ])
    expect(counts).toEqual({ today: 3, forms: 1, messages: 2 })
    expect(line).toMatchObject([
      { kind: 'appointment', title: 'Rosa Delgado', detail: 'Dr. Osei', count: 1, atMs: Date.UTC(2026, 10, 24, 22) },
    ])
  }))

test('the line of the day shows what goes out when, and the counts what went', () =>
  withCore(async (core) => {
    const { people } = await core.ask('people.byPhone', { phone: '(206) 555-0111' })
    const personIds = people.map(({ id }) => id)
    const draft = {
      audience: { kind: 'people' as const, personIds },
      purpose: 'care' as const,
      emergencyReason: null,
      body: 'Closed',
      title: 'We are closed',
      whenMs: Date.UTC(2026, 10, 24, 20),
    }
    await core.ask('broadcasts.schedule', { ...draft, onceKey: 'a press of a button' })
    const who = { e164: '+12065550110', personId: null, purpose: 'care' as const, emergencyReason: null }
    const letter = { ...who, overCapReason: 'He asked for it' }
    const later = { ...letter, body: 'Later', whenMs: Date.UTC(2026, 10, 24, 21), onceKey: 'a second press of it' }
    await core.ask('messages.send', later)
    await core.ask('messages.send', { ...letter, body: 'Now', whenMs: null, onceKey: 'a third press of a button' })
    const today = await core.until('today.get', {}, ({ deliveredToday }) => deliveredToday === 1)
    expect(today.sentToday).toBe(1)
    expect(today.line).toMatchObject([
      { kind: 'broadcast', title: 'We are closed', count: 1, atMs: Date.UTC(2026, 10, 24, 20) },
      { kind: 'waiting', title: 'Otto Lindgren', count: 1, atMs: Date.UTC(2026, 10, 24, 21) },
    ])
  }))
