import { type Selectable, sql } from 'kysely'
import type { PersonId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import { nameKey } from '../name-key.ts'
import type { PersonTable } from '../schema/people.ts'
import type { Reader, Writer } from '../schema.ts'

/** Somebody Optdesk knows. Numbers and consent are kept apart: see phone-numbers and consent-events. */
export interface Person {
  readonly id: PersonId
  readonly givenName: string
  readonly familyName: string
  /** Empty where none is known. */
  readonly email: string
  readonly language: 'en' | 'es'
  /** IANA name of the zone, where it is known. */
  readonly zone: string | null
  /** US state by its two letters, where it is known. */
  readonly region: string | null
  readonly createdAtMs: Instant
  readonly updatedAtMs: Instant
}

/** Where a person stands in the order by name: a page goes on after it. */
export interface PersonPosition {
  readonly familyKey: string
  readonly givenKey: string
  readonly id: PersonId
}

/** Adds a person. Call `indexPerson` after the numbers are there. */
export async function addPerson(writer: Writer, person: Person): Promise<void> {
  await writer
    .insertInto('person')
    .values({ id: person.id, created_at_ms: person.createdAtMs, ...changeable(person) })
    .execute()
}

/** Changes all that may change of a person. Call `indexPerson` after it. */
export async function updatePerson(writer: Writer, person: Omit<Person, 'createdAtMs'>): Promise<void> {
  await writer.updateTable('person').set(changeable(person)).where('id', '=', person.id).execute()
}

/** Takes a person out again whom a stopped import had added. Call `unindexPerson` and `removePhoneNumber` before it. */
export async function removePerson(writer: Writer, id: PersonId): Promise<void> {
  await writer.deleteFrom('person').where('id', '=', id).execute()
}

/** One person, or null. */
export async function getPerson(reader: Reader, id: PersonId): Promise<Person | null> {
  const row = await reader.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPerson(row) : null
}

/** People by their ids, in the order by name. Unknown ids are left out. */
export async function peopleByIds(reader: Reader, ids: readonly PersonId[]): Promise<readonly Person[]> {
  const rows = await reader
    .selectFrom('person')
    .selectAll()
    .where('id', 'in', among(ids))
    .orderBy('family_key')
    .orderBy('given_key')
    .orderBy('id')
    .execute()
  return rows.map(toPerson)
}

/** The next people in the order by name, from the first when `after` is null. As quick at the end as at the start. */
export async function pageOfPeople(
  reader: Reader,
  after: PersonPosition | null,
  limit: number,
): Promise<readonly Person[]> {
  const start = after ?? { familyKey: '', givenKey: '', id: '' }
  const rows = await reader
    .selectFrom('person')
    .selectAll()
    .where(sql<boolean>`(family_key, given_key, id) > (${start.familyKey}, ${start.givenKey}, ${start.id})`)
    .orderBy('family_key')
    .orderBy('given_key')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toPerson)
}

/** How many people there are. */
export async function countPeople(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Where a person stands in the order by name. */
export function positionOf(person: Pick<Person, 'id' | 'givenName' | 'familyName'>): PersonPosition {
  return { familyKey: nameKey(person.familyName), givenKey: nameKey(person.givenName), id: person.id }
}

/** Reads a row of `person`. */
export function toPerson(row: Selectable<PersonTable>): Person {
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    language: row.language,
    zone: row.zone,
    region: row.region,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  }
}

function changeable(person: Omit<Person, 'createdAtMs'>) {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    given_key: nameKey(person.givenName),
    family_key: nameKey(person.familyName),
    email: person.email,
    language: person.language,
    zone: person.zone,
    region: person.region,
    updated_at_ms: person.updatedAtMs,
  }
}
