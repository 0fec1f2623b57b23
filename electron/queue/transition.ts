import { isLegal } from '../../shared/domain/delivery.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import { type Move, moveDeliveries } from '../db/repos/deliveries.ts'
import type { Writer } from '../db/schema.ts'

/**
 * The one way by which a delivery changes its state. Returns the ids of those that moved; one that is no longer in a
 * `from` state stays where it is. Throws on a move that nobody may make: then the program is wrong. The store refuses it
 * too.
 */
export async function transition(writer: Writer, move: Move): Promise<readonly DeliveryId[]> {
  for (const from of move.from) {
    if (!isLegal(from, move.to)) throw new Error(`No delivery goes from ${from} to ${move.to}`)
  }
  return moveDeliveries(writer, move)
}
