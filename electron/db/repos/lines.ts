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
  /** As the office calls it; may be empty. */
  readonly name: string
  /** What the networks registered it for; null for a toll-free number or a short code. */
  readonly campaignClass: Selectable<Schema['line']>['campaign_class']
  /** Segments of SMS a minute: that is what the networks count. */
  readonly ratePerMin: number
  readonly mmsRatePerMin: number
  /** Segments that may leave in a day; null for no cap. */
  readonly dailyCap: number | null
  /** Why the provider refuses the line or the account; null while all is well. */
  readonly pause: Why | null
  readonly createdAtMs: Instant
}

/** What a sending number is made of. What is left out is as the store has it: no name, no class, 50 MMS a minute, no cap. */
export type NewLine = Pick<Line, 'id' | 'e164' | 'class' | 'ratePerMin' | 'createdAtMs'> &
  Partial<Pick<Line, 'name' | 'campaignClass' | 'mmsRatePerMin' | 'dailyCap'>>

/** Adds a sending number. */
export async function addLine(writer: Writer, line: NewLine): Promise<void> {
  await writer
    .insertInto('line')
    .values({
      id: line.id,
      e164: line.e164,
      class: line.class,
      rate_per_min: line.ratePerMin,
      ...(line.name === undefined ? {} : { name: line.name }),
      ...(line.campaignClass === undefined ? {} : { campaign_class: line.campaignClass }),
      ...(line.mmsRatePerMin === undefined ? {} : { mms_rate_per_min: line.mmsRatePerMin }),
      ...(line.dailyCap === undefined ? {} : { daily_cap: line.dailyCap }),
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

/** Holds every line back until a person mended the cause. One that is held back already keeps its first cause. */
export async function pauseAllLines(writer: Writer, pause: Why): Promise<void> {
  const { code, ...facts } = pause
  await writer
    .updateTable('line')
    .set({ pause_code: code, pause_facts: JSON.stringify(facts) })
    .where('pause_code', 'is', null)
    .execute()
}

/** Lets every line go on. */
export async function resumeAllLines(writer: Writer): Promise<void> {
  await writer
    .updateTable('line')
    .set({ pause_code: null, pause_facts: null })
    .where('pause_code', 'is not', null)
    .execute()
}

function toLine(row: Selectable<Schema['line']>): Line {
  const facts = JSON.parse(row.pause_facts ?? '{}') as Readonly<Record<string, unknown>>
  return {
    id: row.id,
    e164: row.e164,
    class: row.class,
    name: row.name,
    campaignClass: row.campaign_class,
    ratePerMin: row.rate_per_min,
    mmsRatePerMin: row.mms_rate_per_min,
    dailyCap: row.daily_cap,
    pause: row.pause_code === null ? null : { ...facts, code: row.pause_code as Why['code'] },
    createdAtMs: row.created_at_ms,
  }
}
