import { MINUTE_MS } from '../time.ts'
import type { Instant } from '../time.ts'

const FIRST_DELAY_MS = 2000
const LONGEST_DELAY_MS = 5 * MINUTE_MS
const SHORTEST_ADVICE_MS = 1000
const LONGEST_ADVICE_MS = 15 * MINUTE_MS

/**
 * How long to wait before the next try, in ms: anything from nothing to 2 s doubled with each attempt, at most 5 minutes.
 * Spread over the whole range, so that messages held up together do not come back together. `attempt` counts from 0.
 */
export function retryDelayMs(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt))
}

/**
 * Reads a Retry-After header: seconds, or a date where `nowMs` is given. The answer lies between 1 s and 15 minutes,
 * whatever the header asks for; null when there is none or it cannot be read. Source: RFC 9110, 10.2.3.
 */
export function clampRetryAfterMs(header: string | null | undefined, nowMs?: Instant): number | null {
  const text = header?.trim() ?? ''
  if (/^-?\d+(\.\d+)?$/.test(text)) return clamp(Number(text) * 1000)
  const looksLikeDate = /^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
  const dateMs = looksLikeDate ? Date.parse(text) : Number.NaN
  return nowMs === undefined || Number.isNaN(dateMs) ? null : clamp(dateMs - nowMs)
}

function clamp(delayMs: number): number {
  return Math.min(LONGEST_ADVICE_MS, Math.max(SHORTEST_ADVICE_MS, delayMs))
}
