import type { E164, PersonId } from '../../shared/ids.ts'
import { peopleByIds } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { peopleOfNumbers } from '../db/repos/phone-numbers.ts'
import type { Reader } from '../db/schema.ts'
import { shownName } from './delivery-story.ts'

/** Who reads what is sent to a number: whoever shares it reads the same thread. */
export interface Household {
  /** Whom a click on the name leads to; null for a number that belongs to nobody in the store. */
  readonly personId: PersonId | null
  readonly displayName: string
}

/** The households of these numbers, by two questions to the store, however many there are. */
export async function householdsOf(reader: Reader, numbers: readonly E164[]): Promise<(e164: E164) => Household> {
  const owners = Map.groupBy(await peopleOfNumbers(reader, numbers), ({ e164 }) => e164)
  const ids = [...owners.values()].flat().map(({ personId }) => personId)
  const people = new Map((await peopleByIds(reader, ids)).map((person) => [person.id, person]))
  return (e164) => {
    const household = (owners.get(e164) ?? []).flatMap(({ personId }) => people.get(personId) ?? [])
    return { personId: household[0]?.id ?? null, displayName: nameOf(household, e164) }
  }
}

function nameOf(household: readonly Person[], e164: E164): string {
  const names = household.map((person) => shownName(person, e164))
  return names.length > 0 ? names.join(', ') : shownName({ givenName: null, familyName: null }, e164)
}
