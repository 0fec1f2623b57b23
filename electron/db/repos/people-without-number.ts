import type { PersonId } from '../../../shared/ids.ts'
import { nameKey } from '../name-key.ts'
import type { Reader } from '../schema.ts'

/** The person of exactly this name who has no number at all, or null. A namesake with a number is somebody else. */
export async function personWithoutNumber(
  reader: Reader,
  name: { readonly givenName: string; readonly familyName: string },
): Promise<PersonId | null> {
  const row = await reader
    .selectFrom('person')
    .select('id')
    .where('family_key', '=', nameKey(name.familyName))
    .where('given_key', '=', nameKey(name.givenName))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('phone_number').select('e164').whereRef('person_id', '=', 'person.id'))),
    )
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
