import { type Selectable, sql } from 'kysely'
import type { E164, GroupThreadId, LineId, MessageId, PersonId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { GroupThreadTable } from '../schema/media.ts'
import type { Reader, Writer } from '../schema.ts'

/** One thread on everybody's phone: a line of ours and a set of numbers. */
export interface GroupThread {
  readonly id: GroupThreadId
  readonly lineId: LineId
  readonly memberKey: string
  readonly title: string
  /** The thread with more people that this one follows. */
  readonly replacesId: GroupThreadId | null
  readonly staffId: StaffId
  readonly createdAtMs: Instant
}

/** Somebody in a group thread. */
export interface GroupMember {
  readonly e164: E164
  readonly personId: PersonId | null
}

/** Adds a group thread with its members; both stay as they are. */
export async function addGroupThread(
  writer: Writer,
  thread: GroupThread,
  members: readonly GroupMember[],
): Promise<void> {
  await writer
    .insertInto('group_thread')
    .values({
      id: thread.id,
      line_id: thread.lineId,
      member_key: thread.memberKey,
      title: thread.title,
      replaces_id: thread.replacesId,
      staff_id: thread.staffId,
      created_at_ms: thread.createdAtMs,
    })
    .execute()
  await writer
    .insertInto('group_member')
    .values(members.map(({ e164, personId }) => ({ group_thread_id: thread.id, e164, person_id: personId })))
    .execute()
}

/** One group thread, or null. */
export async function getGroupThread(reader: Reader, id: GroupThreadId): Promise<GroupThread | null> {
  const row = await reader.selectFrom('group_thread').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toGroupThread(row) : null
}

/** The thread that a set of numbers has on a line already. */
export async function groupThreadOfKey(reader: Reader, lineId: LineId, memberKey: string): Promise<GroupThread | null> {
  const row = await reader
    .selectFrom('group_thread')
    .selectAll()
    .where('line_id', '=', lineId)
    .where('member_key', '=', memberKey)
    .executeTakeFirst()
  return row ? toGroupThread(row) : null
}

/** Everybody in a group thread, by number. */
export async function groupMembersOf(reader: Reader, id: GroupThreadId): Promise<readonly GroupMember[]> {
  return reader
    .selectFrom('group_member')
    .select(['e164', 'person_id as personId'])
    .where('group_thread_id', '=', id)
    .orderBy('e164')
    .execute()
}

/** The numbers in the group that a message is for; none for a message to one alone. */
export async function groupNumbersOfMessage(reader: Reader, messageId: MessageId): Promise<readonly E164[]> {
  const rows = await reader
    .selectFrom('message')
    .innerJoin('group_member', 'group_member.group_thread_id', 'message.group_thread_id')
    .select('group_member.e164')
    .where('message.id', '=', messageId)
    .orderBy('group_member.e164')
    .execute()
  return rows.map(({ e164 }) => e164)
}

/** A thread and those it follows, the newest first: one conversation in the window. */
export async function groupThreadChain(reader: Reader, id: GroupThreadId): Promise<readonly GroupThread[]> {
  const { rows } = await sql<Selectable<GroupThreadTable>>`
    WITH RECURSIVE chain AS (
      SELECT *, 0 AS depth FROM group_thread WHERE id = ${id}
      UNION ALL
      SELECT g.*, chain.depth + 1 FROM group_thread g JOIN chain ON g.id = chain.replaces_id
    )
    SELECT * FROM chain ORDER BY depth`.execute(reader as Writer)
  return rows.map(toGroupThread)
}

/** The thread that follows this one, because somebody left; null for the newest. */
export async function successorOf(reader: Reader, id: GroupThreadId): Promise<GroupThread | null> {
  const row = await reader
    .selectFrom('group_thread')
    .selectAll()
    .where('replaces_id', '=', id)
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toGroupThread(row) : null
}

/** The group threads that no other follows, those with the latest message first. */
export async function latestGroupThreads(reader: Reader, limit: number): Promise<readonly GroupThread[]> {
  const rows = await reader
    .selectFrom('group_thread as thread')
    .selectAll('thread')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('group_thread as next').select('next.id').whereRef('next.replaces_id', '=', 'thread.id'),
        ),
      ),
    )
    .orderBy(
      (eb) =>
        eb.fn.coalesce(
          eb
            .selectFrom('message')
            .select((max) => max.fn.max('message.created_at_ms').as('at_ms'))
            .whereRef('message.group_thread_id', '=', 'thread.id'),
          'thread.created_at_ms',
        ),
      'desc',
    )
    .limit(limit)
    .execute()
  return rows.map(toGroupThread)
}

/** A message to a group: what was said, by whom. Each member's copy is a delivery. */
export interface GroupMessage {
  readonly messageId: MessageId
  readonly groupThreadId: GroupThreadId
  readonly staffName: string | null
  readonly createdAtMs: Instant
}

/** The last messages of these group threads, oldest first. */
export async function messagesOfGroups(
  reader: Reader,
  ids: readonly GroupThreadId[],
  limit: number,
): Promise<readonly GroupMessage[]> {
  const rows = await reader
    .selectFrom('message')
    .leftJoin('staff', 'staff.id', 'message.staff_id')
    .select([
      'message.id as messageId',
      sql<GroupThreadId>`message.group_thread_id`.as('groupThreadId'),
      'staff.name as staffName',
      'message.created_at_ms as createdAtMs',
    ])
    .where('message.group_thread_id', 'in', among(ids))
    .orderBy('message.created_at_ms', 'desc')
    .orderBy('message.id', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed()
}

function toGroupThread(row: Selectable<GroupThreadTable>): GroupThread {
  return {
    id: row.id,
    lineId: row.line_id,
    memberKey: row.member_key,
    title: row.title,
    replacesId: row.replaces_id,
    staffId: row.staff_id,
    createdAtMs: row.created_at_ms,
  }
}
