import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZONES_OF_THE_STATES } from '../rules/area-code-zones.ts'
import { SAFE_HOURS, STATE_HOURS } from '../rules/texting-hours.ts'
import { HOUR_MS, isZone, MINUTE_MS, zonedParts } from '../time.ts'
import { nextLawfulInstant } from './texting-hours.ts'
import type { HoursQuestion } from './texting-hours.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const ask = (at: string, zones: readonly string[], rest: Partial<HoursQuestion> = {}) => {
  const answer = nextLawfulInstant({ at: utc(at), zones, purpose: 'care', ...rest })
  return answer && { ...answer, at: new Date(answer.at).toISOString().slice(0, 16) }
}

describe('nextLawfulInstant', () => {
  test.each([
    ['a care text at noon goes at once', '2026-11-24T20:00', '2026-11-24T20:00'],
    ['one at night waits for eight', '2026-11-24T05:00', '2026-11-24T16:00'],
    ['one in the last minute still goes', '2026-11-25T03:59', '2026-11-25T03:59'],
    ['one at eight in the evening waits for the morning', '2026-11-25T04:00', '2026-11-25T16:00'],
    ['one on a Sunday goes', '2026-11-22T18:00', '2026-11-22T18:00'],
  ])('%s', (_, at, lawful) => {
    expect(ask(at, ['America/Los_Angeles'])).toEqual({ at: lawful, rule: 'hours.care', zone: 'America/Los_Angeles' })
  })

  test.each([
    ['an offer on Friday evening waits for Monday', '2026-11-21T02:30', '2026-11-23T18:00'],
    ['an offer on Sunday waits for Monday', '2026-11-22T20:00', '2026-11-23T18:00'],
    ['an offer before ten waits for ten', '2026-11-24T17:59', '2026-11-24T18:00'],
  ])('%s', (_, at, lawful) => {
    expect(ask(at, ['America/Los_Angeles'], { purpose: 'marketing' })?.at).toBe(lawful)
  })

  test('both clocks must be open, and the one that opened last is named', () => {
    expect(ask('2026-11-24T14:00', ['America/New_York', 'America/Los_Angeles'])).toEqual({
      at: '2026-11-24T16:00',
      rule: 'hours.care',
      zone: 'America/Los_Angeles',
    })
  })

  test('Arizona does not turn its clock', () => {
    expect(ask('2026-07-01T14:00', ['America/Phoenix'])?.at).toBe('2026-07-01T15:00')
    expect(ask('2026-07-01T13:00', ['America/Denver'])?.at).toBe('2026-07-01T14:00')
  })

  test('an unknown place counts as all fifty states', () => {
    expect(ask('2026-11-24T15:00', [])).toMatchObject({ at: '2026-11-24T18:00' })
    expect(ask('2026-11-24T15:00', [], { purpose: 'marketing' })?.at).toBe('2026-11-24T20:00')
  })

  test('an emergency waits for nobody, unless it sells something', () => {
    expect(ask('2026-11-24T10:00', ['America/Denver'], { emergency: true })).toEqual({
      at: '2026-11-24T10:00',
      rule: 'emergency.exempt',
      zone: 'America/Denver',
    })
    const offer = ask('2026-11-24T10:00', ['America/Denver'], { emergency: true, purpose: 'marketing' })
    expect(offer?.at).toBe('2026-11-24T17:00')
  })

  test('a state with its own clock narrows the window', () => {
    const inMississippi = { purpose: 'marketing', state: 'MS' } as const
    expect(ask('2026-11-24T13:00', ['Asia/Tokyo'], { purpose: 'marketing' })?.at).toBe('2026-11-25T01:00')
    expect(ask('2026-11-24T13:00', ['Asia/Tokyo'], inMississippi)).toMatchObject({
      at: '2026-11-25T01:00',
      zone: 'Asia/Tokyo',
    })
    expect(ask('2026-11-24T13:00', ['Asia/Kolkata'], inMississippi)?.at).toBeUndefined()
  })

  test('clocks that never open together have no answer', () => {
    expect(ask('2026-11-24T13:00', ['America/New_York', 'Pacific/Guam'], { purpose: 'marketing' })).toBeNull()
  })

  test('the answer is not before the question, lawful on every clock, and minimal to the minute', () => {
    const zones = fc.uniqueArray(fc.constantFrom(...ZONES_OF_THE_STATES, 'Australia/Lord_Howe', 'Africa/Casablanca'), {
      minLength: 1,
      maxLength: 2,
    })
    const at = fc.integer({ min: utc('2026-01-01T00:00'), max: utc('2028-01-01T00:00') })
    fc.assert(
      fc.property(at, zones, fc.constantFrom('care' as const, 'marketing' as const), (asked, clocks, purpose) => {
        const { days, fromMinute, toMinute } = SAFE_HOURS[purpose]
        const isLawful = (moment: number) =>
          clocks.every((zone) => {
            const { weekday, hour, minute } = zonedParts(moment, zone)
            const now = hour * 60 + minute
            return days.includes(weekday) && now >= fromMinute && now < toMinute
          })
        const answer = nextLawfulInstant({ at: asked, zones: clocks, purpose })
        if (!answer) return
        expect(answer.at).toBeGreaterThanOrEqual(asked)
        expect(isLawful(answer.at)).toBe(true)
        if (answer.at === asked) return
        expect(answer.at % MINUTE_MS).toBe(0)
        expect(isLawful(answer.at - MINUTE_MS)).toBe(false)
        for (let before = asked; before < answer.at; before += HOUR_MS / 4) expect(isLawful(before)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('the window for offers lies inside the hours of every state', () => {
    const { days, fromMinute, toMinute } = SAFE_HOURS.marketing
    for (const { windows, zone } of Object.values(STATE_HOURS.states)) {
      for (const day of days) {
        const ofDay = windows.filter((window) => window.days.includes(day))
        expect(ofDay.some((window) => window.fromMinute <= fromMinute && window.toMinute >= toMinute)).toBe(true)
      }
      if (zone !== undefined) expect(isZone(zone)).toBe(true)
    }
  })
})
