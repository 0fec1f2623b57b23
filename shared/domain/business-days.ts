import { FEDERAL_HOLIDAYS } from '../rules/federal-holidays.ts'
import { addDays, type IsoDay } from '../time.ts'

/** Tells whether offices work on a day: no Saturday, no Sunday, no federal holiday. */
export function isBusinessDay(day: IsoDay): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !FEDERAL_HOLIDAYS.days.includes(day)
}

/** The day that is `count` business days after a day; the day itself does not count. */
export function addBusinessDays(day: IsoDay, count: number): IsoDay {
  let reached = day
  for (let left = count; left > 0; left -= isBusinessDay(reached) ? 1 : 0) reached = addDays(reached, 1)
  return reached
}
