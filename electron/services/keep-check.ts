import { checkedFields } from '../../shared/domain/checked-field.ts'
import type { FormReadingId } from '../../shared/ids.ts'
import type { ParsedInputOf } from '../../shared/ipc/contract.ts'
import { addFormCheck } from '../db/repos/form-checks.ts'
import { getFormReading } from '../db/repos/form-readings.ts'
import type { Form } from '../db/repos/forms.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { sheetOf } from './known-sheets.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'

/**
 * Keeps beside a decision what the machine had read and what the person saved, field by field. It is a log: what is agreed
 * to is taken from the person alone.
 */
export async function keepCheck(
  writer: Writer,
  desk: DeskServices,
  input: ParsedInputOf<'forms.accept'>,
  { form, version }: { readonly form: Form; readonly version: StoredFormVersion },
): Promise<void> {
  const given = input.readingId ? await getFormReading(writer, input.readingId as FormReadingId) : null
  // A reading of another sheet stood before nobody who checked this one.
  const kept = given?.formId === form.id ? given : null
  const reading = kept?.outcome.kind === 'read' ? kept.outcome.reading : null
  await addFormCheck(writer, {
    formId: form.id,
    readingId: kept?.id ?? null,
    fields: checkedFields(reading, input, sheetOf(version)?.labels.dateLetters ?? ''),
    openMs: input.openMs ?? null,
    staffId: desk.staffId(),
    atMs: desk.clock.now(),
  })
}
