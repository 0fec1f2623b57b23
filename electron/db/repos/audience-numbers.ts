import { sql } from 'kysely'
import type { Purpose } from '../../../shared/domain/consent.ts'
import type { E164 } from '../../../shared/ids.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'
import { toPerson } from './people.ts'
import type { Person } from './people.ts'

/** Somebody under a number, with all the numbers under which that person is known, the oldest first. */
export interface NumberOwner {
  readonly e164: E164
  readonly person: Person
  readonly all: readonly E164[]
}

/**
 * The next numbers in their order that somebody is known under; with a purpose only those that ever agreed to it. Whether
 * they still do, the ledger says.
 */
export async function numbersAfter(
  reader: Reader,
  after: E164 | '',
  limit: number,
  purpose: Purpose | null,
): Promise<readonly E164[]> {
  const rows = await reader
    .selectFrom('phone_number')
    .select('phone_number.e164')
    .distinct()
    .where('phone_number.e164', '>', after as E164)
    .$if(purpose !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('consent_event')
            .select('consent_event.seq')
            .whereRef('consent_event.e164', '=', 'phone_number.e164')
            .where('consent_event.purpose', '=', purpose)
            .where('consent_event.kind', '=', 'granted'),
        ),
      ),
    )
    .orderBy('phone_number.e164')
    .limit(limit)
    .execute()
  return rows.map(({ e164 }) => e164)
}

/** Who is known under these numbers, in the order of the numbers; in a household the oldest entry first. */
export async function ownersOfNumbers(reader: Reader, numbers: readonly E164[]): Promise<readonly NumberOwner[]> {
  const rows = await reader
    .selectFrom('phone_number')
    .innerJoin('person', 'person.id', 'phone_number.person_id')
    .selectAll('person')
    .select([
      'phone_number.e164',
      sql<string>`(SELECT group_concat(other.e164, ' ' ORDER BY other.created_at_ms, other.e164)
        FROM phone_number AS other WHERE other.person_id = person.id)`.as('all_numbers'),
    ])
    .where('phone_number.e164', 'in', among(numbers))
    .orderBy('phone_number.e164')
    .orderBy('phone_number.created_at_ms')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({ e164: row.e164, person: toPerson(row), all: row.all_numbers.split(' ') as E164[] }))
}
