import type { FormVersionId, PrintRunId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader, Writer } from '../schema.ts'

/** Sheets that were printed in one go; their serial numbers follow each other. */
export interface PrintRun {
  readonly id: PrintRunId
  /** What the sheets bear in their code square: a form's code, or that of an alphabet sheet. */
  readonly sheetCode: string
  readonly formVersionId: FormVersionId | null
  readonly firstSerial: number
  readonly sheetCount: number
  readonly staffId: StaffId
  readonly printedAtMs: Instant
}

/** Keeps a run. The store refuses one whose serial numbers were used before. */
export async function addPrintRun(writer: Writer, run: PrintRun): Promise<void> {
  await writer
    .insertInto('print_run')
    .values({
      id: run.id,
      sheet_code: run.sheetCode,
      form_version_id: run.formVersionId,
      first_serial: run.firstSerial,
      sheet_count: run.sheetCount,
      staff_id: run.staffId,
      printed_at_ms: run.printedAtMs,
    })
    .execute()
}

/** The last serial number that was given away; null before the first run. */
export async function lastSerial(reader: Reader): Promise<number | null> {
  const run = await reader
    .selectFrom('print_run')
    .select(['first_serial', 'sheet_count'])
    .orderBy('first_serial', 'desc')
    .limit(1)
    .executeTakeFirst()
  return run ? run.first_serial + run.sheet_count - 1 : null
}
