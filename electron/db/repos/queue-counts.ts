import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { LineId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import { isPersonal, isQueued, isRetrying, isWaiting } from './waiting-conditions.ts'

/** How many deliveries, and how many segments they carry. */
export interface Load {
  readonly count: number
  readonly segments: number
}

const count = sql<number>`count(*)`
const segments = sql<number>`coalesce(sum(segments), 0)`

/** How many deliveries are in each of the states that somebody still watches; what is queued is counted by `dueLoad`. */
export async function countByState(reader: Reader): Promise<Readonly<Partial<Record<DeliveryState, number>>>> {
  const rows = await reader
    .selectFrom('delivery')
    .select(['state', count.as('count')])
    .where('state', 'in', ['held', 'sending', 'in_doubt', 'needs_person', 'failed'])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, row.count]))
}

/** What of a line's queue has come to its hour, whether or not a try has yet to wait. */
export async function dueLoad(reader: Reader, lineId: LineId, nowMs: Instant): Promise<Load> {
  const copies = await copiesOfLine(reader, lineId)
    .select([count.as('count'), segments.as('segments')])
    .where('copy.not_before_ms', '<=', nowMs)
    .executeTakeFirstOrThrow()
  const personal = await personalLoad(reader, lineId, nowMs)
  return { count: personal.count + copies.count, segments: personal.segments + copies.segments }
}

/** What of it is for single people and groups, or answers them. */
export async function personalLoad(reader: Reader, lineId: LineId, nowMs: Instant): Promise<Load> {
  return personalOfLine(reader, lineId)
    .select([count.as('count'), segments.as('segments')])
    .where('not_before_ms', '<=', nowMs)
    .executeTakeFirstOrThrow()
}

/** How many of a line have yet to come to their hour. */
export async function countLater(reader: Reader, lineId: LineId, nowMs: Instant): Promise<number> {
  const copies = await copiesOfLine(reader, lineId)
    .select(count.as('count'))
    .where('copy.not_before_ms', '>', nowMs)
    .executeTakeFirstOrThrow()
  const personal = await personalOfLine(reader, lineId)
    .select(count.as('count'))
    .where('not_before_ms', '>', nowMs)
    .executeTakeFirstOrThrow()
  return personal.count + copies.count
}

/** How many of a line have come to their hour and wait for another try. */
export async function countPatient(reader: Reader, lineId: LineId, nowMs: Instant): Promise<number> {
  const row = await reader
    .selectFrom('delivery')
    .select(count.as('count'))
    .where(isRetrying)
    .where('line_id', '=', lineId)
    .where(sql<boolean>`lane IN (0, 1, 2)`)
    .where('retry_at_ms', '>', nowMs)
    .where('not_before_ms', '<=', nowMs)
    .executeTakeFirstOrThrow()
  return row.count
}

/** What of a message has not left, and when the last of it may. */
export async function waitingOfMessage(
  reader: Reader,
  messageId: MessageId,
): Promise<Load & { readonly lastAtMs: Instant | null }> {
  const load = sql<Load & { readonly lastAtMs: Instant | null }>`(
    SELECT ${count} AS count, ${segments} AS segments, max(not_before_ms) AS lastAtMs
    FROM delivery INDEXED BY delivery_of_message WHERE ${isWaiting} AND message_id = ${messageId})`
  return reader.selectFrom(load.as('load')).selectAll().executeTakeFirstOrThrow()
}

/** What is queued of a line for single people and groups, or answers them. */
function personalOfLine(reader: Reader, lineId: LineId) {
  return reader
    .selectFrom('delivery')
    .where(isQueued)
    .where(isPersonal)
    .where('line_id', '=', lineId)
    .where(sql<boolean>`lane IN (0, 1)`)
}

/** What is queued of a line for many: one look into an index for each broadcast, and along what it has waiting. */
function copiesOfLine(reader: Reader, lineId: LineId) {
  const copies = sql<{ readonly not_before_ms: Instant; readonly segments: number }>`(
    SELECT delivery.not_before_ms, delivery.segments
    FROM message CROSS JOIN delivery INDEXED BY delivery_of_message
    WHERE message.broadcast_id IS NOT NULL AND delivery.message_id = message.id AND ${isQueued}
      AND delivery.line_id = ${lineId})`
  return reader.selectFrom(copies.as('copy'))
}
