import type { E164, PersonId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader, Writer } from '../schema.ts'

/** A number under which a person is known. */
export interface PhoneNumber {
  readonly personId: PersonId
  readonly e164: E164
  readonly createdAtMs: Instant
}

/** Adds a number to a person and tells whether it is new there. Call `indexPerson` after it. */
export async function addPhoneNumber(writer: Writer, number: PhoneNumber): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('phone_number')
    .values({ person_id: number.personId, e164: number.e164, created_at_ms: number.createdAtMs })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a number from a person. Consent and stops stay: they belong to the number. Call `indexPerson` after it. */
export async function removePhoneNumber(writer: Writer, number: Pick<PhoneNumber, 'personId' | 'e164'>): Promise<void> {
  await writer
    .deleteFrom('phone_number')
    .where('person_id', '=', number.personId)
    .where('e164', '=', number.e164)
    .execute()
}

/** The numbers of these people, each person's oldest first. */
export async function numbersOfPeople(reader: Reader, ids: readonly PersonId[]): Promise<readonly PhoneNumber[]> {
  return phoneNumbers(reader).where('person_id', 'in', among(ids)).execute()
}

/** Who is known under these numbers; a number of a household comes once per person. */
export async function peopleOfNumbers(reader: Reader, numbers: readonly E164[]): Promise<readonly PhoneNumber[]> {
  return phoneNumbers(reader).where('e164', 'in', among(numbers)).execute()
}

function phoneNumbers(reader: Reader) {
  return reader
    .selectFrom('phone_number')
    .select(['person_id as personId', 'e164', 'created_at_ms as createdAtMs'])
    .orderBy('person_id')
    .orderBy('created_at_ms')
    .orderBy('e164')
}
