import { PRICES } from '../rules/prices.ts'
import type { PriceTable } from '../rules/prices.ts'
import { MINUTE_MS } from '../time.ts'
import type { Instant } from '../time.ts'

/** A share of a day: how much of today's is left, how much each day has, and when the next begins. */
export interface DayShare {
  readonly left: number
  readonly perDay: number
  readonly nextDayAt: (at: Instant) => Instant
}

/** What an estimate of the end takes into account. */
export interface Outlook {
  /** Segments, those ahead in the queue included: carriers count segments, not messages. */
  readonly count: number
  readonly ratePerMin: number
  /** When the first may leave. */
  readonly startAt: Instant
  /** What bounds a day: the line's cap, the broadcast's drip. */
  readonly days?: readonly DayShare[]
  /** The next moment from this one on at which people may be texted; null for never. Any time when left out. */
  readonly opensAt?: (at: Instant) => Instant | null
}

/** Hours are looked at again so often: texting hours begin and end on the quarter. */
const LOOK_EVERY_MIN = 15
/** Past this an estimate says nothing: more than a year of such looks. */
const MOST_LOOKS = 40_000

/**
 * When the last of `count` segments leaves, if the first leaves at `startAt` and nothing comes in between. It keeps to the
 * pace, to what a day may take and to the hours. What can never end is Infinity.
 */
export function estimateEnd({ count, ratePerMin, startAt, days = [], opensAt = (at) => at }: Outlook): Instant {
  const timeFor = (segments: number): number => Math.ceil((segments * MINUTE_MS) / ratePerMin)
  let left = Math.max(1, count)
  let lefts = days.map((day) => day.left)
  let at = startAt
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const openAt = opensAt(at)
    if (openAt === null) return Infinity
    lefts = renewed(days, lefts, at, openAt)
    at = openAt
    const room = Math.min(...lefts)
    const leaving = Math.min(left, Math.max(0, room), Math.max(1, Math.floor(LOOK_EVERY_MIN * ratePerMin)))
    if (leaving === left) return left === 1 ? at : ratePerMin > 0 ? at + timeFor(left - 1) : Infinity
    if (ratePerMin <= 0) return Infinity
    left -= leaving
    lefts = lefts.map((some) => some - leaving)
    const isDayOver = leaving >= room
    const nextAt = isDayOver ? nextDayOf(days, lefts, at) : at + timeFor(leaving)
    lefts = renewed(days, lefts, at, nextAt)
    at = nextAt
  }
  return Infinity
}

/** When the last of the shares that are used up is whole again. */
function nextDayOf(days: readonly DayShare[], lefts: readonly number[], at: Instant): Instant {
  return Math.max(...days.flatMap((day, place) => ((lefts[place] ?? 0) <= 0 ? [day.nextDayAt(at)] : [])))
}

/** With each day that begins, its share is whole again. */
function renewed(days: readonly DayShare[], lefts: readonly number[], from: Instant, to: Instant): number[] {
  return days.map((day, place) => (day.nextDayAt(from) <= to ? day.perDay : (lefts[place] ?? 0)))
}

/** What messages cost by a price table, in millionths of a US dollar. */
export function costOf(
  { segments, mms = 0 }: { readonly segments: number; readonly mms?: number },
  prices: PriceTable = PRICES,
): number {
  return segments * prices.smsSegmentMicros + mms * prices.mmsMicros
}
