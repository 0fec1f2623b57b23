import type { Purpose } from '../../../shared/domain/consent.ts'
import type { E164 } from '../../../shared/ids.ts'
import type { Reader } from '../schema.ts'
import { toPerson } from './people.ts'
import type { Person } from './people.ts'

/** Somebody under a number. */
export interface NumberOwner {
  readonly e164: E164
  readonly person: Person
  /** The person is known under other numbers too. */
  readonly hasOthers: boolean
}

/**
 * Who is known under the numbers after one, in their order; in a household the oldest entry first. With a purpose only numbers
 * of which the ledger says anything about it. All is in the order of an index, so that a hundred thousand take no time.
 */
export async function ownersAfter(
  reader: Reader,
  after: E164 | '',
  limit: number,
  purpose: Purpose | null,
): Promise<readonly NumberOwner[]> {
  const rows = await reader
    .selectFrom('phone_number')
    .innerJoin('person', 'person.id', 'phone_number.person_id')
    .selectAll('person')
    .select((eb) => [
      'phone_number.e164',
      eb
        .exists(
          eb
            .selectFrom('phone_number as own')
            .select('own.e164')
            .whereRef('own.person_id', '=', 'phone_number.person_id')
            .whereRef('own.e164', '<>', 'phone_number.e164'),
        )
        .$castTo<0 | 1>()
        .as('has_others'),
    ])
    .where('phone_number.e164', '>', after as E164)
    .$if(purpose !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('consent_event')
            .select('consent_event.seq')
            .whereRef('consent_event.e164', '=', 'phone_number.e164')
            .where('consent_event.purpose', '=', purpose),
        ),
      ),
    )
    .orderBy('phone_number.e164')
    .orderBy('phone_number.person_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ e164: row.e164, person: toPerson(row), hasOthers: row.has_others === 1 }))
}
