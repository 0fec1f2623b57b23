import { afterStart, mayStartAt, type Pace } from '../../shared/domain/pace.ts'
import type { Lane } from '../../shared/domain/lane.ts'
import { SHARE_KEPT_FOR_PEOPLE } from '../../shared/rules/line-classes.ts'
import { type Channel, CHANNELS } from '../db/repos/waiting-deliveries.ts'

/** What a line may begin now. Times are of the clock that only goes forward. */
export interface Budget {
  readonly nowMs: number
  readonly sms: Rated
  readonly mms: Rated
  /** Counts requests over all lines. */
  readonly account: Rated
  readonly day: DayBudget | null
}

/** A pace and the rate it is held against. */
export interface Rated {
  readonly pace: Pace
  readonly ratePerMin: number
}

/** The line's day: how much of it is used. */
export interface DayBudget {
  readonly cap: number
  readonly used: number
}

/** What a message takes of a budget. */
export interface Cost {
  readonly channel: Channel
  readonly lane: Lane
  /** Segments of an SMS; an MMS is one, however long. */
  readonly units: number
}

/** Why a message does not leave yet: the pace of its channel until an instant, or the day is used up. */
export type Shortage =
  | { readonly short: 'pace'; readonly untilMs: number }
  | { readonly short: 'day'; readonly lane: Lane }

/** Takes what one message needs; the budget that is left, or what it is short of. */
export function spend(budget: Budget, cost: Cost): Budget | Shortage {
  if (budget.day !== null && budget.day.used + cost.units > capOf(budget.day, cost.lane)) {
    return { short: 'day', lane: cost.lane }
  }
  const { nowMs, account } = budget
  const way = budget[cost.channel]
  const atMs = Math.max(
    mayStartAt(way.pace, way.ratePerMin, cost.units, nowMs),
    mayStartAt(account.pace, account.ratePerMin, 1, nowMs),
  )
  if (atMs > nowMs) return { short: 'pace', untilMs: atMs }
  return {
    ...budget,
    [cost.channel]: begun(way, cost.units, nowMs),
    account: begun(account, 1, nowMs),
    day: budget.day && { ...budget.day, used: budget.day.used + cost.units },
  }
}

/** In which channels at least the shortest message may begin now, and until when the others are short of it. */
export function openChannels(budget: Budget): {
  readonly channels: readonly Channel[]
  readonly shortages: readonly Shortage[]
} {
  const { nowMs } = budget
  const starts = CHANNELS.map((channel) => {
    const { pace, ratePerMin } = budget[channel]
    return { channel, untilMs: mayStartAt(pace, ratePerMin, 1, nowMs) }
  })
  const open = starts.filter(({ untilMs }) => untilMs <= nowMs)
  const closed = starts.filter(({ untilMs }) => untilMs > nowMs)
  return {
    channels: open.map(({ channel }) => channel),
    shortages: closed.map(({ untilMs }) => ({ short: 'pace', untilMs })),
  }
}

/** When the shortest message may begin: one unit, by whichever channel is free first. */
export function roomAt({ nowMs, sms, mms, account }: Budget): number {
  const wayAtMs = Math.min(...[sms, mms].map(({ pace, ratePerMin }) => mayStartAt(pace, ratePerMin, 1, nowMs)))
  return Math.max(wayAtMs, mayStartAt(account.pace, account.ratePerMin, 1, nowMs))
}

/** How much of the day a lane may use: broadcasts leave some of it to single people. */
export function capOf({ cap }: Pick<DayBudget, 'cap'>, lane: Lane): number {
  return lane === 2 ? Math.floor(cap * (1 - SHARE_KEPT_FOR_PEOPLE)) : cap
}

function begun({ pace, ratePerMin }: Rated, units: number, nowMs: number): Rated {
  return { ratePerMin, pace: afterStart(pace, ratePerMin, units, nowMs) }
}
