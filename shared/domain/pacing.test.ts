import { expect, test } from 'vitest'
import { PRICES } from '../rules/prices.ts'
import { costOf, estimateEnd, tokensPer } from './pacing.ts'

test('a minute gives back the rate, and a burst is the most there is', () => {
  expect(tokensPer({ elapsedMs: 60_000, ratePerMin: 60, burst: 100 })).toBe(60)
  expect(tokensPer({ elapsedMs: 500, ratePerMin: 60, burst: 100 })).toBe(0.5)
  expect(tokensPer({ elapsedMs: 3_600_000, ratePerMin: 60, burst: 5 })).toBe(5)
  expect(tokensPer({ elapsedMs: -1000, ratePerMin: 60, burst: 5 })).toBe(0)
})

test('the last one leaves one step before the whole time is over', () => {
  expect(estimateEnd({ count: 61, ratePerMin: 60, startAt: 1000 })).toBe(61_000)
  expect(estimateEnd({ count: 500, ratePerMin: 75, startAt: 0 })).toBe(399_200)
  expect(estimateEnd({ count: 1, ratePerMin: 60, startAt: 1000 })).toBe(1000)
  expect(estimateEnd({ count: 0, ratePerMin: 0, startAt: 1000 })).toBe(1000)
  expect(estimateEnd({ count: 2, ratePerMin: 0, startAt: 1000 })).toBe(Infinity)
})

test('a text costs by its segments, a picture message as one', () => {
  expect(costOf({ segments: 3 })).toBe(3 * PRICES.smsSegmentMicros)
  expect(costOf({ segments: 2, mms: 2 }, { ...PRICES, smsSegmentMicros: 10, mmsMicros: 100 })).toBe(220)
})
