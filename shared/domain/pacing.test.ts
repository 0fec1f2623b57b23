import { describe, expect, test } from 'vitest'
import { PRICES } from '../rules/prices.ts'
import { DAY_MS, HOUR_MS, type Instant } from '../time.ts'
import { costOf, estimateEnd } from './pacing.ts'

test('the last one leaves one step before the whole time is over', () => {
  expect(estimateEnd({ count: 61, ratePerMin: 60, startAt: 1000 })).toBe(61_000)
  expect(estimateEnd({ count: 500, ratePerMin: 75, startAt: 0 })).toBe(399_200)
  expect(estimateEnd({ count: 1, ratePerMin: 60, startAt: 1000 })).toBe(1000)
  expect(estimateEnd({ count: 0, ratePerMin: 0, startAt: 1000 })).toBe(1000)
  expect(estimateEnd({ count: 2, ratePerMin: 0, startAt: 1000 })).toBe(Infinity)
})

describe('the estimated end', () => {
  const nextDayAt = (at: Instant) => (Math.floor(at / DAY_MS) + 1) * DAY_MS

  test('goes on the next day where the line or the broadcast has used up its share', () => {
    const days = [{ left: 100, perDay: 2_000, nextDayAt }]
    expect(estimateEnd({ count: 100, ratePerMin: 60, startAt: 0, days })).toBe(99_000)
    expect(estimateEnd({ count: 101, ratePerMin: 60, startAt: 0, days })).toBe(DAY_MS)
    expect(estimateEnd({ count: 2_101, ratePerMin: 60, startAt: 0, days })).toBe(2 * DAY_MS)
    const dripping = [...days, { left: 50, perDay: 50, nextDayAt }]
    expect(estimateEnd({ count: 151, ratePerMin: 60, startAt: 0, days: dripping })).toBe(3 * DAY_MS)
  })

  test('keeps to the hours', () => {
    // From 8 to 20 o'clock of each day.
    const opensAt = (at: Instant) => {
      const hour = (at % DAY_MS) / HOUR_MS
      if (hour >= 8 && hour < 20) return at
      return (hour < 8 ? Math.floor(at / DAY_MS) : Math.floor(at / DAY_MS) + 1) * DAY_MS + 8 * HOUR_MS
    }
    expect(estimateEnd({ count: 1, ratePerMin: 1, startAt: 0, opensAt })).toBe(8 * HOUR_MS)
    expect(estimateEnd({ count: 12 * 60, ratePerMin: 1, startAt: 0, opensAt })).toBe(20 * HOUR_MS - 60_000)
    expect(estimateEnd({ count: 12 * 60 + 1, ratePerMin: 1, startAt: 0, opensAt })).toBe(DAY_MS + 8 * HOUR_MS)
    expect(estimateEnd({ count: 2, ratePerMin: 1, startAt: 0, opensAt: () => null })).toBe(Infinity)
  })
})

test('a text costs by its segments, a picture message as one', () => {
  expect(costOf({ segments: 3 })).toBe(3 * PRICES.smsSegmentMicros)
  expect(costOf({ segments: 2, mms: 2 }, { ...PRICES, smsSegmentMicros: 10, mmsMicros: 100 })).toBe(220)
})
