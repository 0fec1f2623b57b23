import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { BroadcastId, LineId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Broadcast } from './broadcasts.ts'
import type { Reader } from '../schema.ts'
import { hasNoDoubt, isQueued, isRetrying } from './waiting-conditions.ts'
import type { Channel } from './waiting-deliveries.ts'

/** A broadcast that has copies waiting on a line and is held back by nobody. */
export interface OpenBroadcast extends Pick<
  Broadcast,
  'rank' | 'perDay' | 'canarySize' | 'canaryState' | 'canaryUntilMs'
> {
  readonly id: BroadcastId
  readonly messageId: MessageId
  readonly channel: Channel
  readonly createdAtMs: Instant
  /** When its first copy may leave, past or future. */
  readonly dueAtMs: Instant
}

/** One look into an index for each broadcast that is not over by its own stage, however many copies wait. */
export async function openBroadcasts(reader: Reader, lineId: LineId): Promise<readonly OpenBroadcast[]> {
  const untried = sql<Instant | null>`(
    SELECT not_before_ms FROM delivery WHERE message_id = message.id AND ${isQueued}
      AND line_id = ${lineId} AND retry_at_ms = 0 AND ${hasNoDoubt}
    ORDER BY not_before_ms LIMIT 1)`
  const again = sql<Instant | null>`(
    SELECT min(max(not_before_ms, retry_at_ms)) FROM delivery WHERE line_id = ${lineId} AND lane = 2
      AND message_id = message.id AND ${isRetrying} AND ${hasNoDoubt})`
  const rows = await reader
    .selectFrom('broadcast')
    .innerJoin('message', 'message.broadcast_id', 'broadcast.id')
    .select(['broadcast.id', 'message.id as messageId', 'message.channel', 'broadcast.rank'])
    .select(['broadcast.per_day as perDay', 'broadcast.canary_size as canarySize'])
    .select(['broadcast.canary_state as canaryState', 'broadcast.canary_until_ms as canaryUntilMs'])
    .select(['broadcast.created_at_ms as createdAtMs', untried.as('untriedMs'), again.as('againMs')])
    .where('broadcast.stage', '=', 'planned')
    .where('broadcast.is_paused', '=', 0)
    .execute()
  return rows.flatMap(({ untriedMs, againMs, ...row }) => {
    const dues = [untriedMs, againMs].filter((atMs) => atMs !== null)
    return dues.length === 0 ? [] : [{ ...row, dueAtMs: Math.min(...dues) }]
  })
}

/** What was begun since an instant: by a line, or of one message. What certainly did not leave is not counted. */
export async function begunSince(
  reader: Reader,
  of: { readonly lineId: LineId } | { readonly messageId: MessageId },
  sinceMs: Instant,
): Promise<{ readonly count: number; readonly units: number }> {
  return reader
    .selectFrom('attempt')
    .innerJoin('delivery', 'delivery.id', 'attempt.delivery_id')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`coalesce(sum(iif(message.channel = 'mms', 1, delivery.segments)), 0)`.as('units'),
    ])
    .where('attempt.started_at_ms', '>=', sinceMs)
    .where(hasBegun)
    .where('lineId' in of ? isOfLine(of.lineId) : isOfMessage(of.messageId))
    .executeTakeFirstOrThrow()
}

/** In which states those copies of a message are that were begun since an instant. */
export async function statesOfBegun(
  reader: Reader,
  messageId: MessageId,
  sinceMs: Instant,
): Promise<readonly { readonly state: DeliveryState; readonly count: number }[]> {
  return reader
    .selectFrom('attempt')
    .innerJoin('delivery', 'delivery.id', 'attempt.delivery_id')
    .select(['delivery.state', sql<number>`count(DISTINCT delivery.id)`.as('count')])
    .where('attempt.started_at_ms', '>=', sinceMs)
    .where(hasBegun)
    .where(isOfMessage(messageId))
    .groupBy('delivery.state')
    .execute()
}

/** How many of those who were sent a message since an instant have said stop since then. */
export async function stopsAmongBegun(reader: Reader, messageId: MessageId, sinceMs: Instant): Promise<number> {
  const { count } = await reader
    .selectFrom('attempt')
    .innerJoin('delivery', 'delivery.id', 'attempt.delivery_id')
    .innerJoin('suppression', 'suppression.e164', 'delivery.e164')
    .select(sql<number>`count(DISTINCT delivery.e164)`.as('count'))
    .where('attempt.started_at_ms', '>=', sinceMs)
    .where(hasBegun)
    .where(isOfMessage(messageId))
    .where('suppression.at_ms', '>=', sinceMs)
    .executeTakeFirstOrThrow()
  return count
}

/** A broadcast whose first few are being watched, in the order in which the watch ends. */
export async function watchedBroadcasts(reader: Reader): Promise<
  readonly {
    readonly id: BroadcastId
    readonly messageId: MessageId
    readonly untilMs: Instant | null
    readonly createdAtMs: Instant
  }[]
> {
  return reader
    .selectFrom('broadcast')
    .innerJoin('message', 'message.broadcast_id', 'broadcast.id')
    .select(['broadcast.id', 'message.id as messageId'])
    .select(['broadcast.canary_until_ms as untilMs', 'broadcast.created_at_ms as createdAtMs'])
    .where(sql<boolean>`broadcast.canary_state = 'watching'`)
    .orderBy('broadcast.canary_until_ms')
    .execute()
}

const hasBegun = sql<boolean>`(attempt.outcome IS NULL OR attempt.outcome IN ('ACCEPTED', 'IN_DOUBT', 'PERMANENT'))`

// The plus keeps SQLite from beginning with the hundred thousand copies of a message: few were begun.
const isOfMessage = (id: MessageId) => sql<boolean>`+delivery.message_id = ${id}`
const isOfLine = (id: LineId) => sql<boolean>`+delivery.line_id = ${id}`
