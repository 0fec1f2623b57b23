import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../../../shared/ids.ts'
import type { Reader, Writer } from '../schema.ts'
import { readSearchText, type SearchText } from '../search-text.ts'
import { type Person, positionOf, toPerson } from './people.ts'

/** The name range of `smi` ends before the first name that no longer begins with it. */
const LAST_CHARACTER = '\u{10FFFF}'

/** Makes a person findable by what the person's rows say now, in place of what they said before. */
export async function indexPerson(writer: Writer, id: PersonId): Promise<void> {
  await writer
    .replaceInto('person_search')
    .columns(['rowid', 'words'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select(['seq', sql<string>`family_key || ' ' || given_key || ' ' || email`.as('words')])
        .where('id', '=', id),
    )
    .execute()
  await writer
    .replaceInto('number_search')
    .columns(['rowid', 'digits'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .leftJoin('phone_number', 'phone_number.person_id', 'person.id')
        .select(['seq', sql<string>`coalesce(group_concat(substr(e164, 2), ' '), '')`.as('digits')])
        .where('id', '=', id)
        .groupBy('seq'),
    )
    .execute()
}

/** Makes a person no longer findable; to be called before the person is taken out. */
export async function unindexPerson(writer: Writer, id: PersonId): Promise<void> {
  const { seq } = await writer.selectFrom('person').select('seq').where('id', '=', id).executeTakeFirstOrThrow()
  await writer.deleteFrom('person_search').where('rowid', '=', seq).execute()
  await writer.deleteFrom('number_search').where('rowid', '=', seq).execute()
}

/**
 * Finds people by the beginnings of their names or e-mail address, and by any three or more digits of a number, all of
 * which must fit. At most `limit` people, in the order by name; with one or two letters family names come first.
 * Any text is a search: what cannot be searched for finds nobody.
 */
export async function findPeople(reader: Reader, text: string, limit: number): Promise<readonly Person[]> {
  const search = readSearchText(text)
  if (isEmpty(search)) return []
  const [only = ''] = search.words
  const isShort = search.digits.length === 0 && search.words.length === 1 && only.length <= 2
  const byFamily = isShort ? await peopleByFamilyName(reader, only, limit) : []
  if (byFamily.length >= limit) return byFamily
  const known = new Set(byFamily.map(({ id }) => id))
  const others = (await matchingPeople(reader, search, limit)).filter(({ id }) => !known.has(id))
  return [...byFamily, ...others.toSorted(byName)].slice(0, limit)
}

/** How many people a search finds in all. */
export async function countFoundPeople(reader: Reader, text: string): Promise<number> {
  const search = readSearchText(text)
  if (isEmpty(search)) return 0
  const { count } = await reader
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(matches(search))
    .executeTakeFirstOrThrow()
  return count
}

/** Short beginnings fit so many people that only the order of the index is quick enough. */
async function peopleByFamilyName(reader: Reader, beginning: string, limit: number): Promise<readonly Person[]> {
  const rows = await reader
    .selectFrom('person')
    .selectAll()
    .where('family_key', '>=', beginning)
    .where('family_key', '<', beginning + LAST_CHARACTER)
    .orderBy('family_key')
    .orderBy('given_key')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toPerson)
}

/** Without an order: sorting every match of a common name is what makes a search slow. */
async function matchingPeople(reader: Reader, search: SearchText, limit: number): Promise<readonly Person[]> {
  const rows = await reader.selectFrom('person').selectAll().where(matches(search)).limit(limit).execute()
  return rows.map(toPerson)
}

function matches({ words, digits }: SearchText): RawBuilder<boolean> {
  const byWords = sql<boolean>`seq IN (SELECT rowid FROM person_search WHERE person_search MATCH ${allOf(words, '*')})`
  const byDigits = sql<boolean>`seq IN (SELECT rowid FROM number_search WHERE number_search MATCH ${allOf(digits, '')})`
  if (digits.length === 0) return byWords
  if (words.length === 0) return byDigits
  return sql<boolean>`${byWords} AND ${byDigits}`
}

/** Every token is quoted: unquoted, a hyphen, a colon or the word AND would be FTS5's own language. */
function allOf(tokens: readonly string[], ending: '*' | ''): string {
  return tokens.map((token) => `"${token}"${ending}`).join(' AND ')
}

function isEmpty({ words, digits }: SearchText): boolean {
  return words.length === 0 && digits.length === 0
}

function byName(left: Person, right: Person): number {
  const [a, b] = [sortText(left), sortText(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

function sortText(person: Person): string {
  const { familyKey, givenKey, id } = positionOf(person)
  return `${familyKey}\0${givenKey}\0${id}`
}
