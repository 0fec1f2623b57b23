import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { DeliveryHold } from '../../../shared/domain/why-codes.ts'
import type { BroadcastId, DeliveryId, E164, MessageId, PersonId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import { hasNoDoubt } from './waiting-conditions.ts'
import type { Why } from './deliveries.ts'
import type { MediaTrouble } from './media-uploads.ts'

/** A delivery as a person is shown it: with the name of who gets it and of who wrote it. */
export interface ShownDelivery {
  readonly id: DeliveryId
  readonly personId: PersonId | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly e164: E164
  readonly body: string
  readonly segments: number
  readonly state: DeliveryState
  readonly stateAtMs: Instant
  readonly notBeforeMs: Instant
  readonly expiresAtMs: Instant
  readonly createdAtMs: Instant
  readonly broadcastId: BroadcastId | null
  readonly why: Why | null
  /** Of one that is held: what keeps its attachments from being put where the networks fetch them. */
  readonly mediaTrouble: MediaTrouble | null
  /** Of one that waits: what holds it besides its hour and the line; null for nothing. */
  readonly heldBy: DeliveryHold | null
  readonly messageId: MessageId
  readonly staffName: string | null
}

/** One delivery; null when there is none of this id. */
export async function findShownDelivery(reader: Reader, id: DeliveryId): Promise<ShownDelivery | null> {
  const row = await shownDeliveries(reader).where('delivery.id', '=', id).executeTakeFirst()
  return row ? readShown(row) : null
}

/** The one delivery of a message to one person; null for an unknown message. */
export async function deliveryOfMessage(reader: Reader, messageId: MessageId): Promise<ShownDelivery | null> {
  const row = await shownDeliveries(reader).where('delivery.message_id', '=', messageId).executeTakeFirst()
  return row ? readShown(row) : null
}

/** Every copy of a message, by number. */
export async function deliveriesOfMessage(reader: Reader, messageId: MessageId): Promise<readonly ShownDelivery[]> {
  const rows = await shownDeliveries(reader)
    .where('delivery.message_id', '=', messageId)
    .orderBy('delivery.e164')
    .execute()
  return rows.map(readShown)
}

/** The deliveries in any of the states, those that changed last first. */
export async function shownDeliveriesInStates(
  reader: Reader,
  states: readonly DeliveryState[],
  limit: number,
): Promise<readonly ShownDelivery[]> {
  const rows = await shownDeliveries(reader)
    .where('delivery.state', 'in', states)
    .orderBy('delivery.state_at_ms', 'desc')
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readShown)
}

/** The last `limit` deliveries to a number, oldest first. */
export async function shownDeliveriesOfNumber(
  reader: Reader,
  e164: E164,
  limit: number,
): Promise<readonly ShownDelivery[]> {
  const rows = await shownDeliveries(reader)
    .where('delivery.e164', '=', e164)
    .orderBy('delivery.created_at_ms', 'desc')
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readShown).toReversed()
}

/** A page of a broadcast's deliveries in the order of their numbers, those above `after`. */
export async function shownDeliveriesOfBroadcast(
  reader: Reader,
  broadcastId: BroadcastId,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly ShownDelivery[]> {
  const rows = await shownDeliveries(reader)
    .where(sql<boolean>`delivery.message_id = (SELECT id FROM message WHERE broadcast_id = ${broadcastId})`)
    .where('delivery.e164', '>', after as E164)
    .orderBy('delivery.e164')
    .limit(limit)
    .execute()
  return rows.map(readShown)
}

/** How many deliveries stand in any of the states. */
export async function countDeliveriesInStates(reader: Reader, states: readonly DeliveryState[]): Promise<number> {
  const { count } = await reader
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', states)
    .executeTakeFirstOrThrow()
  return count
}

function shownDeliveries(reader: Reader) {
  return reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .leftJoin('person', 'person.id', 'delivery.person_id')
    .leftJoin('staff', 'staff.id', 'message.staff_id')
    .select([
      'delivery.id',
      'delivery.person_id as personId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'delivery.e164',
      'delivery.body',
      'delivery.segments',
      'delivery.state',
      'delivery.state_at_ms as stateAtMs',
      'delivery.not_before_ms as notBeforeMs',
      'delivery.expires_at_ms as expiresAtMs',
      'delivery.created_at_ms as createdAtMs',
      'delivery.message_id as messageId',
      'delivery.why',
      mediaTrouble.as('mediaTrouble'),
      heldBy.as('heldBy'),
      'message.broadcast_id as broadcastId',
      'staff.name as staffName',
    ])
}

const mediaTrouble = sql<string | null>`CASE WHEN delivery.state = 'held' THEN (
  SELECT u.trouble FROM media_upload u
  WHERE u.message_id = delivery.message_id AND u.deleted_at_ms IS NULL AND u.trouble IS NOT NULL LIMIT 1) END`

const heldBy = sql<DeliveryHold | null>`CASE
  WHEN delivery.state NOT IN ('held', 'queued') THEN NULL
  WHEN NOT ${hasNoDoubt} THEN 'decision'
  ELSE (
    SELECT CASE
      WHEN broadcast.stage = 'planning' THEN 'plan'
      WHEN broadcast.is_paused = 1 THEN iif(broadcast.pause_why IS NULL, 'broadcast', 'first_few')
      WHEN broadcast.canary_state = 'watching' THEN 'watch' END
    FROM broadcast WHERE broadcast.id = message.broadcast_id) END`

type ShownRow = Awaited<ReturnType<ReturnType<typeof shownDeliveries>['execute']>>[number]

function readShown(row: ShownRow): ShownDelivery {
  const { why, mediaTrouble } = row
  return {
    ...row,
    why: why === null ? null : (JSON.parse(why) as Why),
    mediaTrouble: mediaTrouble === null ? null : (JSON.parse(mediaTrouble) as MediaTrouble),
  }
}
