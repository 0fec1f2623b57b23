import { estimateEnd } from '../../shared/domain/pacing.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/time.ts'
import type { Line } from '../db/repos/lines.ts'
import { countByState, countWaiting, nextDueAt } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import type { InboundSource } from './desk-options.ts'
import type { LineState } from './line-state.ts'

/** What a status is told of. */
export interface StatusFacts {
  readonly carrier: 'practice' | 'vonage'
  readonly inboundSource: InboundSource
  readonly line: Line
  readonly state: LineState
  readonly isPausedByPerson: boolean
  readonly nowMs: Instant
}

/** The truth about a line, as the foot bar tells it. */
export async function tellQueueStatus(reader: Reader, facts: StatusFacts): Promise<OutputOf<'queue.status'>> {
  const { carrier, inboundSource, line, state, isPausedByPerson, nowMs } = facts
  const counts = await countByState(reader, line.id)
  const { ready, readySegments, later } = await countWaiting(reader, line.id, nowMs)
  const dueAtMs = await nextDueAt(reader, line.id)
  const isGoing = state.connection === 'online' && !isPausedByPerson && line.pause === null && ready > 0
  return {
    carrier,
    connection: state.connection,
    sinceMs: state.sinceMs,
    inboundFreshAtMs: state.inboundFreshAtMs,
    inboundSource,
    isPausedByPerson,
    linePause: line.pause,
    ready,
    later: later + (counts.held ?? 0),
    sending: counts.sending ?? 0,
    inDoubt: counts.in_doubt ?? 0,
    needsPerson: counts.needs_person ?? 0,
    failed: counts.failed ?? 0,
    nextAtMs: dueAtMs === null ? null : Math.max(dueAtMs, nowMs),
    estimatedEndMs: isGoing ? estimateEnd({ count: readySegments, ratePerMin: line.ratePerMin, startAt: nowMs }) : null,
  }
}
