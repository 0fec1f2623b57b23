import type { DeliveryId } from '../../../shared/ids.ts'
import { among } from '../among.ts'
import type { Reader, Writer } from '../schema.ts'

/** What the provider charged for a message, in millionths of a currency. */
export interface Cost {
  readonly micros: number
  readonly currency: string
}

/**
 * Keeps what a delivery cost, once: what was kept before stays. Of a message that a person sent again, only the first price
 * that is told counts.
 */
export async function setDeliveryCost(writer: Writer, id: DeliveryId, cost: Cost): Promise<void> {
  await writer
    .updateTable('delivery')
    .set({ cost_micros: cost.micros, cost_currency: cost.currency })
    .where('id', '=', id)
    .where('cost_micros', 'is', null)
    .execute()
}

/** Which of these ids of the provider belong to a delivery whose price is not known. Keep the list to a few hundred. */
export async function uuidsWithoutCost(reader: Reader, uuids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('delivery')
    .select('provider_uuid')
    .where('provider_uuid', 'in', among(uuids))
    .where('cost_micros', 'is', null)
    .execute()
  return new Set(rows.flatMap((row) => row.provider_uuid ?? []))
}
