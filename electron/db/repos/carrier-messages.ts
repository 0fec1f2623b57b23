import type { Selectable } from 'kysely'
import type { E164 } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** A picture or file as it came to the practice carrier. */
export interface CarrierAttachment {
  readonly kind: 'image' | 'audio' | 'video' | 'vcard' | 'file'
  readonly url: string
  /** The blob of what the carrier fetched by the link, as a phone keeps what it received. */
  readonly sha256?: string
}

/** A message in the practice carrier's book. Its end is written down with it: it holds from `finalAtMs` on. */
export interface CarrierMessage {
  readonly uuid: string
  readonly direction: 'outbound' | 'inbound'
  readonly from: E164
  readonly to: E164
  readonly text: string
  /** What an MMS carries; empty for a text. */
  readonly attachments: readonly CarrierAttachment[]
  /** The others of a group; empty for a message to one person alone. */
  readonly participants: readonly E164[]
  readonly clientRef: string | null
  readonly status: string
  readonly code: string | null
  readonly receivedAtMs: Instant
  readonly finalAtMs: Instant | null
}

/** Enters messages into the book. */
export async function addCarrierMessages(writer: Writer, messages: readonly CarrierMessage[]): Promise<void> {
  await writer
    .insertInto('carrier_message')
    .values(
      messages.map((message) => ({
        uuid: message.uuid,
        direction: message.direction,
        from_number: message.from,
        to_number: message.to,
        text: message.text,
        client_ref: message.clientRef,
        status: message.status,
        code: message.code,
        received_at_ms: message.receivedAtMs,
        final_at_ms: message.finalAtMs,
        attachments: JSON.stringify(message.attachments),
        participants: JSON.stringify(message.participants),
      })),
    )
    .execute()
}

/** Which part of the book: `fromMs` inclusive, `toMs` exclusive, beginning after a place that was read before. */
export interface BookPart {
  readonly direction: 'outbound' | 'inbound'
  readonly fromMs: Instant
  readonly toMs: Instant
  readonly after: { readonly receivedAtMs: Instant; readonly uuid: string } | null
  readonly limit: number
}

/** A part of the book in order of time. */
export async function carrierMessagesBetween(reader: Reader, part: BookPart): Promise<readonly CarrierMessage[]> {
  const { after } = part
  const rows = await reader
    .selectFrom('carrier_message')
    .selectAll()
    .where('direction', '=', part.direction)
    .where('received_at_ms', '>=', part.fromMs)
    .where('received_at_ms', '<', part.toMs)
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('received_at_ms', 'uuid'), '>', eb.tuple(after?.receivedAtMs ?? 0, after?.uuid ?? '')),
      ),
    )
    .orderBy('received_at_ms')
    .orderBy('uuid')
    .limit(part.limit)
    .execute()
  return rows.map(toCarrierMessage)
}

/** What the carrier took last, newest first. */
export async function latestCarrierMessages(reader: Reader, limit: number): Promise<readonly CarrierMessage[]> {
  const rows = await reader
    .selectFrom('carrier_message')
    .selectAll()
    .where('direction', '=', 'outbound')
    .orderBy('received_at_ms', 'desc')
    .orderBy('uuid')
    .limit(limit)
    .execute()
  return rows.map(toCarrierMessage)
}

/** The last text that a phone sent, or will send. */
export async function latestFromPhone(reader: Reader, e164: E164): Promise<CarrierMessage | null> {
  const row = await reader
    .selectFrom('carrier_message')
    .selectAll()
    .where('direction', '=', 'inbound')
    .where('from_number', '=', e164)
    .orderBy('received_at_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toCarrierMessage(row) : null
}

/** How many messages the carrier took in all. */
export async function countAccepted(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('carrier_message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('direction', '=', 'outbound')
    .executeTakeFirstOrThrow()
  return row.count
}

/** One message of the book; null when there is none of this id. */
export async function carrierMessageByUuid(reader: Reader, uuid: string): Promise<CarrierMessage | null> {
  const row = await reader.selectFrom('carrier_message').selectAll().where('uuid', '=', uuid).executeTakeFirst()
  return row ? toCarrierMessage(row) : null
}

function toCarrierMessage(row: Selectable<Schema['carrier_message']>): CarrierMessage {
  return {
    uuid: row.uuid,
    direction: row.direction,
    from: row.from_number as E164,
    to: row.to_number as E164,
    text: row.text,
    attachments: JSON.parse(row.attachments) as CarrierMessage['attachments'],
    participants: JSON.parse(row.participants) as CarrierMessage['participants'],
    clientRef: row.client_ref,
    status: row.status,
    code: row.code,
    receivedAtMs: row.received_at_ms,
    finalAtMs: row.final_at_ms,
  }
}
