import type { CheckedField } from '../../../shared/domain/checked-field.ts'
import type { FormId, FormReadingId, StaffId } from '../../../shared/ids.ts'
import { checkedField } from '../../../shared/ipc/contract/forms.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader, Writer } from '../schema.ts'

/** What a person made of a reading: each field as read and as saved, by whom, when, and how long the sheet was open. */
export interface FormCheck {
  readonly formId: FormId
  /** The reading that stood before the person; null where there was none. */
  readonly readingId: FormReadingId | null
  readonly fields: readonly CheckedField[]
  /** Null where nobody measured it. */
  readonly openMs: number | null
  readonly staffId: StaffId
  readonly atMs: Instant
}

/** Keeps the check of a sheet, once and for all. */
export async function addFormCheck(writer: Writer, check: FormCheck): Promise<void> {
  await writer
    .insertInto('form_check')
    .values({
      form_id: check.formId,
      reading_id: check.readingId,
      fields: JSON.stringify(check.fields),
      changed_count: check.fields.filter(({ isChanged }) => isChanged).length,
      open_ms: check.openMs,
      staff_id: check.staffId,
      at_ms: check.atMs,
    })
    .execute()
}

/** The check of a sheet, or null. */
export async function getFormCheck(reader: Reader, formId: FormId): Promise<FormCheck | null> {
  const row = await reader.selectFrom('form_check').selectAll().where('form_id', '=', formId).executeTakeFirst()
  if (!row) return null
  return {
    formId: row.form_id,
    readingId: row.reading_id,
    fields: checkedField.array().parse(JSON.parse(row.fields)),
    openMs: row.open_ms,
    staffId: row.staff_id,
    atMs: row.at_ms,
  }
}
