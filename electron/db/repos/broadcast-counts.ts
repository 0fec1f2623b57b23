import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { BroadcastId } from '../../../shared/ids.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'

/** How many deliveries of one broadcast stand in one state. */
export interface StateCount {
  readonly broadcastId: BroadcastId
  readonly state: DeliveryState
  readonly count: number
}

/** How many deliveries of each of these broadcasts stand in each state. */
export async function countStatesOfBroadcasts(
  reader: Reader,
  broadcastIds: readonly BroadcastId[],
): Promise<readonly StateCount[]> {
  const rows = await reader
    .selectFrom('message')
    .innerJoin('delivery', 'delivery.message_id', 'message.id')
    .select(['message.broadcast_id as broadcastId', 'delivery.state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('message.broadcast_id', 'in', among(broadcastIds))
    .groupBy(['message.broadcast_id', 'delivery.state'])
    .execute()
  return rows.flatMap(({ broadcastId, ...row }) => (broadcastId === null ? [] : [{ ...row, broadcastId }]))
}
