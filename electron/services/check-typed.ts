import { doubtMailEnding } from '../../shared/domain/mail-ending.ts'
import type { FormVersionId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import { getFormVersion } from '../db/repos/form-versions.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readSignedOn } from './signed-on.ts'
import { readEmail, readPhone } from './typed-person.ts'

/** Says what is wrong or odd with what stands in the fields of a sheet, in the words of `acceptForm`. Empty is not wrong. */
export async function checkTyped(
  desk: DeskServices,
  { formVersionId, phone, email, signedOn }: ParsedInputOf<'forms.checkTyped'>,
): Promise<OutputOf<'forms.checkTyped'>> {
  const version = formVersionId === null ? null : await getFormVersion(desk.store.db, formVersionId as FormVersionId)
  const number = phone === '' ? null : readPhone(phone, desk.isPractice)
  const address = readEmail(email)
  const day = signedOn === null ? null : readSignedOn(desk, signedOn, version)
  return {
    phone: number?.ok === false ? number.error : null,
    e164: number?.ok === true ? number.value.e164 : null,
    email: address.ok ? null : address.error,
    emailDoubt: address.ok ? doubtMailEnding(address.value) : null,
    date: day?.ok === false ? day.error : null,
  }
}
