import type { Clock, Instant } from '../../shared/time.ts'

/**
 * One moment on both clocks: the one on the wall, which people and networks set, and the one that only goes forward, which
 * on some systems stands still while the computer sleeps. Neither alone tells how long something was ago.
 */
export interface Moment {
  readonly wallMs: Instant
  readonly steadyMs: number
}

/** What both clocks show now. */
export function momentNow({ clock, steadyMs }: { readonly clock: Clock; readonly steadyMs: () => number }): Moment {
  return { wallMs: clock.now(), steadyMs: steadyMs() }
}

/** Tells whether less than `withinMs` went by since `then`: the clock that says more is believed. */
export function isYoungerThan(withinMs: number, then: Moment, now: Moment): boolean {
  const agesMs = [now.wallMs - then.wallMs, now.steadyMs - then.steadyMs]
  return agesMs.every((ageMs) => ageMs >= 0 && ageMs < withinMs)
}
