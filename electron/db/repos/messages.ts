import type { Selectable } from 'kysely'
import type { MessageKind } from '../../../shared/domain/lane.ts'
import type { BroadcastId, GroupThreadId, MessageId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { MessageTable } from '../schema/queue.ts'
import type { Reader, Writer } from '../schema.ts'

/** What was meant to be said, and why. Each person's copy of it is a delivery. */
export interface Message {
  readonly id: MessageId
  /** Made by the window once per press, so that a double press says it once; null for what Optdesk answers by itself. */
  readonly onceKey: string | null
  readonly kind: MessageKind
  /** MMS where it carries media or goes to a group. */
  readonly channel: 'sms' | 'mms'
  readonly purpose: 'care' | 'marketing' | 'emergency' | 'service'
  readonly emergencyReason: string | null
  readonly broadcastId: BroadcastId | null
  readonly groupThreadId: GroupThreadId | null
  readonly staffId: StaffId | null
  readonly createdAtMs: Instant
  /** It answers somebody who had written. */
  readonly isAnswer: boolean
}

/** A message to be added: an SMS, and to no group, unless it says so. */
type Left = 'channel' | 'groupThreadId' | 'isAnswer'
export type NewMessage = Omit<Message, Left> & Partial<Pick<Message, Left>>

/** Adds a message. Throws when its once key is known: look with `messageByOnceKey` first, in one transaction. */
export async function addMessage(writer: Writer, message: NewMessage): Promise<void> {
  await writer
    .insertInto('message')
    .values({
      id: message.id,
      once_key: message.onceKey,
      kind: message.kind,
      channel: message.channel ?? 'sms',
      purpose: message.purpose,
      emergency_reason: message.emergencyReason,
      broadcast_id: message.broadcastId,
      group_thread_id: message.groupThreadId ?? null,
      staff_id: message.staffId,
      created_at_ms: message.createdAtMs,
      is_answer: message.isAnswer === true ? 1 : 0,
    })
    .execute()
}

/** The message that this press has made already, or null. */
export async function messageByOnceKey(reader: Reader, onceKey: string): Promise<Message | null> {
  const row = await reader.selectFrom('message').selectAll().where('once_key', '=', onceKey).executeTakeFirst()
  return row ? toMessage(row) : null
}

/** What a message is; null where there is none of this id. */
export async function kindOfMessage(reader: Reader, id: MessageId): Promise<MessageKind | null> {
  const row = await reader.selectFrom('message').select('kind').where('id', '=', id).executeTakeFirst()
  return row?.kind ?? null
}

function toMessage(row: Selectable<MessageTable>): Message {
  return {
    id: row.id,
    onceKey: row.once_key,
    kind: row.kind,
    channel: row.channel,
    purpose: row.purpose,
    emergencyReason: row.emergency_reason,
    broadcastId: row.broadcast_id,
    groupThreadId: row.group_thread_id,
    staffId: row.staff_id,
    createdAtMs: row.created_at_ms,
    isAnswer: row.is_answer === 1,
  }
}
