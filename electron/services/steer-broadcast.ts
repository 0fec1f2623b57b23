import type { BroadcastId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { cancelPlan, unfinishedCancellations } from '../db/repos/broadcast-plans.ts'
import { getBroadcast, rankBeside, setBroadcastPaused, setCanary } from '../db/repos/broadcasts.ts'
import { waitingOfBroadcast } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { transition } from '../queue/transition.ts'
import { type BroadcastRow, broadcastRow, waitingIn } from './broadcast-rows.ts'
import { broadcastList } from './broadcast-story.ts'
import { inTransactions } from './in-pieces.ts'

/** Holds a broadcast back. Errors: `not_found`; `broadcast_over` when nothing of it waits any more. */
export function pauseBroadcast(desk: DeskServices, id: string): Promise<Result<BroadcastRow, AppError>> {
  return steer(desk, id, () => setBroadcastPaused(desk.store.db, id as BroadcastId, true))
}

/**
 * Lets a broadcast go on. Where the first few of it had held the rest, a person has now looked, and the rest follows.
 * Errors: `not_found`, `broadcast_over`.
 */
export function resumeBroadcast(desk: DeskServices, id: string): Promise<Result<BroadcastRow, AppError>> {
  const broadcastId = id as BroadcastId
  return steer(desk, id, () =>
    desk.store.db.transaction().execute(async (trx) => {
      const broadcast = await getBroadcast(trx, broadcastId)
      await setBroadcastPaused(trx, broadcastId, false)
      if (broadcast?.canaryState === 'tripped') await setCanary(trx, broadcastId, 'passed', null)
    }),
  )
}

/**
 * Cancels all of a broadcast that has not left. Its stage says so first: a hundred thousand rows take several steps, and
 * nothing may leave in between. Errors: `not_found`, `broadcast_over`.
 */
export function cancelBroadcast(desk: DeskServices, id: string): Promise<Result<BroadcastRow, AppError>> {
  const broadcastId = id as BroadcastId
  return steer(desk, id, async () => {
    await cancelPlan(desk.store.db, broadcastId)
    await callBack(desk, broadcastId)
  })
}

/** Takes up every cancellation that was cut off. Nothing of those broadcasts can leave meanwhile. */
export async function takeUpCancellations(desk: DeskServices): Promise<void> {
  for (const id of await unfinishedCancellations(desk.store.db)) await callBack(desk, id)
}

/** Calls back what waits of a broadcast, some in each transaction: there may be a hundred thousand. */
async function callBack(desk: DeskServices, broadcastId: BroadcastId): Promise<void> {
  const move = {
    from: ['held', 'queued'],
    to: 'cancelled',
    by: 'user',
    atMs: desk.clock.now(),
    why: { code: 'cancelled', staffId: desk.staffId() },
  } as const
  await inTransactions(
    (work: (trx: Writer) => Promise<void>) => desk.store.db.transaction().execute(work),
    async (trx, most) => {
      const ids = await waitingOfBroadcast(trx, broadcastId, most)
      return (await transition(trx, { ...move, which: { ids } })).length
    },
    { signal: desk.closing },
  )
}

/** Moves a broadcast right before or after another one. Answers all, in their new order of rank. Error: `not_found`. */
export async function reorderBroadcasts(
  desk: DeskServices,
  { id, otherId, place }: ParsedInputOf<'broadcasts.reorder'>,
): Promise<Result<OutputOf<'broadcasts.reorder'>, AppError>> {
  const isMoved = await desk.store.db.transaction().execute(async (trx) => {
    const [moved, other] = [await getBroadcast(trx, id as BroadcastId), await getBroadcast(trx, otherId as BroadcastId)]
    if (!moved || !other) return false
    if (moved.id !== other.id) await rankBeside(trx, moved.id, other.rank, place)
    return true
  })
  if (!isMoved) return err({ code: 'not_found', what: 'broadcast' })
  desk.sendingDesk?.wake()
  return ok(await broadcastList(desk))
}

async function steer(
  desk: DeskServices,
  id: string,
  change: () => Promise<void>,
): Promise<Result<BroadcastRow, AppError>> {
  const before = await broadcastRow(desk, id as BroadcastId)
  if (!before.ok) return before
  const isOpen = before.value.state === 'planning' || waitingIn(before.value.counts) > 0
  if (!isOpen) return err({ code: 'broadcast_over', state: before.value.state })
  await change()
  desk.sendingDesk?.wake()
  return broadcastRow(desk, id as BroadcastId)
}
