import type { Selectable } from 'kysely'
import type { E164, InboundMessageId, StaffId, SuppressionId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { StandingStop, StopSource } from '../../../shared/domain/suppression.ts'
import type { SuppressionTable } from '../schema/consent.ts'
import type { Reader, Writer } from '../schema.ts'

/** A block on a number that said stop, or that perhaps did (`maybe_stop`). It stands until it is lifted. */
export interface StoredSuppression extends StandingStop {
  readonly id: SuppressionId
  readonly e164: E164
  /** The person's own words, where there are any. */
  readonly words: string | null
  /** SHA-256 in hex of what proves it: the letter's photo, the list's file. */
  readonly evidenceSha256: string | null
  readonly inboundId: InboundMessageId | null
  readonly staffId: StaffId | null
  /** When it was said, or for a letter the day it came in. */
  readonly atMs: Instant
  /** When it was written down. It has held since. */
  readonly recordedAtMs: Instant
  readonly liftedAtMs: Instant | null
  /** What lifted it: the id of a text or of a member of staff. */
  readonly liftedBy: string | null
}

type Left = 'scope' | 'evidenceSha256' | 'recordedAtMs'

/** A block to be set; of everything, without proof and written down as it was said, unless it says otherwise. */
export type NewSuppression = Omit<StoredSuppression, Left | 'liftedAtMs' | 'liftedBy'> &
  Partial<Pick<StoredSuppression, Left>>

/** Blocks a number. False when it stands already, said in the same way and of the same scope. */
export async function addSuppression(writer: Writer, suppression: NewSuppression): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('suppression')
    .values({
      id: suppression.id,
      e164: suppression.e164,
      source: suppression.source,
      scope: suppression.scope ?? 'everything',
      words: suppression.words,
      evidence_sha256: suppression.evidenceSha256 ?? null,
      inbound_id: suppression.inboundId,
      staff_id: suppression.staffId,
      at_ms: suppression.atMs,
      recorded_at_ms: suppression.recordedAtMs ?? suppression.atMs,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Lifts the blocks of a number that came by one of these sources, and tells how many. The rows stay. */
export async function liftSuppressions(
  writer: Writer,
  lift: {
    readonly e164: E164
    readonly sources: readonly StopSource[]
    readonly atMs: Instant
    readonly by: string
  },
): Promise<number> {
  const { numUpdatedRows } = await writer
    .updateTable('suppression')
    .set({ lifted_at_ms: lift.atMs, lifted_by: lift.by })
    .where('e164', '=', lift.e164)
    .where('source', 'in', among(lift.sources))
    .where('lifted_at_ms', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Lifts one block. The row stays. */
export async function liftSuppression(
  writer: Writer,
  id: SuppressionId,
  lift: { readonly atMs: Instant; readonly by: string },
): Promise<void> {
  await writer
    .updateTable('suppression')
    .set({ lifted_at_ms: lift.atMs, lifted_by: lift.by })
    .where('id', '=', id)
    .where('lifted_at_ms', 'is', null)
    .execute()
}

/** The blocks that stand on these numbers. A number has at most one of each source and scope. */
export async function standingSuppressions(
  reader: Reader,
  numbers: readonly E164[],
): Promise<readonly StoredSuppression[]> {
  const rows = await reader
    .selectFrom('suppression')
    .selectAll()
    .where('e164', 'in', among(numbers))
    .where('lifted_at_ms', 'is', null)
    .orderBy('at_ms')
    .execute()
  return rows.map(toSuppression)
}

/** Every block these numbers ever had, the lifted ones too, in the order they were set. */
export async function suppressionsOf(reader: Reader, numbers: readonly E164[]): Promise<readonly StoredSuppression[]> {
  const rows = await reader
    .selectFrom('suppression')
    .selectAll()
    .where('e164', 'in', among(numbers))
    .orderBy('at_ms')
    .execute()
  return rows.map(toSuppression)
}

/** One block by its id. */
export async function getSuppression(reader: Reader, id: SuppressionId): Promise<StoredSuppression | null> {
  const row = await reader.selectFrom('suppression').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toSuppression(row) : null
}

/** The stops that stand, doubts left out, after an id and in the order of ids. For lists of any length, page by page. */
export async function standingStopsAfter(
  reader: Reader,
  after: SuppressionId | null,
  limit: number,
): Promise<readonly StoredSuppression[]> {
  const rows = await reader
    .selectFrom('suppression')
    .selectAll()
    .where('id', '>', after ?? ('' as SuppressionId))
    .where('lifted_at_ms', 'is', null)
    .where('source', '<>', 'maybe_stop')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toSuppression)
}

/** How many numbers said stop and stand by it. */
export async function countStoppedNumbers(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('suppression')
    .select((eb) => eb.fn.count<number>('e164').distinct().as('count'))
    .where('lifted_at_ms', 'is', null)
    .where('source', '<>', 'maybe_stop')
    .executeTakeFirstOrThrow()
  return count
}

function toSuppression(row: Selectable<SuppressionTable>): StoredSuppression {
  return {
    id: row.id,
    e164: row.e164,
    source: row.source,
    scope: row.scope,
    words: row.words,
    evidenceSha256: row.evidence_sha256,
    inboundId: row.inbound_id,
    staffId: row.staff_id,
    atMs: row.at_ms,
    recordedAtMs: row.recorded_at_ms,
    liftedAtMs: row.lifted_at_ms,
    liftedBy: row.lifted_by,
  }
}
