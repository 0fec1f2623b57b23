import { atZoned, DAY_MS, isoDay, zonedParts } from '../../shared/time.ts'
import type { Instant, IsoDay } from '../../shared/time.ts'

const PRACTICE_ZONE = 'America/Los_Angeles'
const TUESDAY = 2
/** The last of the sample forms is signed on 20 November 2026, and nobody signs in the future. */
const ALL_SIGNED_MS = Date.UTC(2026, 10, 21)

/** A coming Tuesday at 10:15 in the sample practice's zone: open for care and for offers on every clock of its people. */
export function officeHour(nowMs: Instant = Date.now()): Instant {
  const fromMs = Math.max(nowMs, ALL_SIGNED_MS)
  for (let days = 1; ; days += 1) {
    const { year, month, day, weekday } = zonedParts(fromMs + days * DAY_MS, PRACTICE_ZONE)
    if (weekday === TUESDAY) return atZoned({ year, month, day, hour: 10, minute: 15 }, PRACTICE_ZONE)
  }
}

/** The day of that hour at the sample practice. */
export function officeDay(nowMs: Instant = Date.now()): IsoDay {
  return isoDay(officeHour(nowMs), PRACTICE_ZONE)
}

/** One shift for all starts of a run: a program that is started again finds a later time, never an earlier one. */
const SHIFT_MS = officeHour() - Date.now()

/** The switch that starts Optdesk at that hour, so that no test depends on the hour at which it runs. */
export function officeHourSwitch(): string {
  return `--clock-shift-ms=${SHIFT_MS}`
}
