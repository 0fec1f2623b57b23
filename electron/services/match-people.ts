import type { E164, PersonId } from '../../shared/ids.ts'
import { nameKey } from '../db/name-key.ts'
import { peopleByIds } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { personWithoutNumber } from '../db/repos/people-without-number.ts'
import { peopleOfNumbers } from '../db/repos/phone-numbers.ts'
import type { Reader } from '../db/schema.ts'

/** Somebody as a list names them. */
export interface NamedPerson {
  readonly givenName: string
  readonly familyName: string
  readonly e164: E164 | null
}

/**
 * Finds who of a list is known already, in the order of the list: by number and name together, whatever the accents and
 * the second given names; without a number by name alone, among those who have none either. Keep it to a few hundred.
 */
export async function matchPeople(
  reader: Reader,
  named: readonly NamedPerson[],
): Promise<readonly (PersonId | null)[]> {
  const numbers = new Set(named.flatMap(({ e164 }) => e164 ?? []))
  const owners = Map.groupBy(await peopleOfNumbers(reader, [...numbers]), (owner) => owner.e164)
  const ids = [...owners.values()].flat().map((owner) => owner.personId)
  const people = new Map((await peopleByIds(reader, [...new Set(ids)])).map((person) => [person.id, person]))
  const matches: (PersonId | null)[] = []
  for (const one of named) {
    const household = one.e164 === null ? [] : (owners.get(one.e164) ?? [])
    const match = household.map((owner) => people.get(owner.personId)).find((person) => person && isSame(person, one))
    matches.push(one.e164 === null ? await personWithoutNumber(reader, one) : (match?.id ?? null))
  }
  return matches
}

function isSame(person: Person, named: NamedPerson): boolean {
  return (
    nameKey(person.familyName) === nameKey(named.familyName) && firstOf(person.givenName) === firstOf(named.givenName)
  )
}

/** One sheet says "María", the next "María José". */
function firstOf(givenName: string): string {
  return nameKey(givenName).split(/[\s-]/)[0] ?? ''
}
