import type { PersonId } from '../../../shared/ids.ts'
import type { Reader } from '../schema.ts'

/** A person under whose number somebody else answered. */
export interface WrongNumber {
  readonly personId: PersonId
  readonly givenName: string
  readonly familyName: string
}

/** The people who still stand with a number whose owner said that it is the wrong one, and who has not agreed since. */
export async function wrongNumbers(reader: Reader): Promise<readonly WrongNumber[]> {
  return reader
    .selectFrom('consent_event')
    .innerJoin('phone_number', 'phone_number.e164', 'consent_event.e164')
    .innerJoin('person', 'person.id', 'phone_number.person_id')
    .select(['person.id as personId', 'person.given_name as givenName', 'person.family_name as familyName'])
    .distinct()
    .where('consent_event.kind', '=', 'reassigned')
    .whereRef('phone_number.created_at_ms', '<=', 'consent_event.recorded_at_ms')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('consent_event as later')
            .select('later.seq')
            .whereRef('later.e164', '=', 'consent_event.e164')
            .whereRef('later.seq', '>', 'consent_event.seq')
            .where('later.kind', 'in', ['granted', 'reassigned']),
        ),
      ),
    )
    .execute()
}
