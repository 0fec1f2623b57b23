import { expect, test } from 'vitest'
import { createDrip } from './drip.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const zone = 'America/Los_Angeles'

test('a day takes so many, and then sends on to the first moment of the next', () => {
  const drip = createDrip({ perDay: 2, zone, taken: [] })
  const at = utc('2026-11-24T17:00')
  drip.take(at)
  expect(drip.fullUntil(at)).toBeNull()
  drip.take(utc('2026-11-25T07:59'))
  expect(drip.fullUntil(at)).toBe(utc('2026-11-25T08:00'))
  expect(drip.fullUntil(utc('2026-11-25T08:00'))).toBeNull()
  expect(drip.days()).toEqual([['2026-11-24', 2]])
})

test('what had its place before a crash counts', () => {
  const at = utc('2026-11-24T17:00')
  expect(createDrip({ perDay: 500, zone, taken: [['2026-11-24', 500]] }).fullUntil(at)).toBe(utc('2026-11-25T08:00'))
})

test('the day on which the clock is turned has an end too', () => {
  const drip = createDrip({ perDay: 1, zone, taken: [['2026-11-01', 1]] })
  expect(drip.fullUntil(utc('2026-11-01T17:00'))).toBe(utc('2026-11-02T08:00'))
})
