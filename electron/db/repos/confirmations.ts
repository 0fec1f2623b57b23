import type { E164 } from '../../../shared/ids.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'

/** Which of these numbers a confirmation text has reached: somebody's phone rings there. */
export async function numbersReachedByConfirmation(
  reader: Reader,
  numbers: readonly E164[],
): Promise<ReadonlySet<E164>> {
  const rows = await reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select('delivery.e164')
    .distinct()
    .where('delivery.e164', 'in', among(numbers))
    .where('delivery.state', '=', 'delivered')
    .where('message.kind', '=', 'confirmation')
    .execute()
  return new Set(rows.map(({ e164 }) => e164))
}
