import type { Selectable } from 'kysely'
import type { E164, LineId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader, Schema, Writer } from '../schema.ts'

/** What a person sets of a sending number. */
export interface LineSettings {
  readonly id: LineId
  /** A short code stands as its digits; empty while no number is entered. */
  readonly e164: E164
  readonly name: string
  readonly class: Selectable<Schema['line']>['class']
  readonly campaignClass: Selectable<Schema['line']>['campaign_class']
  readonly ratePerMin: number
  readonly mmsRatePerMin: number
  readonly dailyCap: number | null
}

/** The settings of every line, oldest first. */
export async function listLineSettings(reader: Reader): Promise<readonly LineSettings[]> {
  const rows = await reader.selectFrom('line').selectAll().orderBy('created_at_ms').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    e164: row.e164,
    name: row.name,
    class: row.class,
    campaignClass: row.campaign_class,
    ratePerMin: row.rate_per_min,
    mmsRatePerMin: row.mms_rate_per_min,
    dailyCap: row.daily_cap,
  }))
}

/** Adds a line as it was set. */
export async function addLineSettings(writer: Writer, line: LineSettings, createdAtMs: Instant): Promise<void> {
  await writer
    .insertInto('line')
    .values({ id: line.id, ...columnsOf(line), pause_code: null, pause_facts: null, created_at_ms: createdAtMs })
    .execute()
}

/** Sets a line anew. */
export async function updateLineSettings(writer: Writer, line: LineSettings): Promise<void> {
  await writer.updateTable('line').set(columnsOf(line)).where('id', '=', line.id).execute()
}

function columnsOf(line: LineSettings) {
  return {
    e164: line.e164,
    name: line.name,
    class: line.class,
    campaign_class: line.campaignClass,
    rate_per_min: line.ratePerMin,
    mms_rate_per_min: line.mmsRatePerMin,
    daily_cap: line.dailyCap,
  }
}
