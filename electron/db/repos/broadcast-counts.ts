import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { BroadcastId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'
import type { Cost } from './delivery-costs.ts'

/** How many deliveries of one broadcast stand in one state, and what the provider bills for them. */
export interface StateCount {
  readonly broadcastId: BroadcastId
  readonly state: DeliveryState
  readonly count: number
  readonly segments: number
  readonly mms: number
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
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(iif(message.channel = 'sms', delivery.segments, 0)), 0)`.as('segments'),
      sql<number>`coalesce(sum(message.channel = 'mms'), 0)`.as('mms'),
    ])
    .where('message.broadcast_id', 'in', among(broadcastIds))
    .groupBy(['message.broadcast_id', 'delivery.state'])
    .execute()
  return rows.flatMap(({ broadcastId, ...row }) => (broadcastId === null ? [] : [{ ...row, broadcastId }]))
}

/** How the messages of broadcasts ended since an instant, and how many numbers stopped by text. */
export async function officeHistory(
  reader: Reader,
  sinceMs: Instant,
): Promise<{ readonly ended: number; readonly failed: number; readonly optedOut: number }> {
  const ends = await reader
    .selectFrom('delivery')
    .select([sql<number>`count(*)`.as('ended'), sql<number>`coalesce(sum(state <> 'delivered'), 0)`.as('failed')])
    .where('state', 'in', ['delivered', 'failed', 'undeliverable', 'rejected'])
    .where('state_at_ms', '>=', sinceMs)
    .where('lane', '=', 2)
    .executeTakeFirstOrThrow()
  const { optedOut } = await reader
    .selectFrom('suppression')
    .select(sql<number>`count(*)`.as('optedOut'))
    .where('source', '=', 'inbound_text')
    .where('at_ms', '>=', sinceMs)
    .executeTakeFirstOrThrow()
  return { ...ends, optedOut }
}
