import { sql } from 'kysely'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { MessageKind } from '../../../shared/domain/lane.ts'
import type { BroadcastId, E164, GroupThreadId, LineId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import { type Delivery, toDelivery } from './deliveries.ts'

/** A delivery whose turn it may be, with what decides whether it may leave. */
export interface Candidate {
  readonly delivery: Delivery
  readonly kind: MessageKind
  readonly purpose: 'care' | 'marketing' | 'emergency' | 'service'
  readonly channel: 'sms' | 'mms'
  readonly broadcastId: BroadcastId | null
  readonly groupThreadId: GroupThreadId | null
  /** The zone and the state of the person's address, where they are known. */
  readonly zone: string | null
  readonly region: string | null
}

/**
 * What waits on a line and is held back by no person: neither the line nor its broadcast is paused, and nobody has yet
 * to decide whether the number's last reply meant stop.
 */
function waitingOn(reader: Reader, lineId: LineId) {
  return reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .innerJoin('line', 'line.id', 'delivery.line_id')
    .leftJoin('broadcast', 'broadcast.id', 'message.broadcast_id')
    .where('delivery.line_id', '=', lineId)
    .where('delivery.state', '=', 'queued')
    .where('line.pause_code', 'is', null)
    .where((eb) => eb.or([eb('broadcast.is_paused', 'is', null), eb('broadcast.is_paused', '=', 0)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('suppression')
            .select('suppression.id')
            .whereRef('suppression.e164', '=', 'delivery.e164')
            .where('suppression.source', '=', 'maybe_stop')
            .where('suppression.lifted_at_ms', 'is', null),
        ),
      ),
    )
}

/** The next delivery whose time has come: answers to one person before broadcasts, then the longest waiting. */
export async function nextCandidate(reader: Reader, lineId: LineId, nowMs: Instant): Promise<Candidate | null> {
  const row = await waitingOn(reader, lineId)
    .leftJoin('person', 'person.id', 'delivery.person_id')
    .selectAll('delivery')
    .select([
      'message.kind',
      'message.purpose',
      'message.channel',
      'message.broadcast_id as broadcastId',
      'message.group_thread_id as groupThreadId',
      'person.zone',
      'person.region',
    ])
    .where('delivery.not_before_ms', '<=', nowMs)
    .where('delivery.retry_at_ms', '<=', nowMs)
    .where('delivery.expires_at_ms', '>', nowMs)
    .orderBy((eb) => eb('message.broadcast_id', 'is not', null))
    .orderBy('delivery.not_before_ms')
    .orderBy('delivery.id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { kind, purpose, channel, broadcastId, groupThreadId, zone, region } = row
  return { delivery: toDelivery(row), kind, purpose, channel, broadcastId, groupThreadId, zone, region }
}

/** The earliest instant, past or future, at which something waiting may leave; null when nothing waits. */
export async function nextDueAt(reader: Reader, lineId: LineId): Promise<Instant | null> {
  const row = await waitingOn(reader, lineId)
    .select(sql<Instant | null>`min(max(delivery.not_before_ms, delivery.retry_at_ms))`.as('due_at_ms'))
    .executeTakeFirst()
  return row?.due_at_ms ?? null
}

/** The earliest instant at which something waiting is too late; null when nothing waits. */
export async function nextExpiryAt(reader: Reader, lineId: LineId): Promise<Instant | null> {
  const row = await reader
    .selectFrom('delivery')
    .select((eb) => eb.fn.min('expires_at_ms').as('expires_at_ms'))
    .where('line_id', '=', lineId)
    .where('state', 'in', ['held', 'queued'])
    .executeTakeFirst()
  return row?.expires_at_ms ?? null
}

/** How many deliveries of a line are in each of the states that somebody still watches. */
export async function countByState(
  reader: Reader,
  lineId: LineId,
): Promise<Readonly<Partial<Record<DeliveryState, number>>>> {
  const rows = await reader
    .selectFrom('delivery')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('line_id', '=', lineId)
    .where('state', 'in', ['held', 'queued', 'sending', 'in_doubt', 'needs_person', 'failed'])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.state, row.count]))
}

/** How many of the queued deliveries may leave now, and how many wait for their hour or their next try. */
export async function countWaiting(
  reader: Reader,
  lineId: LineId,
  nowMs: Instant,
): Promise<{ readonly ready: number; readonly readySegments: number; readonly later: number }> {
  const row = await reader
    .selectFrom('delivery')
    .select([
      sql<number>`coalesce(sum(max(not_before_ms, retry_at_ms) <= ${nowMs}), 0)`.as('ready'),
      sql<number>`coalesce(sum((max(not_before_ms, retry_at_ms) <= ${nowMs}) * segments), 0)`.as('readySegments'),
      sql<number>`coalesce(sum(max(not_before_ms, retry_at_ms) > ${nowMs}), 0)`.as('later'),
    ])
    .where('line_id', '=', lineId)
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
  return row
}

/** Tells whether a number was given such an answer since an instant. */
export async function hasReplySince(
  reader: Reader,
  e164: E164,
  kind: 'opt_out_reply' | 'help_reply' | 'confirmation',
  sinceMs: Instant,
): Promise<boolean> {
  const row = await reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select('delivery.id')
    .where('delivery.e164', '=', e164)
    .where('delivery.created_at_ms', '>=', sinceMs)
    .where('message.kind', '=', kind)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
