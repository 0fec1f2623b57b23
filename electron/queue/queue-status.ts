import { costOf, estimateEnd } from '../../shared/domain/pacing.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { STOPPING_HOLDS } from '../../shared/ipc/contract/queue.ts'
import type { Instant } from '../../shared/time.ts'
import { type Line, listLines } from '../db/repos/lines.ts'
import { countByState, countLater, countPatient, dueLoad } from '../db/repos/queue-counts.ts'
import type { Reader } from '../db/schema.ts'
import { capOf } from './budget.ts'
import { type DeskParts, turnTermsOf } from './memory.ts'
import { momentNow } from './moment.ts'
import { mayTrustInbound } from './step.ts'
import { lineDueAt } from './turn-order.ts'

type QueueStatus = OutputOf<'queue.status'>
type LineStatus = QueueStatus['lines'][number]
type Hold = QueueStatus['holds'][number]

/** The truth about the lines, as the foot bar tells it. Counts come from indexes alone, however much waits. */
export async function tellQueueStatus(parts: DeskParts): Promise<QueueStatus> {
  const { store, clock, carrier, inbound, memory } = parts
  const nowMs = clock.now()
  const { connection, isPausedByPerson } = memory
  const counts = await countByState(store.db)
  const lines = await listLines(store.db)
  const told = await Promise.all(lines.map((line) => tellLine(parts, line, nowMs)))
  const pause = (lines.find(({ id }) => id === parts.lineId) ?? lines[0])?.pause ?? null
  const holds = holdsOf(
    parts,
    pause !== null,
    told.map(({ status }) => status),
    nowMs,
  )
  const isGoing = !holds.some((hold) => STOPPING_HOLDS.has(hold)) && connection.state !== 'starting'
  const ends = told.flatMap(({ endMs }) => (endMs === null ? [] : [endMs]))
  const dues = told.flatMap(({ dueAtMs }) => (dueAtMs === null ? [] : [dueAtMs]))
  return {
    carrier,
    connection: connection.state,
    sinceMs: connection.sinceMs,
    inboundFreshAtMs: connection.inboundFreshAt?.wallMs ?? null,
    isPausedByPerson,
    inboundSource: inbound,
    holds,
    clockQuestion: memory.clock.question(nowMs),
    linePause: pause,
    ready: sumOf(told.map(({ status }) => status.ready)),
    later: sumOf(told.map(({ status }) => status.later)) + (counts.held ?? 0),
    sending: counts.sending ?? 0,
    inDoubt: counts.in_doubt ?? 0,
    needsPerson: counts.needs_person ?? 0,
    failed: counts.failed ?? 0,
    nextAtMs: dues.length === 0 ? null : Math.max(nowMs, Math.min(...dues)),
    estimatedEndMs: isGoing && ends.length > 0 ? Math.max(...ends) : null,
    estimatedCostMicros: costOf({ segments: sumOf(told.map(({ segments }) => segments)) }),
    lines: told.map(({ status }) => status),
  }
}

function holdsOf(parts: DeskParts, isLinePaused: boolean, lines: readonly LineStatus[], nowMs: Instant): Hold[] {
  const { inbound, memory } = parts
  const { connection } = memory
  const isKnown = mayTrustInbound(inbound, connection.inboundFreshAt, momentNow(parts))
  // A book that is not read yet, or cannot be, is told as the line's own state; a receiver stands apart from the line.
  const isApart = inbound === 'webhook'
  const found: readonly (readonly [Hold, boolean])[] = [
    ['clock', memory.clock.question(nowMs) !== null],
    ['paused', memory.isPausedByPerson],
    ['line_paused', isLinePaused],
    ['offline', connection.state === 'offline'],
    ['inbound_old', !isKnown && (isApart || connection.state === 'online')],
    ['no_inbound_source', inbound === 'none'],
    ['day_cap', lines.some(({ cappedUntilMs }) => cappedUntilMs !== null)],
    ['throttled', lines.some(({ share }) => share < 1)],
  ]
  return found.flatMap(([hold, isTrue]) => (isTrue ? [hold] : []))
}

interface ToldLine {
  readonly status: LineStatus
  readonly segments: number
  readonly dueAtMs: Instant | null
  readonly endMs: Instant | null
}

async function tellLine(parts: DeskParts, line: Line, nowMs: Instant): Promise<ToldLine> {
  const { memory } = parts
  const reader: Reader = parts.store.db
  const due = await dueLoad(reader, line.id, nowMs)
  const patient = await countPatient(reader, line.id, nowMs)
  const ready = due.count - patient
  const { used, closed } = await memory.days.ofLine(reader, line.id, nowMs)
  const nextDayMs = memory.days.nextDayOfLine(nowMs)
  const status: LineStatus = {
    id: line.id,
    e164: line.e164,
    name: line.name,
    kind: line.class,
    ratePerMin: line.ratePerMin,
    mmsRatePerMin: line.mmsRatePerMin,
    share: memory.paces.shareOf(line),
    usedToday: used,
    dailyCap: line.dailyCap,
    cappedUntilMs: closed === 'nobody' ? null : nextDayMs,
    ready,
    later: patient + (await countLater(reader, line.id, nowMs)),
  }
  const dueAtMs = line.pause === null ? await lineDueAt(reader, turnTermsOf(parts, line.id)) : null
  const endMs = ready === 0 ? null : endOf(parts, line, due.segments, nowMs)
  return { status, segments: due.segments, dueAtMs, endMs }
}

/** Broadcasts may not use a line's whole day, and most of what waits is theirs: the later end is the honest one. */
function endOf({ memory }: DeskParts, line: Line, segments: number, nowMs: Instant): Instant {
  const { dailyCap, ratePerMin } = line
  const perDay = dailyCap === null ? null : capOf({ cap: dailyCap }, 2)
  const used = memory.days.usedOf(line.id)
  const nextDayAt = (at: Instant) => memory.days.nextDayOfLine(at)
  const days = perDay === null ? [] : [{ left: Math.max(0, perDay - used), perDay, nextDayAt }]
  return estimateEnd({ count: segments, ratePerMin: ratePerMin * memory.paces.shareOf(line), startAt: nowMs, days })
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
