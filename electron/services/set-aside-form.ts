import type { FormId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getForm, nextFormToCheck, reopenForm as keepReopened, setFormAside } from '../db/repos/forms.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { formRowsOf } from './form-rows.ts'
import type { FormRow } from './form-rows.ts'

/** Puts a sheet aside that cannot be accepted, with the reason. Fails with `not_found` or `form_not_waiting`. */
export async function setAsideForm(
  desk: DeskServices,
  { id, reason, note }: ParsedInputOf<'forms.setAside'>,
): Promise<Result<OutputOf<'forms.setAside'>, AppError>> {
  const by = { staffId: desk.staffId(), atMs: desk.clock.now() }
  return desk.store.db.transaction().execute(async (writer) => {
    const isSetAside = await setFormAside(writer, id as FormId, { reason, note }, by)
    return isSetAside ? ok({ nextFormId: await nextFormToCheck(writer) }) : whyNot(writer, id as FormId)
  })
}

/** Takes a sheet that was set aside back into the pile. Fails with `not_found` or `form_not_waiting`. */
export async function reopenForm(desk: DeskServices, id: FormId): Promise<Result<FormRow, AppError>> {
  const reopened = await desk.store.db.transaction().execute(async (writer) => {
    const isReopened = await keepReopened(writer, id)
    const form = await getForm(writer, id)
    const [row] = isReopened && form ? await formRowsOf(writer, [form]) : []
    return row ? ok(row) : whyNot(writer, id)
  })
  if (reopened.ok) desk.pileReading.wake()
  return reopened
}

async function whyNot(reader: Reader, id: FormId): Promise<Result<never, AppError>> {
  const form = await getForm(reader, id)
  return err(form ? { code: 'form_not_waiting', state: form.state } : { code: 'not_found', what: 'form' })
}
