import { type Selectable, sql } from 'kysely'
import type { BroadcastId, E164, PersonId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Why } from './deliveries.ts'
import type { BroadcastTable } from '../schema/practice.ts'
import type { Reader, Writer } from '../schema.ts'

/** A mass text as it was planned: many private messages. */
export interface Broadcast {
  readonly id: BroadcastId
  /** Made by the window once per press, so that a double press plans once. */
  readonly onceKey: string
  readonly title: string
  /** With its merge fields, as it was written. */
  readonly body: string
  readonly purpose: 'care' | 'marketing' | 'emergency'
  readonly emergencyReason: string | null
  readonly isPaused: boolean
  /** While it is being planned none of its messages may leave; of a cancelled one none ever does. */
  readonly stage: 'planning' | 'planned' | 'cancelled'
  /** Why it was held back, where Optdesk did it; null where a person did. */
  readonly pauseWhy: Why | null
  /** The lower goes first; broadcasts of one rank take turns. */
  readonly rank: number
  /** So many go first and are watched; 0 for none. */
  readonly canarySize: number
  readonly canaryState: Selectable<BroadcastTable>['canary_state']
  /** Until when the first few are watched at the latest. */
  readonly canaryUntilMs: Instant | null
  /** At most so many a day; null for as many as the line takes. */
  readonly perDay: number | null
  readonly startsAtMs: Instant
  readonly staffId: StaffId
  readonly createdAtMs: Instant
}

/** Somebody whom a broadcast left out, and the rule behind it. */
export interface BroadcastLeftOut {
  readonly personId: PersonId | null
  readonly e164: E164 | null
  readonly displayName: string
  readonly reason: string
  readonly rule: string
}

/** What a broadcast is made of. */
export type NewBroadcast = Pick<
  Broadcast,
  'id' | 'onceKey' | 'title' | 'body' | 'purpose' | 'emergencyReason' | 'startsAtMs' | 'staffId' | 'createdAtMs'
> &
  Partial<Pick<Broadcast, 'rank' | 'canarySize' | 'perDay'>>

/** Adds a broadcast. Throws when its once key is known: look with `broadcastByOnceKey` first, in one transaction. */
export async function addBroadcast(writer: Writer, broadcast: NewBroadcast): Promise<void> {
  await writer
    .insertInto('broadcast')
    .values({
      id: broadcast.id,
      once_key: broadcast.onceKey,
      title: broadcast.title,
      body: broadcast.body,
      purpose: broadcast.purpose,
      emergency_reason: broadcast.emergencyReason,
      rank: broadcast.rank ?? 0,
      canary_size: broadcast.canarySize ?? 0,
      per_day: broadcast.perDay ?? null,
      starts_at_ms: broadcast.startsAtMs,
      staff_id: broadcast.staffId,
      created_at_ms: broadcast.createdAtMs,
    })
    .execute()
}

/** One broadcast, or null. */
export async function getBroadcast(reader: Reader, id: BroadcastId): Promise<Broadcast | null> {
  const row = await reader.selectFrom('broadcast').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toBroadcast(row) : null
}

/** The broadcast that this press has made already, or null. */
export async function broadcastByOnceKey(reader: Reader, onceKey: string): Promise<Broadcast | null> {
  const row = await reader.selectFrom('broadcast').selectAll().where('once_key', '=', onceKey).executeTakeFirst()
  return row ? toBroadcast(row) : null
}

/** The latest broadcasts, the newest first. */
export async function listBroadcasts(reader: Reader, limit: number): Promise<readonly Broadcast[]> {
  const rows = await reader
    .selectFrom('broadcast')
    .selectAll()
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toBroadcast)
}

/** Holds a broadcast back, or lets it go on; `why` where Optdesk does it and not a person. */
export async function setBroadcastPaused(
  writer: Writer,
  id: BroadcastId,
  isPaused: boolean,
  why: Why | null = null,
): Promise<void> {
  await writer
    .updateTable('broadcast')
    .set({ is_paused: isPaused ? 1 : 0, pause_why: why && JSON.stringify(why) })
    .where('id', '=', id)
    .execute()
}

/** Says how the watch over the first few of a broadcast stands. */
export async function setCanary(
  writer: Writer,
  id: BroadcastId,
  state: Broadcast['canaryState'],
  untilMs: Instant | null,
): Promise<void> {
  await writer
    .updateTable('broadcast')
    .set({ canary_state: state, canary_until_ms: untilMs })
    .where('id', '=', id)
    .execute()
}

/**
 * Gives a broadcast the rank right before or right after another rank, and makes room for it: the others keep their order,
 * and those that take turns with each other go on taking turns.
 */
export async function rankBeside(
  writer: Writer,
  id: BroadcastId,
  rank: number,
  place: 'before' | 'after',
): Promise<void> {
  const isBefore = place === 'before'
  await writer
    .updateTable('broadcast')
    .set((eb) => ({ rank: eb('rank', isBefore ? '-' : '+', 1) }))
    .where('rank', isBefore ? '<' : '>', rank)
    .execute()
  await writer
    .updateTable('broadcast')
    .set({ rank: isBefore ? rank - 1 : rank + 1 })
    .where('id', '=', id)
    .execute()
}

/** Freezes whom a broadcast leaves out, numbered on from `firstSeq`; keep it to a few hundred at a time. */
export async function addLeftOut(
  writer: Writer,
  id: BroadcastId,
  leftOut: readonly BroadcastLeftOut[],
  firstSeq: number,
): Promise<void> {
  if (leftOut.length === 0) return
  const rows = leftOut.map((person, index) => [
    firstSeq + index,
    person.personId,
    person.e164,
    person.displayName,
    person.reason,
    person.rule,
  ])
  // One JSON value, so that the statement is prepared once for any number of rows.
  await sql`INSERT INTO broadcast_left_out (broadcast_id, seq, person_id, e164, display_name, reason, rule)
    SELECT ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM json_each(${JSON.stringify(rows)})`.execute(writer)
}

/** Whom a broadcast left out, in the order of its audience. */
export async function leftOutOf(reader: Reader, id: BroadcastId, limit: number): Promise<readonly BroadcastLeftOut[]> {
  return reader
    .selectFrom('broadcast_left_out')
    .select(['person_id as personId', 'e164', 'display_name as displayName', 'reason', 'rule'])
    .where('broadcast_id', '=', id)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** How many people a broadcast left out for each reason. */
export async function leftOutGroupsOf(
  reader: Reader,
  id: BroadcastId,
): Promise<readonly (Pick<BroadcastLeftOut, 'reason' | 'rule'> & { readonly count: number })[]> {
  return reader
    .selectFrom('broadcast_left_out')
    .select((eb) => ['reason', 'rule', eb.fn.countAll<number>().as('count')])
    .where('broadcast_id', '=', id)
    .groupBy(['reason', 'rule'])
    .orderBy('count', 'desc')
    .orderBy('reason')
    .execute()
}

/** How many people each of these broadcasts left out. A broadcast that left nobody out is not in the map. */
export async function countLeftOut(
  reader: Reader,
  ids: readonly BroadcastId[],
): Promise<ReadonlyMap<BroadcastId, number>> {
  const rows = await reader
    .selectFrom('broadcast_left_out')
    .select((eb) => ['broadcast_id', eb.fn.countAll<number>().as('count')])
    .where('broadcast_id', 'in', among(ids))
    .groupBy('broadcast_id')
    .execute()
  return new Map(rows.map((row) => [row.broadcast_id, row.count]))
}

function toBroadcast(row: Selectable<BroadcastTable>): Broadcast {
  return {
    id: row.id,
    onceKey: row.once_key,
    title: row.title,
    body: row.body,
    purpose: row.purpose,
    emergencyReason: row.emergency_reason,
    isPaused: row.is_paused === 1,
    stage: row.stage,
    pauseWhy: row.pause_why === null ? null : (JSON.parse(row.pause_why) as Why),
    rank: row.rank,
    canarySize: row.canary_size,
    canaryState: row.canary_state,
    canaryUntilMs: row.canary_until_ms,
    perDay: row.per_day,
    startsAtMs: row.starts_at_ms,
    staffId: row.staff_id,
    createdAtMs: row.created_at_ms,
  }
}
