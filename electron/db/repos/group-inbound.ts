import { sql } from 'kysely'
import type { E164, GroupThreadId, InboundMessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Writer } from '../schema.ts'

/** A text of somebody in a group, as the thread shows it. */
export interface GroupInbound {
  readonly id: InboundMessageId
  readonly groupThreadId: GroupThreadId
  readonly e164: E164
  readonly body: string
  readonly meaning: string
  readonly atMs: Instant
  readonly readAtMs: Instant | null
}

/** The last texts that came into these group threads, oldest first. */
export async function inboundOfGroups(
  reader: Reader,
  ids: readonly GroupThreadId[],
  limit: number,
): Promise<readonly GroupInbound[]> {
  const rows = await reader
    .selectFrom('inbound_message')
    .select(['id', 'e164', 'body', 'meaning', 'sent_at_ms as atMs', 'read_at_ms as readAtMs'])
    .select(sql<GroupThreadId>`group_thread_id`.as('groupThreadId'))
    .where('group_thread_id', 'in', among(ids))
    .orderBy('sent_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed()
}

/** Marks what came into these group threads as read, and tells how many texts that were. */
export async function markGroupRead(writer: Writer, ids: readonly GroupThreadId[], atMs: Instant): Promise<number> {
  const { numUpdatedRows } = await writer
    .updateTable('inbound_message')
    .set({ read_at_ms: atMs })
    .where('group_thread_id', 'in', among(ids))
    .where('read_at_ms', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
