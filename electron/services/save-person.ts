import type { PersonId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { getPerson } from '../db/repos/people.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { keepPerson } from './keep-person.ts'
import { readEmail, readName, readPhone } from './typed-person.ts'

/** Adds a person without consent, or changes what is known of one; a number is added when one is typed. */
export async function savePerson(
  desk: DeskServices,
  input: ParsedInputOf<'people.save'>,
): Promise<Result<OutputOf<'people.save'>, AppError>> {
  const name = readName(input)
  if (!name.ok) return name
  const email = readEmail(input.email)
  if (!email.ok) return email
  const phone = input.phone.trim() === '' ? ok(null) : readPhone(input.phone, desk.isPractice)
  if (!phone.ok) return phone
  const typed = { ...name.value, email: email.value, language: input.language, phone: phone.value }
  return desk.store.db.transaction().execute(async (writer) => {
    const known = input.id === null ? null : await getPerson(writer, input.id as PersonId)
    if (input.id !== null && !known) return err({ code: 'not_found', what: 'person' })
    return ok({ personId: await keepPerson(writer, desk, known, typed) })
  })
}
