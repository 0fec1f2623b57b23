import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clampRetryAfterMs, retryDelayMs } from './retry.ts'

test('the longest wait doubles from 2 s to 5 minutes', () => {
  const almostOne = () => 1 - Number.EPSILON
  const longest = [0, 1, 2, 7, 8, 2000].map((attempt) => retryDelayMs(attempt, almostOne))
  expect(longest).toEqual([1999, 3999, 7999, 255_999, 299_999, 299_999])
})

test('the wait is spread over its whole range', () => {
  expect(retryDelayMs(3, () => 0)).toBe(0)
  expect(retryDelayMs(3, () => 0.5)).toBe(8000)
})

test.each([
  ['7', 7000],
  [' 90 ', 90_000],
  ['0', 1000],
  ['-1', 1000],
  ['1000000000', 900_000],
  ['9'.repeat(400), 900_000],
  ['1.5', 1500],
  ['soon', null],
  ['', null],
  [null, null],
  [undefined, null],
  ['0x10', null],
  ['Mon, 23 Nov 2026 10:01:00 GMT', 60_000],
  ['Mon, 23 Nov 2026 09:00:00 GMT', 1000],
  ['Wed, 23 Nov 2095 09:00:00 GMT', 900_000],
  ['Mon, 99 Nov 2026 10:01:00 GMT', null],
])('Retry-After %j is %j ms', (header, ms) => {
  expect(clampRetryAfterMs(header, Date.UTC(2026, 10, 23, 10))).toBe(ms)
})

test('a date cannot be read without knowing the time', () => {
  expect(clampRetryAfterMs('Mon, 23 Nov 2026 10:01:00 GMT')).toBeNull()
})

test('no header brings the wait out of its bounds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.float().map(String)), (header) => {
      const ms = clampRetryAfterMs(header, 0)
      if (ms !== null) expect(ms >= 1000 && ms <= 900_000).toBe(true)
    }),
  )
})
