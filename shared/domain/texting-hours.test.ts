import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZONES_OF_THE_STATES } from '../rules/area-code-zones.ts'
import { FEDERAL_HOLIDAYS } from '../rules/federal-holidays.ts'
import { TEXTING_HOURS } from '../rules/texting-hours.ts'
import type { DaySpan, WeekHours } from '../rules/texting-hours.ts'
import { atZoned, HOUR_MS, isoDay, isZone, MINUTE_MS, zonedParts } from '../time.ts'
import { rulesOn } from './sending-rules.ts'
import { nextLawfulInstant } from './texting-hours.ts'
import type { HoursQuestion } from './texting-hours.ts'

const spanOn = ({ weekdays, saturday, sunday }: WeekHours, weekday: number): DaySpan | null =>
  weekday <= 5 ? weekdays : weekday === 6 ? saturday : sunday

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

  /** The first lawful minute of each day of a week without holidays, and the first that is not any more. */
  test.each<[state: string, zone: string, weekdays: string, saturday: string, sunday: string]>([
    ['FL', 'America/New_York', '8-20', '8-20', '8-20'],
    ['OK', 'America/Chicago', '8-20', '8-20', '8-20'],
    ['WA', 'America/Los_Angeles', '8-20', '8-20', '8-20'],
    ['TX', 'America/Chicago', '9-20', '9-20', '12-20'],
    ['TX', 'America/Denver', '9-20', '9-20', '12-20'],
    ['MD', 'America/New_York', '8-20', '8-20', '8-20'],
    ['CT', 'America/New_York', '9-20', '9-20', '9-20'],
    ['NJ', 'America/New_York', '8-20', '8-20', '8-20'],
    ['RI', 'America/New_York', '9-18', '10-17', 'closed'],
    ['AL', 'America/Chicago', '8-20', '8-20', 'closed'],
    ['LA', 'America/Chicago', '8-20', '8-20', 'closed'],
    ['MS', 'America/Chicago', '8-20', '8-20', 'closed'],
    ['MS', 'America/New_York', '9-20', '9-20', 'closed'],
    ['MA', 'America/New_York', '8-20', '8-20', '8-20'],
    ['KY', 'America/New_York', '10-20', '10-20', '10-20'],
    ['MI', 'America/Detroit', '9-20', '9-20', '9-20'],
    ['MN', 'America/Chicago', '9-20', '9-20', '9-20'],
    ['NM', 'America/Denver', '9-20', '9-20', '9-20'],
    ['NV', 'America/Los_Angeles', '9-20', '9-20', '9-20'],
    ['OR', 'America/Los_Angeles', '8-20', '8-20', '8-20'],
  ])('offers in %s on a clock of %s: %s, %s, %s', (state, zone, ...spans) => {
    const open = (day: number): string => {
      const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
        const at = atZoned({ year: 2026, month: 10, day, hour, minute: 0 }, zone)
        return nextLawfulInstant({ at, zones: [zone], state, purpose: 'marketing' })?.at === at
      })
      return hours.length === 0 ? 'closed' : `${hours[0]}-${(hours.at(-1) ?? 0) + 1}`
    }
    expect([open(7), open(10), open(11)]).toEqual(spans)
  })

  test('the offers of Alabama rest on holidays, and those for nobody knows where', () => {
    const noon = { purpose: 'marketing' } as const
    expect(ask('2026-11-26T18:00', ['America/Chicago'], { ...noon, state: 'AL' })?.at).toBe('2026-11-27T14:00')
    expect(ask('2026-11-26T18:00', ['America/Chicago'], { ...noon, state: 'OR' })?.at).toBe('2026-11-26T18:00')
    expect(ask('2026-11-26T18:00', ['America/Chicago'], noon)?.at).toBe('2026-11-27T16:00')
    expect(ask('2026-11-26T18:00', ['America/Chicago'])?.at).toBe('2026-11-26T18:00')
  })

  test('an office may keep all its offers in the national window, rest on its closures, and write other hours', () => {
    const inFlorida = { purpose: 'marketing', state: 'FL', officeZone: 'America/New_York' } as const
    const at = '2026-11-24T13:30'
    const under = (changes: Parameters<typeof rulesOn>[1][number]['changes']) =>
      ask(at, ['America/New_York'], { ...inFlorida, rules: rulesOn('2026-11-24', [{ from: '2026-11-24', changes }]) })
    expect(under({})?.at).toBe(at)
    expect(under({ offers: 'national' })).toMatchObject({ at: '2026-11-24T15:00', rule: 'hours.marketing' })
    expect(under({ closures: ['2026-11-24'] })?.at).toBe('2026-11-25T13:00')
    const span = { fromMinute: 9 * 60, toMinute: 12 * 60 }
    const states = { FL: { weekdays: span, saturday: null, sunday: null, isClosedOnHolidays: false } }
    expect(under({ states })).toMatchObject({ at: '2026-11-24T14:00', rule: 'hours.state' })
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
        const isLawful = (moment: number) =>
          clocks.every((zone) => {
            const { weekday, hour, minute } = zonedParts(moment, zone)
            const span = spanOn(TEXTING_HOURS[purpose === 'care' ? 'care' : 'national'], weekday)
            const now = hour * 60 + minute
            const isHoliday = purpose === 'marketing' && FEDERAL_HOLIDAYS.days.includes(isoDay(moment, zone))
            return span !== null && !isHoliday && now >= span.fromMinute && now < span.toMinute
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

  test('the national window lies inside the hours of every state', () => {
    const { weekdays, ...weekend } = TEXTING_HOURS.national
    expect(weekend).toEqual({ saturday: null, sunday: null })
    for (const { weekdays: ofState, alsoZone } of Object.values(TEXTING_HOURS.states)) {
      expect(ofState?.fromMinute).toBeLessThanOrEqual(weekdays?.fromMinute ?? 0)
      expect(ofState?.toMinute).toBeGreaterThanOrEqual(weekdays?.toMinute ?? Infinity)
      if (alsoZone !== undefined) expect(isZone(alsoZone)).toBe(true)
    }
  })
})
