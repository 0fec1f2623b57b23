import type { Instant } from '../../shared/time.ts'
import { watchedBroadcasts } from '../db/repos/broadcast-turns.ts'
import type { Line } from '../db/repos/lines.ts'
import { nextExpiryAt } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import { roomAt } from './budget.ts'
import { budgetOf, type DeskParts, turnTermsOf } from './memory.ts'
import type { DeskView, LineView } from './step.ts'
import { lineDueAt } from './turn-order.ts'

/** Nobody reads faster, and to count a long queue for every message would cost more than to send it. */
const TELL_EVERY_MS = 500

/** Gathers all that the next step is decided by: a few looks into indexes, however much waits. */
export async function lookAtDesk(parts: DeskParts, lines: readonly Line[]): Promise<DeskView> {
  const { store, clock, inbound, steadyMs, mostInFlight, memory } = parts
  const nowMs = clock.now()
  const { lineServed } = memory
  const inTurn = lines.toSorted((one, other) => (lineServed.get(one.id) ?? -1) - (lineServed.get(other.id) ?? -1))
  const views: LineView[] = []
  for (const line of inTurn) views.push(await lookAtLine(parts, line))
  return {
    nowMs,
    steadyMs: steadyMs(),
    isClockInQuestion: memory.clock.question(nowMs) !== null,
    isPausedByPerson: memory.isPausedByPerson,
    inbound,
    connection: memory.connection,
    inFlight: memory.inFlight.count + memory.inFlight.endings.length,
    answered: memory.inFlight.endings.length,
    mostInFlight,
    nextExpiryAtMs: await nextExpiryAt(store.db),
    judgeAtMs: await judgeAt(store.db, memory.hasNewsOfFirstFew, nowMs),
    tellAtSteadyMs: memory.untold.size === 0 ? null : memory.toldAtSteadyMs + TELL_EVERY_MS,
    lines: views,
  }
}

async function lookAtLine(parts: DeskParts, line: Line): Promise<LineView> {
  const { db } = parts.store
  const { restUntil } = parts.memory
  const isPaused = line.pause !== null
  return {
    id: line.id,
    isPaused,
    dueAtMs: isPaused ? null : await lineDueAt(db, turnTermsOf(parts, line.id)),
    mayStartAtSteadyMs: Math.max(roomAt(await budgetOf(parts, db, line)), restUntil.get(line.id) ?? 0),
  }
}

/** At once when there is news of the first few of any broadcast, else when the watch over one ends. */
async function judgeAt(reader: Reader, hasNews: boolean, nowMs: Instant): Promise<Instant | null> {
  const [first] = await watchedBroadcasts(reader)
  if (!first) return null
  return hasNews ? nowMs : (first.untilMs ?? nowMs)
}
