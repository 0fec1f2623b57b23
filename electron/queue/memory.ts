import type { LineId, MessageId } from '../../shared/ids.ts'
import type { Area } from '../../shared/ipc/contract.ts'
import { ACCOUNT_REQUESTS_PER_MIN, DAY_CAP_ZONE, MOST_IN_FLIGHT } from '../../shared/rules/line-classes.ts'
import { lastBegunSegments } from '../db/repos/attempts.ts'
import type { Line } from '../db/repos/lines.ts'
import type { Reader } from '../db/schema.ts'
import { randomShare } from '../random-share.ts'
import type { Budget } from './budget.ts'
import { ClockGuard } from './clock-guard.ts'
import { type Connection, startingConnection } from './connection.ts'
import { DayBook } from './day-book.ts'
import type { InboundSource, SendingDeskOptions } from './desk-options.ts'
import { InFlight } from './in-flight.ts'
import { Paces } from './paces.ts'
import { type Timing, timingOf } from './timing.ts'
import type { TurnTerms } from './turn-order.ts'

/**
 * What the sender knows besides the store. All of it may be lost at any moment: what must not be is in the store, and what
 * is not known after a start is taken to be at its worst.
 */
export interface Memory {
  connection: Connection
  isPausedByPerson: boolean
  /** Something went wrong in the middle of a step: a delivery may be `sending` that nobody knows of. */
  mayHaveOrphans: boolean
  /** Answers or receipts came since the first few of the broadcasts were judged. */
  hasNewsOfFirstFew: boolean
  /** What the window was not told yet, and when it was told last, on the clock that only goes forward. */
  readonly untold: Set<Area>
  toldAtSteadyMs: number
  readonly clock: ClockGuard
  readonly days: DayBook
  readonly paces: Paces
  readonly inFlight: InFlight
  /** When each broadcast and each line had its last turn, counted in turns. */
  readonly served: Map<MessageId, number>
  readonly lineServed: Map<LineId, number>
  turns: number
  /** A line whose next message does not fit yet is left alone until then, on the clock that only goes forward. */
  readonly restUntil: Map<LineId, number>
}

/** What every step of the sender works with. */
export interface DeskParts extends SendingDeskOptions {
  readonly inbound: InboundSource
  readonly timing: Timing
  readonly steadyMs: () => number
  readonly mostInFlight: number
  /** Draws numbers from 0 inclusive to 1 exclusive. */
  readonly share: () => number
  readonly memory: Memory
}

/** Fills in what was left out of the options, and begins to remember. `onAnswer` is told when a request has ended. */
export async function openDeskParts(options: SendingDeskOptions, onAnswer: () => void): Promise<DeskParts> {
  const { store, clock, inbound = 'reports', mostInFlight = MOST_IN_FLIGHT } = options
  const { requestsPerMin = ACCOUNT_REQUESTS_PER_MIN, practiceZone = () => DAY_CAP_ZONE } = options
  const steadyMs = options.steadyMs ?? forwardOnly(() => clock.now())
  const memory: Memory = {
    connection: startingConnection(clock.now()),
    isPausedByPerson: false,
    mayHaveOrphans: true,
    hasNewsOfFirstFew: true,
    untold: new Set(),
    toldAtSteadyMs: -Infinity,
    clock: new ClockGuard(),
    days: new DayBook(practiceZone),
    paces: new Paces(await lastBegunSegments(store.db), requestsPerMin, steadyMs),
    inFlight: new InFlight(onAnswer, options.onTrouble),
    served: new Map(),
    lineServed: new Map(),
    turns: 0,
    restUntil: new Map(),
  }
  const share = randomShare(options.random)
  return { ...options, inbound, mostInFlight, steadyMs, share, timing: timingOf(options), memory }
}

/** What the order of a line's messages depends on now. */
export function turnTermsOf({ clock, memory }: DeskParts, lineId: LineId): TurnTerms {
  const busy = memory.inFlight.claimed().map(({ candidate }) => candidate.delivery.e164)
  return { lineId, nowMs: clock.now(), days: memory.days, served: memory.served, busy }
}

/** What a line may begin now. */
export async function budgetOf({ clock, memory }: DeskParts, reader: Reader, line: Line): Promise<Budget> {
  const { used } = await memory.days.ofLine(reader, line.id, clock.now())
  return memory.paces.budgetOf(line, line.dailyCap === null ? null : { cap: line.dailyCap, used })
}

/** The best that can be had without a clock of the kind: one that stands still while the other is set back. */
function forwardOnly(now: () => number): () => number {
  let latestMs = now()
  return () => {
    latestMs = Math.max(latestMs, now())
    return latestMs
  }
}
