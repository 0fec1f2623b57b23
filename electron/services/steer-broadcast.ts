import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BroadcastId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getBroadcast, rankBeside, setBroadcastPaused, setCanary } from '../db/repos/broadcasts.ts'
import { waitingOfBroadcast } from '../db/repos/waiting-deliveries.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { transition } from '../queue/transition.ts'
import { type BroadcastRow, broadcastRow, waitingIn } from './broadcast-rows.ts'
import { broadcastList } from './broadcast-story.ts'

const CANCELLED_AT_ONCE = 200

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
 * Cancels all of a broadcast that has not left. It is held back first: a hundred thousand rows take several steps, and
 * nothing may leave in between. Errors: `not_found`, `broadcast_over`.
 */
export function cancelBroadcast(desk: DeskServices, id: string): Promise<Result<BroadcastRow, AppError>> {
  const { db } = desk.store
  return steer(desk, id, async () => {
    await setBroadcastPaused(db, id as BroadcastId, true)
    for (;;) {
      const ids = await waitingOfBroadcast(db, id as BroadcastId, CANCELLED_AT_ONCE)
      if (ids.length === 0) return
      await transition(db, {
        which: { ids },
        from: ['held', 'queued'],
        to: 'cancelled',
        by: 'user',
        atMs: desk.clock.now(),
        why: { code: 'cancelled', staffId: desk.staffId() },
      })
      await nextTurn()
    }
  })
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
  if (waitingIn(before.value.counts) === 0) return err({ code: 'broadcast_over', state: before.value.state })
  await change()
  desk.sendingDesk?.wake()
  return broadcastRow(desk, id as BroadcastId)
}
