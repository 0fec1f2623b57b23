import { type Instant, MINUTE_MS } from '../../../shared/time.ts'

/** Watches the pace of a line by true time. */
export interface RateWatch {
  /** False when a request that begins now makes the line go faster than it may. */
  takes(atMs: Instant, segments: number): boolean
}

/** A timer rings up to this much too early or late. */
const GRACE_MS = 2

/**
 * The rule: in any second no more segments begin than the line's limit allows for a second; where that is less than
 * one, each message keeps its distance to the one before it.
 */
export function watchRate(ratePerMin: number): RateWatch {
  const window: { readonly atMs: Instant; readonly segments: number }[] = []
  const widthMs = Math.max(1_000, MINUTE_MS / ratePerMin) - GRACE_MS
  const most = Math.max(1, ratePerMin / 60)
  return {
    takes: (atMs, segments) => {
      while (window[0] !== undefined && window[0].atMs <= atMs - widthMs) window.shift()
      window.push({ atMs, segments })
      const sum = window.reduce((total, one) => total + one.segments, 0)
      return window.length === 1 || sum <= most
    },
  }
}
