import { type Selectable, sql } from 'kysely'
import type { DeliveryId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** One request to the provider for one delivery. Its row is on disk before the request leaves. */
export interface Attempt {
  readonly deliveryId: DeliveryId
  /** 1 for the first. */
  readonly n: number
  readonly clientRef: string
  readonly bodySha256: string
  /** True where a person asked for it with "send again". */
  readonly isByPerson: boolean
  readonly staffId: StaffId | null
  readonly startedAtMs: Instant
  readonly finishedAtMs: Instant | null
  readonly outcome: Selectable<Schema['attempt']>['outcome']
  readonly httpStatus: number | null
  readonly code: string | null
}

/** How an attempt ended. */
export interface AttemptEnd {
  readonly finishedAtMs: Instant
  readonly outcome: NonNullable<Selectable<Schema['attempt']>['outcome']>
  readonly httpStatus: number | null
  readonly code: string | null
}

/** An attempt whose request was not made yet. */
export type NewAttempt = Omit<Attempt, 'finishedAtMs' | 'outcome' | 'httpStatus' | 'code'>

/** Writes attempts down before their requests are made; a few dozen at a time. */
export async function addAttempts(writer: Writer, attempts: readonly NewAttempt[]): Promise<void> {
  await writer
    .insertInto('attempt')
    .values(
      attempts.map((attempt) => ({
        delivery_id: attempt.deliveryId,
        n: attempt.n,
        client_ref: attempt.clientRef,
        body_sha256: attempt.bodySha256,
        is_by_person: attempt.isByPerson ? 1 : 0,
        staff_id: attempt.staffId,
        started_at_ms: attempt.startedAtMs,
        finished_at_ms: null,
        outcome: null,
        http_status: null,
        code: null,
      })),
    )
    .execute()
}

/** Writes down how attempts ended, all in the same way. */
export async function finishAttempts(writer: Writer, clientRefs: readonly string[], end: AttemptEnd): Promise<void> {
  await writer.updateTable('attempt').set(columnsOf(end)).where('client_ref', 'in', among(clientRefs)).execute()
}

/** The attempts of one delivery, first to last. */
export async function attemptsOf(reader: Reader, deliveryId: DeliveryId): Promise<readonly Attempt[]> {
  const rows = await reader
    .selectFrom('attempt')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('n')
    .execute()
  return rows.map(toAttempt)
}

/** The delivery to which an attempt's client reference belongs. */
export async function deliveryIdOfClientRef(reader: Reader, clientRef: string): Promise<DeliveryId | null> {
  const row = await reader
    .selectFrom('attempt')
    .select('delivery_id')
    .where('client_ref', '=', clientRef)
    .executeTakeFirst()
  return row?.delivery_id ?? null
}

/** How many segments the last request carried, whichever line it left by; null before the first. */
export async function lastBegunSegments(reader: Reader): Promise<number | null> {
  const row = await reader
    .selectFrom('attempt')
    .innerJoin('delivery', 'delivery.id', 'attempt.delivery_id')
    .select('delivery.segments')
    .orderBy('attempt.started_at_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.segments ?? null
}

/** When the oldest attempt was begun whose delivery still waits for news of the provider; null when none does. */
export async function oldestUnsettledAttemptAt(reader: Reader, sinceMs: Instant): Promise<Instant | null> {
  const row = await reader
    .selectFrom('attempt')
    .innerJoin('delivery', 'delivery.id', 'attempt.delivery_id')
    .select((eb) => eb.fn.min('attempt.started_at_ms').as('started_at_ms'))
    .where(sql<boolean>`+delivery.state IN ('accepted', 'submitted', 'in_doubt', 'needs_person')`)
    .where('attempt.started_at_ms', '>=', sinceMs)
    .executeTakeFirst()
  return row?.started_at_ms ?? null
}

function columnsOf(end: AttemptEnd) {
  return { finished_at_ms: end.finishedAtMs, outcome: end.outcome, http_status: end.httpStatus, code: end.code }
}

function toAttempt(row: Selectable<Schema['attempt']>): Attempt {
  return {
    deliveryId: row.delivery_id,
    n: row.n,
    clientRef: row.client_ref,
    bodySha256: row.body_sha256,
    isByPerson: row.is_by_person === 1,
    staffId: row.staff_id,
    startedAtMs: row.started_at_ms,
    finishedAtMs: row.finished_at_ms,
    outcome: row.outcome,
    httpStatus: row.http_status,
    code: row.code,
  }
}
