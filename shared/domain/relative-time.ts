import { addDays, atZoned, isoDay } from '../time.ts'
import type { Instant } from '../time.ts'

/** So many days before an appointment, at a time on the practice's clock. */
export interface BeforeAppointment {
  readonly daysBefore: number
  /** Minutes after midnight. */
  readonly atMinute: number
}

/**
 * When a text about an appointment is to go out. A time that the clock jumps over becomes the first minute after the jump,
 * one that it shows twice the first of the two.
 */
export function beforeAppointment(
  startsAtMs: Instant,
  { daysBefore, atMinute }: BeforeAppointment,
  zone: string,
): Instant {
  const [year = 0, month = 0, day = 0] = addDays(isoDay(startsAtMs, zone), -daysBefore).split('-').map(Number)
  return atZoned({ year, month, day, hour: Math.floor(atMinute / 60), minute: atMinute % 60 }, zone)
}
