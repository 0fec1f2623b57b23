import { sql } from 'kysely'
import type { BroadcastId, E164, MessageId } from '../../../shared/ids.ts'
import type { Instant, IsoDay } from '../../../shared/time.ts'
import type { Reader, Writer } from '../schema.ts'

/** How far the planning of a broadcast has come. Kept with what was done up to it, so that nothing is done twice. */
export interface PlanMark {
  /** Where in the audience it goes on. */
  readonly after: string
  readonly deliveries: number
  readonly leftOut: number
  /** When the first copy may leave; null while there is none. */
  readonly firstAtMs: Instant | null
  /** For a broadcast that is spread over days: how many have their place on each. */
  readonly days: readonly (readonly [day: IsoDay, count: number])[]
}

/** Nothing planned yet. */
export const NOTHING_PLANNED: PlanMark = {
  after: '',
  deliveries: 0,
  leftOut: 0,
  firstAtMs: null,
  days: [],
}

/** The planning of a broadcast: what was ordered, and how far it has come. */
export interface StoredPlan {
  readonly broadcastId: BroadcastId
  readonly messageId: MessageId
  readonly stage: 'planning' | 'planned' | 'cancelled'
  /** As it was ordered; null once it is planned. */
  readonly order: unknown
  readonly mark: PlanMark
  readonly createdAtMs: Instant
}

/** What the end of the planning sets. */
export interface PlanEnd {
  readonly startsAtMs: Instant
  readonly canarySize: number
  /** A person let it go over the office's own caps. */
  readonly mayExceedCaps: boolean
}

/** The broadcasts whose planning was cut off, oldest first. */
export async function unfinishedPlans(reader: Reader): Promise<readonly BroadcastId[]> {
  const rows = await reader
    .selectFrom('broadcast')
    .select('id')
    .where('stage', '=', 'planning')
    .orderBy('created_at_ms')
    .execute()
  return rows.map(({ id }) => id)
}

/** The broadcasts that were cancelled while some of their messages still wait. */
export async function unfinishedCancellations(reader: Reader): Promise<readonly BroadcastId[]> {
  const rows = await reader
    .selectFrom('broadcast')
    .select('broadcast.id')
    .where('broadcast.stage', '=', 'cancelled')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('message')
          .innerJoin('delivery', 'delivery.message_id', 'message.id')
          .select('delivery.id')
          .whereRef('message.broadcast_id', '=', 'broadcast.id')
          .where('delivery.state', 'in', ['held', 'queued']),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** The plan of one broadcast, or null where there is none. */
export async function getPlan(reader: Reader, id: BroadcastId): Promise<StoredPlan | null> {
  const row = await reader
    .selectFrom('broadcast')
    .innerJoin('message', 'message.broadcast_id', 'broadcast.id')
    .select(['broadcast.id', 'broadcast.stage', 'broadcast.plan', 'broadcast.created_at_ms', 'message.id as messageId'])
    .where('broadcast.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { order = null, mark = NOTHING_PLANNED } = JSON.parse(row.plan ?? '{}') as Partial<
    Pick<StoredPlan, 'order' | 'mark'>
  >
  return {
    broadcastId: row.id,
    messageId: row.messageId,
    stage: row.stage,
    order,
    mark,
    createdAtMs: row.created_at_ms,
  }
}

/** At which stage a broadcast is; null where there is none. */
export async function stageOf(reader: Reader, id: BroadcastId): Promise<StoredPlan['stage'] | null> {
  const row = await reader.selectFrom('broadcast').select('stage').where('id', '=', id).executeTakeFirst()
  return row?.stage ?? null
}

/** Tells whether a message is of a broadcast that was cancelled: no copy of it leaves any more. */
export async function isCalledBack(reader: Reader, messageId: MessageId): Promise<boolean> {
  const row = await reader
    .selectFrom('message')
    .innerJoin('broadcast', 'broadcast.id', 'message.broadcast_id')
    .select('broadcast.id')
    .where('message.id', '=', messageId)
    .where('broadcast.stage', '=', 'cancelled')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps what was ordered, with nothing of it done yet. */
export async function beginPlan(writer: Writer, id: BroadcastId, order: unknown): Promise<void> {
  await writer
    .updateTable('broadcast')
    .set({ stage: 'planning', plan: JSON.stringify({ order, mark: NOTHING_PLANNED }) })
    .where('id', '=', id)
    .execute()
}

/** Remembers how far the planning has come; in the transaction of what was done up to it. */
export async function markPlan(writer: Writer, id: BroadcastId, mark: PlanMark): Promise<void> {
  await writer
    .updateTable('broadcast')
    .set({ plan: sql<string>`json_set(plan, '$.mark', json(${JSON.stringify(mark)}))` })
    .where('id', '=', id)
    .execute()
}

/** Ends the planning: from here on its messages may be claimed, all at once. */
export async function endPlan(writer: Writer, id: BroadcastId, end: PlanEnd): Promise<void> {
  await writer
    .updateTable('broadcast')
    .set({
      stage: 'planned',
      plan: end.mayExceedCaps ? JSON.stringify({ mayExceedCaps: true }) : null,
      starts_at_ms: end.startsAtMs,
      canary_size: end.canarySize,
    })
    .where('id', '=', id)
    .execute()
}

/** Stops a broadcast for good: nothing of it is claimed any more, whatever still waits. */
export async function cancelPlan(writer: Writer, id: BroadcastId): Promise<void> {
  await writer.updateTable('broadcast').set({ stage: 'cancelled', plan: null }).where('id', '=', id).execute()
}

/** Tells whether a person let the broadcast of this message go over the office's own caps. */
export async function mayExceedCaps(reader: Reader, messageId: MessageId): Promise<boolean> {
  const row = await reader
    .selectFrom('message')
    .innerJoin('broadcast', 'broadcast.id', 'message.broadcast_id')
    .select(sql<number | null>`broadcast.plan ->> '$.mayExceedCaps'`.as('may'))
    .where('message.id', '=', messageId)
    .executeTakeFirst()
  return row?.may === 1
}

/** How many copies a broadcast has. */
export async function countCopies(reader: Reader, id: BroadcastId): Promise<number> {
  const { count } = await reader
    .selectFrom('message')
    .innerJoin('delivery', 'delivery.message_id', 'message.id')
    .select((eb) => eb.fn.count<number>('delivery.e164').as('count'))
    .where('message.broadcast_id', '=', id)
    .executeTakeFirstOrThrow()
  return count
}

/** When the first copy of a broadcast may leave. */
export async function startOfBroadcast(reader: Reader, id: BroadcastId): Promise<Instant> {
  const row = await reader.selectFrom('broadcast').select('starts_at_ms').where('id', '=', id).executeTakeFirstOrThrow()
  return row.starts_at_ms
}

/** The numbers that have a copy of a message. For the few thousand of a list; keep everybody's out of memory. */
export async function numbersOfMessage(reader: Reader, messageId: MessageId): Promise<readonly E164[]> {
  const rows = await reader.selectFrom('delivery').select('e164').where('message_id', '=', messageId).execute()
  return rows.map(({ e164 }) => e164)
}
