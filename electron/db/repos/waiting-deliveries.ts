import { sql } from 'kysely'
import type { Lane, MessageKind } from '../../../shared/domain/lane.ts'
import type { BroadcastId, DeliveryId, E164, GroupThreadId, LineId, MessageId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'
import { type Delivery, toDelivery } from './deliveries.ts'
import { hasNoDoubt, isQueued, isRetrying, isWaiting } from './waiting-conditions.ts'

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

function candidates(reader: Reader, nowMs: Instant) {
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
    .where('delivery.not_before_ms', '<=', nowMs)
    .where('delivery.retry_at_ms', '<=', nowMs)
    .where('delivery.expires_at_ms', '>', nowMs)
    .where(hasNoDoubt)
    .limit(1)
}

type CandidateRow = NonNullable<Awaited<ReturnType<ReturnType<typeof candidates>['executeTakeFirst']>>>

function readCandidate(row: CandidateRow | undefined): Candidate | null {
  if (!row) return null
  const { kind, purpose, channel, broadcastId, groupThreadId, zone, region } = row
  return { delivery: toDelivery(row), kind, purpose, channel, broadcastId, groupThreadId, zone, region }
}

/** The longest waiting delivery of a lane whose time has come, among the ways that have room and the numbers that are free. */
export async function nextInLane(
  reader: Reader,
  lane: {
    readonly lineId: LineId
    readonly lane: PersonalLane
    readonly channels: readonly Channel[]
    readonly busy: readonly E164[]
  },
  nowMs: Instant,
): Promise<Candidate | null> {
  const row = await candidates(reader, nowMs)
    .where('delivery.line_id', '=', lane.lineId)
    .where('delivery.lane', '=', lane.lane)
    .where('message.channel', 'in', lane.channels)
    .$if(lane.busy.length > 0, (query) => query.where('delivery.e164', 'not in', lane.busy))
    .orderBy('delivery.not_before_ms')
    .orderBy('delivery.id')
    .executeTakeFirst()
  return readCandidate(row)
}

/** The longest waiting copy of a broadcast whose time has come, among the numbers that are free. */
export async function nextOfMessage(
  reader: Reader,
  copy: { readonly lineId: LineId; readonly messageId: MessageId; readonly busy: readonly E164[] },
  nowMs: Instant,
): Promise<Candidate | null> {
  const row = await candidates(reader, nowMs)
    .where(isWaiting)
    .where('delivery.message_id', '=', copy.messageId)
    .where('delivery.line_id', '=', copy.lineId)
    .$if(copy.busy.length > 0, (query) => query.where('delivery.e164', 'not in', copy.busy))
    .orderBy('delivery.not_before_ms')
    .orderBy('delivery.id')
    .executeTakeFirst()
  return readCandidate(row)
}

/** The earliest instant, past or future, at which something of a lane may leave that never tried; null for never. */
export async function nextDueInLane(reader: Reader, lineId: LineId, lane: PersonalLane): Promise<Instant | null> {
  const row = await reader
    .selectFrom('delivery')
    .select('not_before_ms')
    .where('line_id', '=', lineId)
    .where('lane', '=', lane)
    .where(isQueued)
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
    SELECT delivery.id FROM message CROSS JOIN delivery INDEXED BY delivery_waiting_of_message
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
