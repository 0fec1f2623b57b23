import { describe, expect, test } from 'vitest'
import type { ConsentEventId, E164 } from '../ids.ts'
import { type ConsentEvent, type ConsentSource, foldConsent } from './consent.ts'
import { isTakenBack } from './start-word.ts'
import type { StandingStop } from './suppression.ts'

const stop = (source: StandingStop['source'], scope: StandingStop['scope'] = 'everything') => ({
  source,
  scope,
  atMs: 5,
})

function agreed(source: ConsentSource, purpose: ConsentEvent['purpose'] = 'care') {
  const event = { id: 'E' as ConsentEventId, e164: '+12065550142' as E164, purpose, kind: 'granted' as const }
  return foldConsent([{ ...event, source, atMs: 9, recordedAtMs: 9 }])
}

const NOTHING = { word: 'start', isTollFree: false, consent: foldConsent([]) }

test('a stop by text ends with START from the same phone', () => {
  expect(isTakenBack(stop('inbound_text'), NOTHING)).toBe(true)
  expect(isTakenBack(stop('inbound_text', 'marketing'), NOTHING)).toBe(true)
  expect(isTakenBack(stop('maybe_stop'), NOTHING)).toBe(true)
})

describe.each(['by_phone', 'in_person', 'by_letter', 'by_email', 'by_note', 'import'] as const)(
  'a stop %s',
  (source) => {
    test('stays after START alone, and after a word that nobody signed', () => {
      expect(isTakenBack(stop(source), NOTHING)).toBe(false)
      expect(isTakenBack(stop(source), { ...NOTHING, consent: agreed('spoken') })).toBe(false)
    })

    test('ends with START after a newer signed form for what it ended', () => {
      expect(isTakenBack(stop(source), { ...NOTHING, consent: agreed('paper') })).toBe(true)
      expect(isTakenBack(stop(source, 'marketing'), { ...NOTHING, consent: agreed('paper') })).toBe(false)
      expect(isTakenBack(stop(source, 'marketing'), { ...NOTHING, consent: agreed('paper', 'marketing') })).toBe(true)
    })
  },
)

test('what the provider keeps ends with any word, on a toll-free number with UNSTOP alone', () => {
  expect(isTakenBack(stop('provider'), NOTHING)).toBe(true)
  expect(isTakenBack(stop('provider'), { ...NOTHING, isTollFree: true })).toBe(false)
  expect(isTakenBack(stop('provider'), { ...NOTHING, isTollFree: true, word: 'unstop' })).toBe(true)
})
