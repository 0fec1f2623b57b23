import type { DeliveryState } from '../../shared/domain/delivery.ts'
import type { BroadcastId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { costsOfBroadcast, countStatesOfBroadcasts } from '../db/repos/broadcast-counts.ts'
import { countLeftOut, getBroadcast, leftOutOf, listBroadcasts, setBroadcastPaused } from '../db/repos/broadcasts.ts'
import type { Broadcast } from '../db/repos/broadcasts.ts'
import { shownDeliveriesOfBroadcast } from '../db/repos/delivery-rows.ts'
import type { ShownDelivery } from '../db/repos/delivery-rows.ts'
import { mediaOfBroadcast } from '../db/repos/media.ts'
import { listStaff } from '../db/repos/staff.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { transition } from '../queue/transition.ts'
import { showDelivery } from './delivery-story.ts'
import { showMedia } from './show-media.ts'

type BroadcastRow = OutputOf<'broadcasts.pause'>
type Counts = Readonly<Partial<Record<DeliveryState, number>>>

const BROADCASTS_SHOWN = 100
const DELIVERIES_AT_ONCE = 300

/** The latest broadcasts, each with how its messages stand. */
export async function broadcastList(desk: DeskServices): Promise<OutputOf<'broadcasts.list'>> {
  const { db } = desk.store
  return { broadcasts: await showBroadcasts(db, await listBroadcasts(db, BROADCASTS_SHOWN), desk.clock.now()) }
}

/** One broadcast with every message and everybody who was left out. Error: `not_found`. */
export async function broadcastStory(
  desk: DeskServices,
  id: string,
): Promise<Result<OutputOf<'broadcasts.get'>, AppError>> {
  const row = await broadcastRow(desk, id as BroadcastId)
  if (!row.ok) return row
  const leftOut = await leftOutOf(desk.store.db, id as BroadcastId)
  const media = await mediaOfBroadcast(desk.store.db, id as BroadcastId)
  const deliveries = await everyDelivery(desk.store.db, id as BroadcastId)
  const costs = await costsOfBroadcast(desk.store.db, id as BroadcastId)
  return ok({
    ...row.value,
    media: media.map(showMedia),
    leftOut: [...leftOut],
    deliveries: deliveries.map(showDelivery),
    costs: [...costs],
  })
}

/** Holds a broadcast back, or lets it go on. Errors: `not_found`; `broadcast_over` when nothing of it waits any more. */
export async function pauseBroadcast(
  desk: DeskServices,
  id: string,
  isPaused: boolean,
): Promise<Result<BroadcastRow, AppError>> {
  return changeWaiting(desk, id as BroadcastId, () => setBroadcastPaused(desk.store.db, id as BroadcastId, isPaused))
}

/** Cancels all of a broadcast that has not left. Errors: `not_found`, `broadcast_over`. */
export async function cancelBroadcast(desk: DeskServices, id: string): Promise<Result<BroadcastRow, AppError>> {
  const broadcastId = id as BroadcastId
  return changeWaiting(desk, broadcastId, async () => {
    await transition(desk.store.db, {
      which: { broadcastId },
      from: ['held', 'queued'],
      to: 'cancelled',
      by: 'user',
      atMs: desk.clock.now(),
      why: { code: 'cancelled', staffId: desk.staffId() },
    })
  })
}

async function changeWaiting(
  desk: DeskServices,
  id: BroadcastId,
  change: () => Promise<void>,
): Promise<Result<BroadcastRow, AppError>> {
  const before = await broadcastRow(desk, id)
  if (!before.ok) return before
  if (waitingIn(before.value.counts) === 0) return err({ code: 'broadcast_over', state: before.value.state })
  await change()
  desk.sendingDesk?.wake()
  return broadcastRow(desk, id)
}

async function broadcastRow(desk: DeskServices, id: BroadcastId): Promise<Result<BroadcastRow, AppError>> {
  const broadcast = await getBroadcast(desk.store.db, id)
  const [row] = broadcast ? await showBroadcasts(desk.store.db, [broadcast], desk.clock.now()) : []
  return row ? ok(row) : err({ code: 'not_found', what: 'broadcast' })
}

/** Three questions to the store, however many broadcasts. */
async function showBroadcasts(
  reader: Reader,
  broadcasts: readonly Broadcast[],
  nowMs: Instant,
): Promise<BroadcastRow[]> {
  const ids = broadcasts.map(({ id }) => id)
  const states = Map.groupBy(await countStatesOfBroadcasts(reader, ids), ({ broadcastId }) => broadcastId)
  const leftOut = await countLeftOut(reader, ids)
  const names = new Map((await listStaff(reader)).map(({ id, name }) => [id, name]))
  return broadcasts.map((broadcast) => {
    const { id, title, body, purpose, createdAtMs, startsAtMs } = broadcast
    const counts: Counts = Object.fromEntries((states.get(id) ?? []).map(({ state, count }) => [state, count]))
    return {
      id,
      title,
      body,
      purpose,
      createdAtMs,
      startsAtMs,
      state: stateOf(broadcast, counts, nowMs),
      staffName: names.get(broadcast.staffId) ?? '',
      leftOutCount: leftOut.get(id) ?? 0,
      counts,
      total: sumOf(counts),
    }
  })
}

/** A broadcast is what its messages are. One that was cancelled after some had left is done; the counts tell the rest. */
function stateOf({ isPaused, startsAtMs }: Broadcast, counts: Counts, nowMs: Instant): BroadcastRow['state'] {
  if (waitingIn(counts) > 0) {
    if (isPaused) return 'paused'
    return waitingIn(counts) === sumOf(counts) && startsAtMs > nowMs ? 'waiting' : 'sending'
  }
  if ((counts.sending ?? 0) > 0) return 'sending'
  return counts.cancelled === sumOf(counts) ? 'cancelled' : 'done'
}

function waitingIn(counts: Counts): number {
  return (counts.held ?? 0) + (counts.queued ?? 0)
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

async function everyDelivery(reader: Reader, id: BroadcastId): Promise<readonly ShownDelivery[]> {
  const all: ShownDelivery[] = []
  let page: readonly ShownDelivery[]
  do {
    page = await shownDeliveriesOfBroadcast(reader, id, { after: all.at(-1)?.e164 ?? '', limit: DELIVERIES_AT_ONCE })
    all.push(...page)
    await nextTurn()
  } while (page.length === DELIVERIES_AT_ONCE)
  return all
}
