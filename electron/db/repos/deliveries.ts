import { type Selectable, sql } from 'kysely'
import type { DeliveryMover, DeliveryState } from '../../../shared/domain/delivery.ts'
import type { Lane } from '../../../shared/domain/lane.ts'
import type { WhyCode } from '../../../shared/domain/why-codes.ts'
import type { DeliveryId, E164, LineId, MessageId, PersonId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Schema, Writer } from '../schema.ts'
import { isRetrying } from './waiting-conditions.ts'
import { isOneOf, type Which } from './which-deliveries.ts'

/** Why a delivery stands where it stands: a code of the window's wording, and facts. */
export interface Why {
  readonly code: WhyCode
  readonly [fact: string]: unknown
}

/** One message on its way to one number. */
export interface Delivery {
  readonly id: DeliveryId
  readonly messageId: MessageId
  readonly personId: PersonId | null
  readonly e164: E164
  readonly lineId: LineId
  readonly lane: Lane
  readonly body: string
  readonly segments: number
  readonly state: DeliveryState
  readonly stateAtMs: Instant
  readonly why: Why | null
  readonly notBeforeMs: Instant
  readonly retryAtMs: Instant
  readonly expiresAtMs: Instant
  readonly attempts: number
  readonly strikes: number
  readonly providerUuid: string | null
  /** What the provider charged, in millionths of `costCurrency`; null until its book says so. */
  readonly costMicros: number | null
  readonly costCurrency: string | null
  readonly createdAtMs: Instant
}

/** What a delivery is made of; the store refuses one that does not begin held or queued. */
export type NewDelivery = Pick<
  Delivery,
  | 'id'
  | 'messageId'
  | 'personId'
  | 'e164'
  | 'lineId'
  | 'lane'
  | 'body'
  | 'segments'
  | 'notBeforeMs'
  | 'expiresAtMs'
  | 'createdAtMs'
> & { readonly state: 'held' | 'queued'; readonly why?: Why | null }

/** Adds deliveries in one statement; keep it to a few hundred at a time. */
export async function addDeliveries(writer: Writer, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return
  await writer
    .insertInto('delivery')
    .values(
      deliveries.map((delivery) => ({
        id: delivery.id,
        message_id: delivery.messageId,
        person_id: delivery.personId,
        e164: delivery.e164,
        line_id: delivery.lineId,
        lane: delivery.lane,
        body: delivery.body,
        segments: delivery.segments,
        state: delivery.state,
        state_at_ms: delivery.createdAtMs,
        why: delivery.why ? JSON.stringify(delivery.why) : null,
        not_before_ms: delivery.notBeforeMs,
        expires_at_ms: delivery.expiresAtMs,
        provider_uuid: null,
        cost_micros: null,
        cost_currency: null,
        created_at_ms: delivery.createdAtMs,
      })),
    )
    .execute()
}

/** One delivery by its id. */
export async function getDelivery(reader: Reader, id: DeliveryId): Promise<Delivery | null> {
  const row = await reader.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toDelivery(row) : null
}

/** Which deliveries bear these ids of the provider. */
export async function ownersOfProviderUuids(
  reader: Reader,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, DeliveryId>> {
  const rows = await reader
    .selectFrom('delivery')
    .select(['id', 'provider_uuid'])
    .where('provider_uuid', 'in', among(uuids))
    .execute()
  return new Map(rows.map((row) => [row.provider_uuid ?? '', row.id]))
}

/** The delivery that bears the provider's id. */
export async function getDeliveryByProviderUuid(reader: Reader, uuid: string): Promise<Delivery | null> {
  const row = await reader.selectFrom('delivery').selectAll().where('provider_uuid', '=', uuid).executeTakeFirst()
  return row ? toDelivery(row) : null
}

/** All deliveries in one of these states, oldest change first. */
export async function deliveriesInStates(
  reader: Reader,
  states: readonly DeliveryState[],
  limit: number,
): Promise<readonly Delivery[]> {
  const rows = await reader
    .selectFrom('delivery')
    .selectAll()
    .where('state', 'in', among(states))
    .orderBy('state_at_ms')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toDelivery)
}

/** Lets a delivery that waits go on waiting, until another instant. */
export async function putOffDelivery(writer: Writer, id: DeliveryId, notBeforeMs: Instant): Promise<void> {
  await writer
    .updateTable('delivery')
    .set({ not_before_ms: notBeforeMs })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** What a move may change besides the state. */
export interface MoveChanges {
  readonly retryAtMs?: Instant
  readonly expiresAtMs?: Instant
  /** One more request is about to be made. */
  readonly countsAttempt?: boolean
  readonly strikes?: number
  readonly providerUuid?: string
  /** Where several move at once: the provider's id of each. */
  readonly providerUuids?: Readonly<Record<DeliveryId, string>>
}

/** One move of deliveries from any of some states to another, and who makes it. */
export interface Move {
  readonly which: Which
  readonly from: readonly DeliveryState[]
  readonly to: DeliveryState
  readonly by: DeliveryMover
  readonly atMs: Instant
  readonly why: Why | null
  readonly changes?: MoveChanges
}

/** Moves deliveries and returns the ids of those that were there to be moved. Call `transition`, which checks the move. */
export async function moveDeliveries(writer: Writer, move: Move): Promise<readonly DeliveryId[]> {
  const { changes = {} } = move
  const rows = await writer
    .updateTable('delivery')
    .set({
      state: move.to,
      state_at_ms: move.atMs,
      why: move.why ? JSON.stringify(move.why) : null,
      ...(changes.retryAtMs === undefined ? {} : { retry_at_ms: changes.retryAtMs }),
      ...(changes.expiresAtMs === undefined ? {} : { expires_at_ms: changes.expiresAtMs }),
      ...(changes.countsAttempt ? { attempts: sql<number>`attempts + 1` } : {}),
      ...(changes.strikes === undefined ? {} : { strikes: changes.strikes }),
      ...(changes.providerUuid === undefined ? {} : { provider_uuid: changes.providerUuid }),
      ...(changes.providerUuids === undefined
        ? {}
        : { provider_uuid: sql<string>`${JSON.stringify(changes.providerUuids)} ->> delivery.id` }),
    })
    .where('state', 'in', move.from)
    .where((eb) => isOneOf(eb, move.which))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Lets everything go at once that waits for another try only because the network was away. */
export async function clearNetworkWaits(writer: Writer, lineId: LineId): Promise<void> {
  await writer
    .updateTable('delivery')
    .set({ retry_at_ms: 0 })
    .where(
      'id',
      'in',
      sql<DeliveryId>`(SELECT id FROM delivery INDEXED BY delivery_retrying
        WHERE line_id = ${lineId} AND lane IN (0, 1, 2) AND ${isRetrying} AND why ->> 'code' = 'not_sent')`,
    )
    .execute()
}

/** A row as the domain knows it. */
export function toDelivery(row: Selectable<Schema['delivery']>): Delivery {
  return {
    id: row.id,
    messageId: row.message_id,
    personId: row.person_id,
    e164: row.e164,
    lineId: row.line_id,
    lane: row.lane,
    body: row.body,
    segments: row.segments,
    state: row.state,
    stateAtMs: row.state_at_ms,
    why: row.why === null ? null : (JSON.parse(row.why) as Why),
    notBeforeMs: row.not_before_ms,
    retryAtMs: row.retry_at_ms,
    expiresAtMs: row.expires_at_ms,
    attempts: row.attempts,
    strikes: row.strikes,
    providerUuid: row.provider_uuid,
    costMicros: row.cost_micros,
    costCurrency: row.cost_currency,
    createdAtMs: row.created_at_ms,
  }
}
