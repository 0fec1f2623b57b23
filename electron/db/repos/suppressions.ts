import type { Selectable } from 'kysely'
import type { E164, InboundMessageId, StaffId, SuppressionId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { SuppressionSource, SuppressionTable } from '../schema/consent.ts'
import type { Reader, Writer } from '../schema.ts'

/** A block on a number that said stop, or that perhaps did (`maybe_stop`). It stands until it is lifted. */
export interface StoredSuppression {
  readonly id: SuppressionId
  readonly e164: E164
  readonly source: SuppressionSource
  /** The person's own words, where there are any. */
  readonly words: string | null
  readonly inboundId: InboundMessageId | null
  readonly staffId: StaffId | null
  readonly atMs: Instant
  readonly liftedAtMs: Instant | null
  /** What lifted it: the id of a text or of a member of staff. */
  readonly liftedBy: string | null
}

/** A block to be set. */
export type NewSuppression = Omit<StoredSuppression, 'liftedAtMs' | 'liftedBy'>

/** Blocks a number. False when it is blocked already, by a stop or, for `maybe_stop`, by another such doubt. */
export async function addSuppression(writer: Writer, suppression: NewSuppression): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('suppression')
    .values({
      id: suppression.id,
      e164: suppression.e164,
      source: suppression.source,
      words: suppression.words,
      inbound_id: suppression.inboundId,
      staff_id: suppression.staffId,
      at_ms: suppression.atMs,
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
    readonly sources: readonly SuppressionSource[]
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

/** The blocks that stand on these numbers. A number has at most one stop and one `maybe_stop`. */
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

function toSuppression(row: Selectable<SuppressionTable>): StoredSuppression {
  return {
    id: row.id,
    e164: row.e164,
    source: row.source,
    words: row.words,
    inboundId: row.inbound_id,
    staffId: row.staff_id,
    atMs: row.at_ms,
    liftedAtMs: row.lifted_at_ms,
    liftedBy: row.lifted_by,
  }
}
