import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DeliveryState } from '../../shared/domain/delivery.ts'
import { costOf } from '../../shared/domain/pacing.ts'
import type { BroadcastId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { countStatesOfBroadcast, type StateCount } from '../db/repos/broadcast-counts.ts'
import { type Broadcast, countLeftOut, getBroadcast } from '../db/repos/broadcasts.ts'
import { listStaff } from '../db/repos/staff.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { estimatedEnds } from './broadcast-ends.ts'

/** A broadcast as a list shows it. */
export type BroadcastRow = OutputOf<'broadcasts.pause'>
type Counts = Readonly<Partial<Record<DeliveryState, number>>>

/** One broadcast with how its messages stand. Error: `not_found`. */
export async function broadcastRow(desk: DeskServices, id: BroadcastId): Promise<Result<BroadcastRow, AppError>> {
  const broadcast = await getBroadcast(desk.store.db, id)
  const [row] = broadcast ? await broadcastRows(desk, [broadcast]) : []
  return row ? ok(row) : err({ code: 'not_found', what: 'broadcast' })
}

/** Broadcasts with how their messages stand. Each is counted by itself, so that none of several big ones keeps the process. */
export async function broadcastRows(desk: DeskServices, broadcasts: readonly Broadcast[]): Promise<BroadcastRow[]> {
  const { db } = desk.store
  const nowMs = desk.clock.now()
  const ids = broadcasts.map(({ id }) => id)
  const states = new Map<BroadcastId, readonly StateCount[]>()
  for (const id of ids) {
    states.set(id, await countStatesOfBroadcast(db, id))
    await nextTurn()
  }
  const leftOut = await countLeftOut(db, ids)
  const names = new Map((await listStaff(db)).map(({ id, name }) => [id, name]))
  const ends = await estimatedEnds(desk, broadcasts)
  return broadcasts.map((broadcast) => {
    const { id, title, body, purpose, createdAtMs, startsAtMs, rank, perDay, pauseWhy } = broadcast
    const rows = states.get(id) ?? []
    const counts: Counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]))
    return {
      id,
      title,
      body,
      purpose,
      createdAtMs,
      startsAtMs,
      rank,
      perDay,
      pauseWhy,
      canary: canaryOf(broadcast),
      state: stateOf(broadcast, counts, nowMs),
      staffName: names.get(broadcast.staffId) ?? '',
      leftOutCount: leftOut.get(id) ?? 0,
      counts,
      total: sumOf(counts),
      estimatedEndMs: ends.get(id) ?? null,
      costMicros: costOfRows(rows),
      spentMicros: costOfRows(rows.filter(({ state }) => !UNSPENT.has(state))),
    }
  })
}

/** How many messages have not left. */
export function waitingIn(counts: Counts): number {
  return (counts.held ?? 0) + (counts.queued ?? 0)
}

/** In these states nothing is billed, or nothing is billed yet. */
const UNSPENT: ReadonlySet<DeliveryState> = new Set(['held', 'queued', 'cancelled', 'blocked', 'expired', 'failed'])

function costOfRows(rows: readonly StateCount[]): number {
  return rows.reduce((sum, { segments, mms }) => sum + costOf({ segments, mms }), 0)
}

function canaryOf({ canarySize, canaryState, canaryUntilMs }: Broadcast): BroadcastRow['canary'] {
  return canarySize === 0 ? null : { size: canarySize, state: canaryState, untilMs: canaryUntilMs }
}

/** A broadcast is what its messages are. One that was cancelled after some had left is done; the counts tell the rest. */
function stateOf({ isPaused, stage, startsAtMs }: Broadcast, counts: Counts, nowMs: Instant): BroadcastRow['state'] {
  if (stage === 'planning') return 'planning'
  if (stage === 'cancelled' && (counts.cancelled ?? 0) + waitingIn(counts) === sumOf(counts)) return 'cancelled'
  if (waitingIn(counts) > 0) {
    if (isPaused) return 'paused'
    return waitingIn(counts) === sumOf(counts) && startsAtMs > nowMs ? 'waiting' : 'sending'
  }
  if ((counts.sending ?? 0) > 0) return 'sending'
  return counts.cancelled === sumOf(counts) ? 'cancelled' : 'done'
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
