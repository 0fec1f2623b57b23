import type { Selectable } from 'kysely'
import type { E164, LineId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader, Schema, Writer } from '../schema.ts'
import type { Why } from './deliveries.ts'

/** A sending number of the office. */
export interface Line {
  readonly id: LineId
  readonly e164: E164
  readonly class: Selectable<Schema['line']>['class']
  readonly ratePerMin: number
  /** Why the provider refuses the line or the account; null while all is well. */
  readonly pause: Why | null
  readonly createdAtMs: Instant
}

/** Adds a sending number. */
export async function addLine(writer: Writer, line: Omit<Line, 'pause'>): Promise<void> {
  await writer
    .insertInto('line')
    .values({
      id: line.id,
      e164: line.e164,
      class: line.class,
      rate_per_min: line.ratePerMin,
      pause_code: null,
      pause_facts: null,
      created_at_ms: line.createdAtMs,
    })
    .execute()
}

/** One line by its id. */
export async function getLine(reader: Reader, id: LineId): Promise<Line | null> {
  const row = await reader.selectFrom('line').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toLine(row) : null
}

/** Every line, oldest first. */
export async function listLines(reader: Reader): Promise<readonly Line[]> {
  const rows = await reader.selectFrom('line').selectAll().orderBy('created_at_ms').orderBy('id').execute()
  return rows.map(toLine)
}

/** Holds a line back until a person mended the cause, or lets it go on with null. */
export async function setLinePause(writer: Writer, id: LineId, pause: Why | null): Promise<void> {
  const { code = null, ...facts } = pause ?? {}
  await writer
    .updateTable('line')
    .set({ pause_code: code, pause_facts: pause ? JSON.stringify(facts) : null })
    .where('id', '=', id)
    .execute()
}

function toLine(row: Selectable<Schema['line']>): Line {
  const facts = JSON.parse(row.pause_facts ?? '{}') as Readonly<Record<string, unknown>>
  return {
    id: row.id,
    e164: row.e164,
    class: row.class,
    ratePerMin: row.rate_per_min,
    pause: row.pause_code === null ? null : { ...facts, code: row.pause_code },
    createdAtMs: row.created_at_ms,
  }
}
