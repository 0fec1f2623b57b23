import { sql } from 'kysely'
import type { Lane, MessageKind } from '../../../shared/domain/lane.ts'
import type { BroadcastId, DeliveryId, E164, GroupThreadId, LineId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import { type Delivery, toDelivery } from './deliveries.ts'
import { hasNoDoubt, isPersonal, isQueued, isRetrying, isWaiting } from './waiting-conditions.ts'

/** A delivery whose turn it may be, with what decides whether it may leave. */
export interface Candidate {
  readonly delivery: Delivery
  readonly kind: MessageKind
  readonly purpose: 'care' | 'marketing' | 'emergency' | 'service'
  readonly channel: Channel
  readonly broadcastId: BroadcastId | null
  readonly groupThreadId: GroupThreadId | null
  /** The zone and the state of the person's address, where they are known. */
  readonly zone: string | null
  readonly region: string | null
}

/** How a message goes: each way has a rate of its own. */
export const CHANNELS = ['sms', 'mms'] as const
export type Channel = (typeof CHANNELS)[number]

/** Lanes in which each message is for somebody of its own; in the third, broadcasts take turns. */
export type PersonalLane = Exclude<Lane, 2>

function queued(reader: Reader) {
  return reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
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
    .where(isQueued)
}

function candidates(reader: Reader, { lineId, busy, limit }: Wanted, nowMs: Instant) {
  return queued(reader)
    .where('delivery.not_before_ms', '<=', nowMs)
    .where('delivery.retry_at_ms', '<=', nowMs)
    .where('delivery.expires_at_ms', '>', nowMs)
    .where(hasNoDoubt)
    .where('delivery.line_id', '=', lineId)
    .$if(busy.length > 0, (query) => query.where('delivery.e164', 'not in', busy))
    .orderBy('delivery.not_before_ms')
    .limit(limit)
}

type CandidateRow = Awaited<ReturnType<ReturnType<typeof candidates>['execute']>>[number]

function readCandidate(row: CandidateRow): Candidate {
  const { kind, purpose, channel, broadcastId, groupThreadId, zone, region } = row
  return { delivery: toDelivery(row), kind, purpose, channel, broadcastId, groupThreadId, zone, region }
}

/** Where to look for deliveries whose time has come, and whom to leave alone. */
interface Wanted {
  readonly lineId: LineId
  /** Numbers that are not free. */
  readonly busy: readonly E164[]
  readonly limit: number
}

/** The longest waiting deliveries of a lane whose time has come, among the ways that have room. */
export async function dueInLane(
  reader: Reader,
  wanted: Wanted & { readonly lane: PersonalLane; readonly channels: readonly Channel[] },
  nowMs: Instant,
): Promise<readonly Candidate[]> {
  const rows = await candidates(reader, wanted, nowMs)
    .where('delivery.lane', '=', wanted.lane)
    .where(isPersonal)
    .orderBy('delivery.id')
    .where('message.channel', 'in', wanted.channels)
    .execute()
  return rows.map(readCandidate)
}

/** The longest waiting copies of a broadcast whose time has come. */
export async function dueOfMessage(
  reader: Reader,
  wanted: Wanted & { readonly messageId: MessageId },
  nowMs: Instant,
): Promise<readonly Candidate[]> {
  const rows = await candidates(reader, wanted, nowMs).where('delivery.message_id', '=', wanted.messageId).execute()
  return rows.map(readCandidate)
}

/** All queued copies of a message, due or not. For a group, whose copies are few. */
export async function queuedOfMessage(reader: Reader, messageId: MessageId): Promise<readonly Candidate[]> {
  const rows = await queued(reader).where('delivery.message_id', '=', messageId).execute()
  return rows.map(readCandidate)
}

/** The earliest instant, past or future, at which something of a lane may leave that never tried; null for never. */
export async function nextDueInLane(reader: Reader, lineId: LineId, lane: PersonalLane): Promise<Instant | null> {
  const row = await reader
    .selectFrom('delivery')
    .select('not_before_ms')
    .where('line_id', '=', lineId)
    .where('lane', '=', lane)
    .where(isQueued)
    .where(isPersonal)
    .where('retry_at_ms', '=', 0)
    .where(hasNoDoubt)
    .orderBy('not_before_ms')
    .limit(1)
    .executeTakeFirst()
  return row?.not_before_ms ?? null
}

/** The earliest instant at which something to a single person may be tried again; null for never. Few ever wait so. */
export async function nextRetryAt(reader: Reader, lineId: LineId): Promise<Instant | null> {
  const first = sql<{ readonly due_at_ms: Instant | null }>`(
    SELECT min(max(not_before_ms, retry_at_ms)) AS due_at_ms FROM delivery INDEXED BY delivery_retrying
    WHERE line_id = ${lineId} AND lane IN (0, 1) AND ${isRetrying} AND ${hasNoDoubt})`
  const row = await reader.selectFrom(first.as('first')).select('due_at_ms').executeTakeFirst()
  return row?.due_at_ms ?? null
}

/** The earliest instant at which something waiting is too late, on any line; null when nothing waits. */
export async function nextExpiryAt(reader: Reader): Promise<Instant | null> {
  const first = sql<{ readonly expires_at_ms: Instant }>`(
    SELECT expires_at_ms FROM delivery INDEXED BY delivery_expiring WHERE ${isWaiting} ORDER BY expires_at_ms LIMIT 1)`
  const row = await reader.selectFrom(first.as('first')).select('expires_at_ms').executeTakeFirst()
  return row?.expires_at_ms ?? null
}

/** Some of what is too late, the most overdue first. */
export async function overdueDeliveries(reader: Reader, nowMs: Instant, limit: number): Promise<readonly DeliveryId[]> {
  const some = sql<{ readonly id: DeliveryId }>`(
    SELECT id FROM delivery INDEXED BY delivery_expiring WHERE ${isWaiting} AND expires_at_ms <= ${nowMs}
    ORDER BY expires_at_ms LIMIT ${limit})`
  const rows = await reader.selectFrom(some.as('some')).select('id').execute()
  return rows.map(({ id }) => id)
}

/** Some of the copies of a broadcast that have not left. */
export async function waitingOfBroadcast(
  reader: Reader,
  broadcastId: BroadcastId,
  limit: number,
): Promise<readonly DeliveryId[]> {
  const some = sql<{ readonly id: DeliveryId }>`(
    SELECT delivery.id FROM message CROSS JOIN delivery INDEXED BY delivery_of_message
    WHERE message.broadcast_id = ${broadcastId} AND delivery.message_id = message.id AND ${isWaiting} LIMIT ${limit})`
  const rows = await reader.selectFrom(some.as('some')).select('id').execute()
  return rows.map(({ id }) => id)
}

/** Tells whether a person has still to decide what the last reply of a number meant. */
export async function isInDoubtAboutStop(reader: Reader, e164: E164): Promise<boolean> {
  const row = await reader
    .selectFrom('suppression')
    .select('id')
    .where('e164', '=', e164)
    .where('source', '=', 'maybe_stop')
    .where('lifted_at_ms', 'is', null)
    .executeTakeFirst()
  return row !== undefined
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
