import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, atZoned, DAY_MS, isIsoDay, isoDay, isZone, MINUTE_MS, startOfDay, zonedParts } from './time.ts'
import type { WallTime } from './time.ts'

const ZONES = [
  'UTC',
  'America/New_York',
  'America/Phoenix',
  'America/Anchorage',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc
  .integer({ min: Date.UTC(1975, 0, 1) / MINUTE_MS, max: Date.UTC(2037, 0, 1) / MINUTE_MS })
  .map((minutes) => minutes * MINUTE_MS)

const utc = (text: string) => Date.parse(text)
const wall = (text: string): WallTime => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D+/).map(Number)
  return { year, month, day, hour, minute }
}
const sortable = (parts: WallTime) => Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute)

describe('zonedParts', () => {
  test('shows the wall of each zone', () => {
    const at = utc('2026-11-24T01:30:00Z')
    expect(zonedParts(at, 'America/New_York')).toEqual({
      year: 2026,
      month: 11,
      day: 23,
      hour: 20,
      minute: 30,
      weekday: 1,
    })
    expect(zonedParts(at, 'Asia/Kathmandu')).toMatchObject({ day: 24, hour: 7, minute: 15, weekday: 2 })
  })

  test('calls Sunday the seventh day and midnight hour 0', () => {
    expect(zonedParts(utc('2026-11-22T00:00:00Z'), 'UTC')).toMatchObject({ weekday: 7, hour: 0 })
  })

  test('survives the ends of the clock', () => {
    expect(zonedParts(0, 'UTC').year).toBe(1970)
    expect(zonedParts(utc('2038-01-19T03:14:08Z'), 'UTC').year).toBe(2038)
    expect(zonedParts(utc('2100-02-28T23:59:00Z'), 'UTC')).toMatchObject({ year: 2100, day: 28 })
  })
})

describe('atZoned', () => {
  test('finds a moment again from what the wall showed, or the earlier one that showed the same', () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const found = atZoned(zonedParts(at, name), name)
        expect(zonedParts(found, name)).toEqual(zonedParts(at, name))
        expect(found).toBeLessThanOrEqual(at)
      }),
      { numRuns: 500 },
    )
  })

  test('never answers with a minute whose wall shows less than what was asked', () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const asked = zonedParts(at, 'UTC')
        expect(sortable(zonedParts(atZoned(asked, name), name))).toBeGreaterThanOrEqual(sortable(asked))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04 02:10', '2026-10-03T15:30:00Z'],
    ['Pacific/Apia', '2011-12-30 10:00', '2011-12-30T10:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04 00:00', '2018-11-04T03:00:00Z'],
  ])('in %s the skipped %s becomes the first minute after the gap', (name, asked, answer) => {
    expect(new Date(atZoned(wall(asked), name)).toISOString()).toBe(new Date(answer).toISOString())
  })

  test.each([
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00Z'],
    ['Africa/Casablanca', '2026-02-15 02:30', '2026-02-15T01:30:00Z'],
  ])('in %s the doubled %s is the first of the two', (name, asked, answer) => {
    expect(new Date(atZoned(wall(asked), name)).toISOString()).toBe(new Date(answer).toISOString())
  })
})

describe('days', () => {
  test('a day starts at its first moment and ends where the next one starts', () => {
    fc.assert(
      fc.property(instant, zone, (at, name) => {
        const day = isoDay(at, name)
        const start = startOfDay(day, name)
        expect(start).toBeLessThanOrEqual(at)
        expect(isoDay(start, name)).toBe(day)
        expect(isoDay(start - MINUTE_MS, name) < day).toBe(true)
        expect(startOfDay(addDays(day, 1), name)).toBeGreaterThan(at)
      }),
      { numRuns: 300 },
    )
  })

  test('a day without midnight starts at one', () => {
    expect(zonedParts(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo').hour).toBe(1)
  })

  test('days are counted in the calendar, not in hours', () => {
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(startOfDay('2026-03-09', 'America/New_York') - startOfDay('2026-03-08', 'America/New_York')).toBe(
      DAY_MS - 60 * MINUTE_MS,
    )
  })

  test('only days of the calendar are days', () => {
    expect(['2026-11-23', '2028-02-29'].every(isIsoDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-23T00:00'].some(isIsoDay)).toBe(false)
    expect(() => startOfDay('2026-02-30', 'UTC')).toThrow(RangeError)
  })
})

test('a zone is known by its name', () => {
  expect(isZone('America/Phoenix')).toBe(true)
  expect(isZone('America/Atlantis')).toBe(false)
})
