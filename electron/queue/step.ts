import type { LineId } from '../../shared/ids.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import type { Connection } from './connection.ts'
import type { InboundSource } from './desk-options.ts'
import { isYoungerThan, type Moment } from './moment.ts'

/** What is known at one moment of the whole desk. All that decides about the next step is in here. */
export interface DeskView {
  readonly nowMs: Instant
  /** The same moment on the clock that only goes forward; the paces are by it. */
  readonly steadyMs: number
  /** The date on the wall cannot be right, and a person has not said that it is. */
  readonly isClockInQuestion: boolean
  readonly isPausedByPerson: boolean
  readonly inbound: InboundSource
  readonly connection: Connection
  /** Requests on their way, and answers that are not written down yet. */
  readonly inFlight: number
  readonly answered: number
  readonly mostInFlight: number
  /** The earliest instant at which something waiting is too late. */
  readonly nextExpiryAtMs: Instant | null
  /** When the first few of a broadcast are to be judged. */
  readonly judgeAtMs: Instant | null
  /** When the window is to be told what happened, on the clock that only goes forward; null where nothing did. */
  readonly tellAtSteadyMs: number | null
  /** Every line, the one that was served longest ago first. */
  readonly lines: readonly LineView[]
}

/** What is known of one line. */
export interface LineView {
  readonly id: LineId
  /** The provider refuses the account; a person mends it. */
  readonly isPaused: boolean
  /** The earliest instant, past or future, at which something may leave; null when nothing waits that may. */
  readonly dueAtMs: Instant | null
  /** When the line's pace and the account's allow the next message, on the clock that only goes forward. */
  readonly mayStartAtSteadyMs: number
}

/**
 * What to do next. `settle` writes down the answers that came; `read` reads the provider's book: inbound first, then what
 * became of the messages that left; `judge` looks at the first few of a broadcast; `tell` tells the window.
 */
export type Step =
  | { readonly do: 'settle' | 'tell' | 'read' | 'expire' | 'judge' }
  | { readonly do: 'claim'; readonly lineId: LineId; readonly most: number }
  | { readonly do: 'wait'; readonly untilMs: Instant }

/** Nothing leaves unless inbound was read within this time: a STOP may be waiting. */
export const FRESH_FOR_MS = 5 * MINUTE_MS
/** However quiet it is, look again. */
const LONGEST_WAIT_MS = HOUR_MS

/**
 * Decides the next step of the desk. What is known is written down first; reading comes before sending; and what is too
 * late goes before anything leaves. While the date is in question only answers are taken.
 */
export function nextStep(view: DeskView): Step {
  const { nowMs, nextExpiryAtMs, judgeAtMs } = view
  if (view.answered > 0) return { do: 'settle' }
  const tellAtMs = view.tellAtSteadyMs === null ? null : wallTime(view, view.tellAtSteadyMs)
  if (tellAtMs !== null && tellAtMs <= nowMs) return { do: 'tell' }
  if (view.isClockInQuestion) return { do: 'wait', untilMs: Math.min(nowMs + MINUTE_MS, tellAtMs ?? Infinity) }
  const readAtMs = readDueAt(view)
  if (readAtMs !== null && readAtMs <= nowMs) return { do: 'read' }
  if (nextExpiryAtMs !== null && nextExpiryAtMs <= nowMs) return { do: 'expire' }
  if (judgeAtMs !== null && judgeAtMs <= nowMs) return { do: 'judge' }
  const turns = turnsOf(view)
  const ready = turns.find(({ atMs }) => atMs <= nowMs)
  if (ready) return { do: 'claim', lineId: ready.lineId, most: roomInFlight(view) }
  const moments = [
    tellAtMs,
    readAtMs,
    nextExpiryAtMs,
    judgeAtMs,
    nowMs + LONGEST_WAIT_MS,
    ...turns.map(({ atMs }) => atMs),
  ]
  return { do: 'wait', untilMs: Math.min(...moments.filter((atMs) => atMs !== null)) }
}

/**
 * Tells whether inbound is known well enough to send. It has to be so by both clocks: one that was set back makes it look
 * younger than it is, and one that stood still in a sleep too. Set back to before the reading, it is unknown at once.
 */
export function isInboundFresh(freshAt: Moment | null, now: Moment): boolean {
  return freshAt !== null && isYoungerThan(FRESH_FOR_MS, freshAt, now)
}

/** Tells whether a STOP that was sent by now would be known. Without a way in there is nothing to wait for. */
export function mayTrustInbound(inbound: InboundSource, freshAt: Moment | null, now: Moment): boolean {
  return inbound === 'none' || isInboundFresh(freshAt, now)
}

/** When the book is to be read; never where there is none. After a clock set back it is at once. */
function readDueAt({ inbound, connection, nowMs }: DeskView): Instant | null {
  if (inbound !== 'reports') return null
  const { lastReadAtMs, readEveryMs } = connection
  return lastReadAtMs === null || lastReadAtMs > nowMs ? nowMs : lastReadAtMs + readEveryMs
}

/** How many more requests may be on their way: one alone until the provider has shown that it takes them. */
function roomInFlight({ connection, mostInFlight, inFlight }: DeskView): number {
  return (connection.isProven ? mostInFlight : 1) - inFlight
}

/** When each line may send; no line at all while something stands against every message. */
function turnsOf(view: DeskView): readonly { readonly lineId: LineId; readonly atMs: Instant }[] {
  const { connection, inbound, nowMs, steadyMs } = view
  const now = { wallMs: nowMs, steadyMs }
  const isThere = connection.state === 'online' || inbound !== 'reports'
  const mayAny = isThere && !view.isPausedByPerson && mayTrustInbound(inbound, connection.inboundFreshAt, now)
  if (!mayAny || roomInFlight(view) <= 0) return []
  return view.lines.flatMap(({ id, isPaused, dueAtMs, mayStartAtSteadyMs }) => {
    if (isPaused || dueAtMs === null) return []
    const paceAtMs = wallTime(view, mayStartAtSteadyMs)
    return [{ lineId: id, atMs: Math.max(dueAtMs, paceAtMs, probeAt(connection, nowMs)) }]
  })
}

/** What the clock on the wall will show at a moment of the clock that only goes forward; now, if that is past. */
function wallTime({ nowMs, steadyMs }: DeskView, atSteadyMs: number): Instant {
  return nowMs + Math.max(0, atSteadyMs - steadyMs)
}

/** A clock that was set back must not make the probe wait for the old time. */
function probeAt({ probeAtMs, readEveryMs }: Connection, nowMs: Instant): Instant {
  return probeAtMs > nowMs + readEveryMs ? nowMs : probeAtMs
}
