import type { FormId, FormReadingId, FormVersionId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Once } from './column.ts'

/** What the machine read on each sheet; append-only. */
export interface FormReadingTable {
  readonly id: Once<FormReadingId>
  readonly form_id: Once<FormId>
  /** The program and its model that read it */
  readonly reader: Once<string>
  readonly outcome: Once<'read' | 'unread'>
  /** JSON: a `SheetReading` */
  readonly reading: Once<string | null>
  /** JSON: why it could not be read */
  readonly cause: Once<string | null>
  readonly form_version_id: Once<FormVersionId | null>
  readonly form_code: Once<string | null>
  readonly serial: Once<string | null>
  readonly page_sha256: Once<string | null>
  readonly page_width_px: Once<number | null>
  readonly page_height_px: Once<number | null>
  readonly page_px_per_mm: Once<number | null>
  readonly model: Once<string | null>
  readonly took_ms: Once<number | null>
  readonly at_ms: Once<Instant>
}

/** What people made of the readings; append-only. */
export interface FormCheckTable {
  readonly form_id: Once<FormId>
  readonly reading_id: Once<FormReadingId | null>
  /** JSON: what was read and what was saved, by field */
  readonly fields: Once<string>
  readonly changed_count: Once<number>
  readonly open_ms: Once<number | null>
  readonly staff_id: Once<StaffId>
  readonly at_ms: Once<Instant>
}

/** Readings of sheets and what was decided beside them. */
export interface ReadingTables {
  readonly form_reading: FormReadingTable
  readonly form_check: FormCheckTable
}
