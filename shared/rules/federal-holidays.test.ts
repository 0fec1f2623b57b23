import { expect, test } from 'vitest'
import { addDays, formatIsoDay } from '../time.ts'
import type { IsoDay } from '../time.ts'
import { FEDERAL_HOLIDAYS } from './federal-holidays.ts'

/** 0 is Sunday. */
const weekdayOf = (day: IsoDay): number => new Date(`${day}T00:00Z`).getUTCDay()

/** The `nth` such weekday of a month, or for -1 the last one. */
function nth(year: number, month: number, weekday: number, which: number): IsoDay {
  const days = Array.from({ length: 31 }, (_, place) => formatIsoDay(year, month, place + 1)).filter(
    (day) => new Date(`${day}T00:00Z`).getUTCMonth() + 1 === month && weekdayOf(day) === weekday,
  )
  return days.at(which === -1 ? -1 : which - 1) ?? ''
}

/** A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. Source: 5 USC 6103(b), EO 11582. */
function withKeptDay(day: IsoDay): readonly IsoDay[] {
  const weekday = weekdayOf(day)
  return weekday === 6 ? [addDays(day, -1), day] : weekday === 0 ? [day, addDays(day, 1)] : [day]
}

test('the table is what the statute says, for every year in it', () => {
  const years = [...new Set(FEDERAL_HOLIDAYS.days.map((day) => Number(day.slice(0, 4))))]
  const byStatute = [...years, (years.at(-1) ?? 0) + 1].flatMap((year) =>
    [
      ...['01-01', '06-19', '07-04', '11-11', '12-25'].flatMap((day) => withKeptDay(`${year}-${day}`)),
      nth(year, 1, 1, 3),
      nth(year, 2, 1, 3),
      nth(year, 5, 1, -1),
      nth(year, 9, 1, 1),
      nth(year, 10, 1, 2),
      nth(year, 11, 4, 4),
    ].filter((day) => years.includes(Number(day.slice(0, 4)))),
  )
  expect(FEDERAL_HOLIDAYS.days).toEqual(byStatute.toSorted())
})
