import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { BroadcastId } from '../../../shared/ids.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'
import type { Cost } from './deliveries.ts'

/** How many deliveries of one broadcast stand in one state. */
export interface StateCount {
  readonly broadcastId: BroadcastId
  readonly state: DeliveryState
  readonly count: number
}

/** What the messages of a broadcast cost, as far as their prices are known. */
export interface CostSum extends Cost {
  /** How many messages it is the price of. */
  readonly messages: number
}

/** The known prices of a broadcast's messages, added up by currency. */
export async function costsOfBroadcast(reader: Reader, id: BroadcastId): Promise<readonly CostSum[]> {
  const rows = await reader
    .selectFrom('message')
    .innerJoin('delivery', 'delivery.message_id', 'message.id')
    .select(['delivery.cost_currency as currency'])
    .select((eb) => [eb.fn.sum<number>('delivery.cost_micros').as('micros'), eb.fn.countAll<number>().as('messages')])
    .where('message.broadcast_id', '=', id)
    .where('delivery.cost_micros', 'is not', null)
    .groupBy('delivery.cost_currency')
    .orderBy('delivery.cost_currency')
    .execute()
  return rows.map(({ currency, ...sum }) => ({ ...sum, currency: currency ?? '' }))
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
