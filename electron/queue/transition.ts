import { mayMove } from '../../shared/domain/delivery.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import { type Move, moveDeliveries } from '../db/repos/deliveries.ts'
import type { Writer } from '../db/schema.ts'

/**
 * The one way by which a delivery changes its state. Returns the ids of those that moved; one that is no longer in a
 * `from` state stays where it is. Throws on a move that this mover may not make: then the program is wrong. The store
 * refuses a move that nobody may make, too.
 */
export async function transition(writer: Writer, move: Move): Promise<readonly DeliveryId[]> {
  for (const from of move.from) {
    if (!mayMove(from, move.to, move.by)) throw new Error(`${move.by} moves no delivery from ${from} to ${move.to}`)
  }
  return moveDeliveries(writer, move)
}
