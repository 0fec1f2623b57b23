import type { DeliveryId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader, Writer } from '../schema.ts'

/** One search of the provider's book for a delivery in doubt. */
export interface LookUp {
  readonly atMs: Instant
  readonly isFound: boolean
}

/** Writes down what a search found. A second search in the same millisecond is the same search. */
export async function addLookUp(writer: Writer, deliveryId: DeliveryId, lookUp: LookUp): Promise<void> {
  await writer
    .insertInto('look_up')
    .values({ delivery_id: deliveryId, at_ms: lookUp.atMs, is_found: lookUp.isFound ? 1 : 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The searches for one delivery, first to last. */
export async function lookUpsOf(reader: Reader, deliveryId: DeliveryId): Promise<readonly LookUp[]> {
  const rows = await reader
    .selectFrom('look_up')
    .select(['at_ms', 'is_found'])
    .where('delivery_id', '=', deliveryId)
    .orderBy('at_ms')
    .execute()
  return rows.map((row) => ({ atMs: row.at_ms, isFound: row.is_found === 1 }))
}
