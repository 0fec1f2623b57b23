import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { BroadcastId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import type { Cost } from './delivery-costs.ts'

/** How many deliveries of a broadcast stand in one state, and what the provider bills for them. */
export interface StateCount {
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
  const rows = await copies(reader, id)
    .select(['cost_currency as currency', sql<number>`sum(cost_micros)`.as('micros')])
    .select(sql<number>`count(*)`.as('messages'))
    .where('cost_micros', 'is not', null)
    .groupBy('cost_currency')
    .orderBy('cost_currency')
    .execute()
  return rows.map(({ currency, micros, messages }) => ({ currency: currency ?? '', micros, messages }))
}

/** How many deliveries of a broadcast stand in each state. */
export async function countStatesOfBroadcast(reader: Reader, id: BroadcastId): Promise<readonly StateCount[]> {
  const channel = sql`(SELECT channel FROM message WHERE broadcast_id = ${id})`
  const rows = await copies(reader, id)
    .select(['state', sql<number>`count(*)`.as('count'), sql<number>`sum(segments)`.as('parts')])
    .select(sql<string>`${channel}`.as('channel'))
    .groupBy('state')
    .execute()
  return rows.map(({ state, count, parts, channel: way }) => ({
    state,
    count,
    segments: way === 'mms' ? 0 : parts,
    mms: way === 'mms' ? count : 0,
  }))
}

/** The copies of a broadcast. Indexes of the message have all that is counted: no row of a hundred thousand is looked up. */
function copies(reader: Reader, id: BroadcastId) {
  const messageId = sql<MessageId>`(SELECT id FROM message WHERE broadcast_id = ${id})`
  return reader.selectFrom('delivery').where('message_id', '=', messageId)
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
    // A number that stopped twice, or stopped care and offers apart, is one whom the texts drove away.
    .select(sql<number>`count(DISTINCT e164)`.as('optedOut'))
    .where('source', '=', 'inbound_text')
    .where('at_ms', '>=', sinceMs)
    .executeTakeFirstOrThrow()
  return { ...ends, optedOut }
}
