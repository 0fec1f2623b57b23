import type { Selectable } from 'kysely'
import type { E164, GroupThreadId, InboundMessageId, LineId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** One text that came in. */
export interface InboundMessage {
  readonly id: InboundMessageId
  readonly providerUuid: string
  readonly lineId: LineId
  readonly e164: E164
  /** The group thread in which it was written; null for one to one. */
  readonly groupThreadId: GroupThreadId | null
  readonly body: string
  readonly meaning: Selectable<Schema['inbound_message']>['meaning']
  /** For a reply that may have meant stop: what a person decided, or a later word of its sender. */
  readonly decision: 'stop' | 'not_stop' | null
  readonly sentAtMs: Instant
  readonly receivedAtMs: Instant
  readonly readAtMs: Instant | null
}

/** Keeps a text that came in; false when it is kept already. */
export async function addInboundMessage(
  writer: Writer,
  message: Omit<InboundMessage, 'decision' | 'readAtMs' | 'groupThreadId'> &
    Partial<Pick<InboundMessage, 'groupThreadId'>>,
): Promise<boolean> {
  const result = await writer
    .insertInto('inbound_message')
    .values({
      id: message.id,
      provider_uuid: message.providerUuid,
      line_id: message.lineId,
      e164: message.e164,
      body: message.body,
      meaning: message.meaning,
      decision: null,
      decided_by: null,
      sent_at_ms: message.sentAtMs,
      received_at_ms: message.receivedAtMs,
      read_at_ms: null,
      group_thread_id: message.groupThreadId ?? null,
    })
    .onConflict((conflict) => conflict.column('provider_uuid').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** One text by its id. */
export async function getInboundMessage(reader: Reader, id: InboundMessageId): Promise<InboundMessage | null> {
  const row = await reader.selectFrom('inbound_message').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toInboundMessage(row) : null
}

/** What came from one number, oldest first. */
export async function inboundMessagesOf(reader: Reader, e164: E164): Promise<readonly InboundMessage[]> {
  const rows = await reader
    .selectFrom('inbound_message')
    .selectAll()
    .where('e164', '=', e164)
    .orderBy('sent_at_ms')
    .orderBy('id')
    .execute()
  return rows.map(toInboundMessage)
}

/** Which of these ids of the provider are kept already. Keep the list to a few hundred. */
export async function knownInboundUuids(reader: Reader, uuids: readonly string[]): Promise<ReadonlySet<string>> {
  if (uuids.length === 0) return new Set()
  const rows = await reader
    .selectFrom('inbound_message')
    .select('provider_uuid')
    .where('provider_uuid', 'in', among(uuids))
    .execute()
  return new Set(rows.map((row) => row.provider_uuid))
}

/** Marks everything that came from a number as read. */
export async function markInboundRead(writer: Writer, e164: E164, atMs: Instant): Promise<void> {
  await writer
    .updateTable('inbound_message')
    .set({ read_at_ms: atMs })
    .where('e164', '=', e164)
    .where('read_at_ms', 'is', null)
    .execute()
}

/** Keeps what a person decided about a reply that may have meant stop; false when it was decided before. */
export async function decideInboundMessage(
  writer: Writer,
  id: InboundMessageId,
  decision: 'stop' | 'not_stop',
  staffId: StaffId,
): Promise<boolean> {
  const result = await writer
    .updateTable('inbound_message')
    .set({ decision, decided_by: staffId })
    .where('id', '=', id)
    .where('meaning', '=', 'maybe_stop')
    .where('decision', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Decides every reply of a number that still waits for a person to say whether it meant stop. */
export async function decideOpenReplies(
  writer: Writer,
  {
    e164,
    decision,
    staffId,
  }: { readonly e164: E164; readonly decision: 'stop' | 'not_stop'; readonly staffId: StaffId | null },
): Promise<void> {
  await writer
    .updateTable('inbound_message')
    .set({ decision, decided_by: staffId })
    .where('e164', '=', e164)
    .where('meaning', '=', 'maybe_stop')
    .where('decision', 'is', null)
    .execute()
}

function toInboundMessage(row: Selectable<Schema['inbound_message']>): InboundMessage {
  return {
    id: row.id,
    providerUuid: row.provider_uuid,
    lineId: row.line_id,
    e164: row.e164,
    groupThreadId: row.group_thread_id,
    body: row.body,
    meaning: row.meaning,
    decision: row.decision,
    sentAtMs: row.sent_at_ms,
    receivedAtMs: row.received_at_ms,
    readAtMs: row.read_at_ms,
  }
}
