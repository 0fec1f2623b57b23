import type { Selectable } from 'kysely'
import type { DeliveryId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** One word of the provider about one message, as it came. */
export interface StatusEvent {
  readonly providerUuid: string
  /** `submitted`, `delivered`, `undeliverable`, `rejected`, or a word not known here, which is kept and changes nothing. */
  readonly status: string
  readonly atMs: Instant
  readonly clientRef: string | null
  readonly code: string | null
}

/** Keeps a status event; false when the very same one is kept already. */
export async function addStatusEvent(writer: Writer, event: StatusEvent, receivedAtMs: Instant): Promise<boolean> {
  const result = await writer
    .insertInto('status_event')
    .values({
      provider_uuid: event.providerUuid,
      status: event.status,
      at_ms: event.atMs,
      client_ref: event.clientRef,
      code: event.code,
      received_at_ms: receivedAtMs,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What is kept about messages with these ids of the provider, oldest first. Keep the list to a few hundred. */
export async function statusEventsOf(reader: Reader, uuids: readonly string[]): Promise<readonly StatusEvent[]> {
  if (uuids.length === 0) return []
  const rows = await reader
    .selectFrom('status_event')
    .selectAll()
    .where('provider_uuid', 'in', among(uuids))
    .orderBy('at_ms')
    .execute()
  return rows.map(toStatusEvent)
}

/** What is kept about one delivery, whichever of its attempts it came of, oldest first. */
export async function statusEventsOfDelivery(reader: Reader, deliveryId: DeliveryId): Promise<readonly StatusEvent[]> {
  const rows = await reader
    .selectFrom('status_event')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb(
          'client_ref',
          'in',
          eb.selectFrom('attempt').select('attempt.client_ref').where('delivery_id', '=', deliveryId),
        ),
        eb(
          'provider_uuid',
          '=',
          eb.selectFrom('delivery').select('delivery.provider_uuid').where('id', '=', deliveryId),
        ),
      ]),
    )
    .orderBy('at_ms')
    .execute()
  return rows.map(toStatusEvent)
}

/** Which of these attempts, or of these ids of the provider, anything is kept about. */
export async function heardOf(
  reader: Reader,
  clientRefs: readonly string[],
  uuids: readonly string[],
): Promise<{ readonly clientRefs: ReadonlySet<string | null>; readonly uuids: ReadonlySet<string> }> {
  const rows = await reader
    .selectFrom('status_event')
    .select(['client_ref', 'provider_uuid'])
    .where((eb) => eb.or([eb('client_ref', 'in', among(clientRefs)), eb('provider_uuid', 'in', among(uuids))]))
    .execute()
  return {
    clientRefs: new Set(rows.map((row) => row.client_ref)),
    uuids: new Set(rows.map((row) => row.provider_uuid)),
  }
}

function toStatusEvent(row: Selectable<Schema['status_event']>): StatusEvent {
  return {
    providerUuid: row.provider_uuid,
    status: row.status,
    atMs: row.at_ms,
    clientRef: row.client_ref,
    code: row.code,
  }
}
