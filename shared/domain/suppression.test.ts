import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldConsent, mayText, PURPOSES } from './consent.ts'
import { foldStops, isEnded, isEverythingEnded, STOP_SOURCES } from './suppression.ts'
import type { StandingStop } from './suppression.ts'

const stop = (
  scope: StandingStop['scope'],
  source: StandingStop['source'] = 'inbound_text',
  atMs = 1,
): StandingStop => {
  return { scope, source, atMs }
}

const anyStop = fc.record({
  scope: fc.constantFrom('everything' as const, ...PURPOSES),
  source: fc.constantFrom(...STOP_SOURCES),
  atMs: fc.nat(9),
})

test('nothing standing ends nothing', () => {
  expect(foldStops([])).toBeNull()
  expect(PURPOSES.filter((purpose) => isEnded(null, purpose))).toEqual([])
})

test('the widest stop wins, in any order', () => {
  const offers = stop('marketing')
  const doubt = stop('everything', 'maybe_stop')
  const all = stop('everything', 'by_letter', 5)
  expect(foldStops([offers])).toEqual({ atMs: 1, ends: ['marketing'] })
  expect(foldStops([offers, doubt])).toEqual({ atMs: 1, isUndecided: true })
  expect(foldStops([doubt, all, offers])).toEqual({ atMs: 5 })
  expect(foldStops([stop('care', 'by_phone', 7), offers])?.ends).toEqual(['marketing', 'care'])
})

test('one more stop never lets more through, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyStop, { maxLength: 6 }), anyStop, (stops, one) => {
      const before = foldStops(stops)
      const after = foldStops([...stops, one])
      for (const purpose of PURPOSES) if (isEnded(before, purpose)) expect(isEnded(after, purpose)).toBe(true)
      if (isEverythingEnded(before)) expect(isEverythingEnded(after)).toBe(true)
      const turned = foldStops(stops.toReversed())
      expect(PURPOSES.map((purpose) => isEnded(turned, purpose))).toEqual(
        PURPOSES.map((purpose) => isEnded(before, purpose)),
      )
    }),
  )
})

describe('a stop of one kind', () => {
  const ask = (purpose: (typeof PURPOSES)[number], emergency = false) =>
    mayText({ consent: foldConsent([]), suppression: { atMs: 1, ends: ['marketing'] }, purpose, emergency })

  test('ends that kind and leaves the others to what was agreed', () => {
    expect(ask('marketing')).toMatchObject({ may: false, reason: 'stopped_this_kind' })
    expect(ask('care')).toMatchObject({ may: false, reason: 'never_agreed' })
    expect(ask('care', true)).toMatchObject({ may: true, because: 'emergency' })
  })

  test('of care ends it in groups too, of groups only there', () => {
    const of = (ends: 'care' | 'group', purpose: 'care' | 'group') =>
      mayText({ consent: foldConsent([]), suppression: { atMs: 1, ends: [ends] }, purpose })
    expect(of('care', 'group')).toMatchObject({ may: false, reason: 'stopped_this_kind' })
    expect(of('group', 'group')).toMatchObject({ may: false, reason: 'stopped_this_kind' })
    expect(of('group', 'care')).toMatchObject({ may: false, reason: 'never_agreed' })
  })

  test('of care holds an emergency back too', () => {
    const suppression = { atMs: 1, ends: ['care'] as const }
    expect(mayText({ consent: foldConsent([]), suppression, purpose: 'care', emergency: true })).toMatchObject({
      may: false,
      reason: 'stopped_this_kind',
    })
  })
})
