import { PRICES } from '../rules/prices.ts'
import type { PriceTable } from '../rules/prices.ts'
import { MINUTE_MS } from '../time.ts'
import type { Instant } from '../time.ts'

/** How much of a line's budget has come back after a while: tokens, as a fraction, never more than `burst`. */
export function tokensPer({
  elapsedMs,
  ratePerMin,
  burst,
}: {
  readonly elapsedMs: number
  readonly ratePerMin: number
  readonly burst: number
}): number {
  return Math.min(burst, (Math.max(0, elapsedMs) * ratePerMin) / MINUTE_MS)
}

/**
 * When the last of `count` segments leaves, if the first leaves at `startAt`. Carriers count segments, not messages.
 * A rate of nothing never ends: Infinity.
 */
export function estimateEnd({
  count,
  ratePerMin,
  startAt,
}: {
  readonly count: number
  readonly ratePerMin: number
  readonly startAt: Instant
}): Instant {
  if (count <= 1) return startAt
  return ratePerMin > 0 ? startAt + Math.ceil(((count - 1) * MINUTE_MS) / ratePerMin) : Infinity
}

/** What messages cost by a price table, in millionths of a US dollar. */
export function costOf(
  { segments, mms = 0 }: { readonly segments: number; readonly mms?: number },
  prices: PriceTable = PRICES,
): number {
  return segments * prices.smsSegmentMicros + mms * prices.mmsMicros
}
