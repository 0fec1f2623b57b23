import { sql } from 'kysely'
import type { E164, InboundMessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'

/** A thread in the list: its last words and whether somebody must look. */
export interface ThreadHead {
  readonly e164: E164
  readonly lastText: string
  readonly lastAtMs: Instant
  readonly lastDirection: 'in' | 'out'
  readonly isUnread: boolean
}

/** A text that came in, as the thread shows it. */
export interface ThreadInbound {
  readonly id: InboundMessageId
  readonly body: string
  readonly meaning: 'stop' | 'start' | 'help' | 'confirm_yes' | 'maybe_stop' | 'text'
  readonly decision: 'stop' | 'not_stop' | null
  /** Who decided. */
  readonly decidedBy: string | null
  /** How many pictures or files came with it. */
  readonly attachments: number
  readonly atMs: Instant
  readonly readAtMs: Instant | null
}

interface HeadRow {
  readonly e164: E164
  readonly lastInText: string | null
  readonly lastInAtMs: Instant | null
  readonly lastOutText: string | null
  readonly lastOutAtMs: Instant | null
  readonly isUnread: 0 | 1
}

/**
 * The threads, the newest first: a number that ever answered, or to whom somebody wrote one to one. A mass text alone
 * makes no thread, so that the answers are not lost among a thousand of them.
 */
export async function threadHeads(reader: Reader, limit: number): Promise<readonly ThreadHead[]> {
  const rows = await reader
    .selectFrom(heads.as('head'))
    .selectAll()
    .orderBy(sql`max(coalesce(lastInAtMs, 0), coalesce(lastOutAtMs, 0))`, 'desc')
    .limit(limit)
    .execute()
  return rows.map(readHead)
}

const heads = sql<HeadRow>`(
  WITH number AS (
    SELECT e164 FROM inbound_message
    UNION
    SELECT d.e164 FROM delivery d JOIN message m ON m.id = d.message_id WHERE m.kind = 'one'
  )
  SELECT n.e164,
    i.body AS lastInText, i.sent_at_ms AS lastInAtMs, d.body AS lastOutText, d.created_at_ms AS lastOutAtMs,
    EXISTS (SELECT 1 FROM inbound_message u WHERE u.e164 = n.e164 AND u.read_at_ms IS NULL) AS isUnread
  FROM number n
  LEFT JOIN inbound_message i ON i.id =
    (SELECT id FROM inbound_message WHERE e164 = n.e164 ORDER BY sent_at_ms DESC, id DESC LIMIT 1)
  LEFT JOIN delivery d ON d.id =
    (SELECT id FROM delivery WHERE e164 = n.e164 ORDER BY created_at_ms DESC, id DESC LIMIT 1)
)`

function readHead(row: HeadRow): ThreadHead {
  const { e164, lastInAtMs, lastOutAtMs } = row
  const isIn = lastInAtMs !== null && (lastOutAtMs === null || lastInAtMs >= lastOutAtMs)
  return {
    e164,
    lastText: (isIn ? row.lastInText : row.lastOutText) ?? '',
    lastAtMs: (isIn ? lastInAtMs : lastOutAtMs) ?? 0,
    lastDirection: isIn ? 'in' : 'out',
    isUnread: row.isUnread === 1,
  }
}

/** The last `limit` texts from a number, oldest first. */
export async function inboundOfNumber(reader: Reader, e164: E164, limit: number): Promise<readonly ThreadInbound[]> {
  const rows = await reader
    .selectFrom('inbound_message as inbound')
    .leftJoin('staff', 'staff.id', 'inbound.decided_by')
    .select(['inbound.id', 'body', 'meaning', 'decision', 'staff.name as decidedBy'])
    .select(['sent_at_ms as atMs', 'read_at_ms as readAtMs'])
    .select(sql<number>`(SELECT count(*) FROM inbound_media m WHERE m.inbound_id = inbound.id)`.as('attachments'))
    .where('e164', '=', e164)
    .orderBy('sent_at_ms', 'desc')
    .orderBy('inbound.id', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed()
}

/** How many threads have a text that nobody has read. */
export async function countUnreadThreads(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('inbound_message')
    .select((eb) => eb.fn.count<number>('e164').distinct().as('count'))
    .where('read_at_ms', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Tells whether a text of a number still waits for a person to say what it meant. */
export async function hasUndecided(reader: Reader, e164: E164): Promise<boolean> {
  const row = await reader
    .selectFrom('inbound_message')
    .select('id')
    .where('e164', '=', e164)
    .where('meaning', '=', 'maybe_stop')
    .where('decision', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
