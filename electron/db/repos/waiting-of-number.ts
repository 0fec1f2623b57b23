import type { LeftText } from '../../../shared/domain/stop-scope.ts'
import type { DeliveryId, E164 } from '../../../shared/ids.ts'
import type { Reader } from '../schema.ts'

/** What waits for a number: a delivery with what its message is. */
export interface WaitingText extends Pick<LeftText, 'kind' | 'purpose'> {
  readonly id: DeliveryId
}

/** All that waits for a number, whatever it waits for. */
export async function textsWaitingFor(reader: Reader, e164: E164): Promise<readonly WaitingText[]> {
  return reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select(['delivery.id', 'message.kind', 'message.purpose'])
    .where('delivery.e164', '=', e164)
    .where('delivery.state', 'in', ['held', 'queued'])
    .execute()
}
