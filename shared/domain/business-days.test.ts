import { expect, test } from 'vitest'
import { FEDERAL_HOLIDAYS } from '../rules/federal-holidays.ts'
import { addDays } from '../time.ts'
import { addBusinessDays, isBusinessDay } from './business-days.ts'

/** Worked out by 5 USC 6103 itself, so that a slip in the table is seen. */
function holidaysOf(year: number): readonly string[] {
  const two = (n: number) => String(n).padStart(2, '0')
  const weekdayOf = (day: string) => new Date(`${day}T00:00Z`).getUTCDay()
  const fixed = (month: number, date: number) => {
    const day = `${year}-${two(month)}-${two(date)}`
    const weekday = weekdayOf(day)
    return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, 1) : day
  }
  const nth = (month: number, weekday: number, n: number) => {
    const days = Array.from({ length: 31 }, (_, at) => `${year}-${two(month)}-${two(at + 1)}`)
    const fitting = days.filter((day) => !Number.isNaN(Date.parse(`${day}T00:00Z`)) && weekdayOf(day) === weekday)
    return fitting.at(n > 0 ? n - 1 : n) ?? ''
  }
  return [
    fixed(1, 1),
    nth(1, 1, 3),
    nth(2, 1, 3),
    nth(5, 1, -1),
    fixed(6, 19),
    fixed(7, 4),
    nth(9, 1, 1),
    nth(10, 1, 2),
    fixed(11, 11),
    nth(11, 4, 4),
    fixed(12, 25),
  ]
}

test('the table of holidays is what the law makes of the years 2026 to 2028', () => {
  const worked = [2026, 2027, 2028].flatMap(holidaysOf).toSorted()
  expect([...FEDERAL_HOLIDAYS.days].toSorted()).toEqual(worked)
})

test.each([
  ['2026-11-24', 10, '2026-12-09'], // Over Thanksgiving and two weekends.
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-25', 1, '2026-11-27'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-18', 10, '2027-01-05'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2030-06-18', 1, '2030-06-19'], // Beyond the table: the earlier day.
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
