import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { LineId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import { isQueued, isRetrying, isWaiting } from './waiting-conditions.ts'

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
  return reader
    .selectFrom('delivery')
    .select([count.as('count'), segments.as('segments')])
    .where(isQueued)
    .where('line_id', '=', lineId)
    .where(sql<boolean>`lane IN (0, 1, 2)`)
    .where('not_before_ms', '<=', nowMs)
    .executeTakeFirstOrThrow()
}

/** What of it is for single people and groups, or answers them. */
export async function personalLoad(reader: Reader, lineId: LineId, nowMs: Instant): Promise<Load> {
  return reader
    .selectFrom('delivery')
    .select([count.as('count'), segments.as('segments')])
    .where(isQueued)
    .where('line_id', '=', lineId)
    .where(sql<boolean>`lane IN (0, 1)`)
    .where('not_before_ms', '<=', nowMs)
    .executeTakeFirstOrThrow()
}

/** How much of a line is queued at all. */
export async function countQueued(reader: Reader, lineId: LineId): Promise<number> {
  const row = await reader
    .selectFrom('delivery')
    .select(count.as('count'))
    .where(isQueued)
    .where('line_id', '=', lineId)
    .executeTakeFirstOrThrow()
  return row.count
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
  return reader
    .selectFrom('delivery')
    .select([count.as('count'), segments.as('segments')])
    .select(sql<Instant | null>`max(not_before_ms)`.as('lastAtMs'))
    .where(isWaiting)
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
}
