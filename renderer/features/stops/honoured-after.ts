import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts'

/** How long after it was said a stop began to hold, in the unit that a person would use. */
export interface HonouredAfter {
  readonly unit: 'at_once' | 'minutes' | 'hours' | 'days'
  readonly count: number
}

/** Says how long it took. A stop is suppressed the moment it is known, so that this is the time until it was known. */
export function honouredAfter(stop: { readonly atMs: number; readonly recordedAtMs: number }): HonouredAfter {
  const tookMs = stop.recordedAtMs - stop.atMs
  if (tookMs < MINUTE_MS) return { unit: 'at_once', count: 0 }
  if (tookMs < HOUR_MS) return { unit: 'minutes', count: Math.floor(tookMs / MINUTE_MS) }
  if (tookMs < DAY_MS) return { unit: 'hours', count: Math.floor(tookMs / HOUR_MS) }
  return { unit: 'days', count: Math.floor(tookMs / DAY_MS) }
}
