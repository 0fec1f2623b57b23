import { expect, test } from 'vitest'
import { addBusinessDays, isBusinessDay } from './business-days.ts'

test.each([
  ['2026-11-24', 10, '2026-12-09'], // Over Thanksgiving and two weekends.
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-25', 1, '2026-11-27'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-18', 10, '2027-01-05'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2031-06-18', 1, '2031-06-19'], // Beyond the table: the earlier day.
])('%s and %i business days are %s', (day, count, reached) => {
  expect(addBusinessDays(day, count)).toBe(reached)
})

test('a weekend and a holiday are no business days', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-26', '2026-11-27'].map(isBusinessDay)).toEqual([
    false,
    false,
    false,
    true,
  ])
})
