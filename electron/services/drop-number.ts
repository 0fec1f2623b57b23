import type { E164, PersonId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { indexPerson } from '../db/repos/person-search.ts'
import { numbersOfPeople, removePhoneNumber } from '../db/repos/phone-numbers.ts'
import type { DeskServices } from '../desk/desk-services.ts'

/**
 * Takes a number from a person who does not have it. What its owner said stays with the number, so that nobody is texted by
 * mistake when it turns up again. Fails with `not_found`.
 */
export async function dropNumber(
  desk: DeskServices,
  input: ParsedInputOf<'people.dropNumber'>,
): Promise<Result<OutputOf<'people.dropNumber'>, AppError>> {
  const personId = input.personId as PersonId
  const e164 = input.e164 as E164
  return desk.store.db.transaction().execute(async (writer) => {
    const numbers = await numbersOfPeople(writer, [personId])
    if (!numbers.some((number) => number.e164 === e164)) return err({ code: 'not_found', what: 'number' })
    await removePhoneNumber(writer, { personId, e164 })
    await indexPerson(writer, personId)
    return ok({ numbersLeft: numbers.length - 1 })
  })
}
