import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { displayName } from '../../shared/domain/person-name.ts'
import type { E164, PersonId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { personRow } from '../../shared/ipc/contract/people.ts'
import { countPeople, pageOfPeople, peopleByIds, positionOf } from '../db/repos/people.ts'
import type { Person, PersonPosition } from '../db/repos/people.ts'
import { countFoundPeople, findPeople } from '../db/repos/person-search.ts'
import { numbersOfPeople, peopleOfNumbers } from '../db/repos/phone-numbers.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { standingsOf } from './text-state.ts'
import type { TextState } from './text-state.ts'
import { readPhone } from './typed-person.ts'

type Input = ParsedInputOf<'people.search'>
type Output = OutputOf<'people.search'>
type PersonRow = z.output<typeof personRow>

/** A person looks at the first screens of a search and then types one letter more. */
const MOST_FOUND = 200
/** So few that a page is over before anybody notices. */
const SCAN_PAGE = 50

/** Searches people as somebody types; without a text, all of them by name. `after` of one page asks for the next. */
export async function searchPeople(reader: Reader, input: Input): Promise<Output> {
  const text = input.text.trim()
  if (text === '' && input.state === undefined) return pageByName(reader, input)
  const rows = text === '' ? await allRowsInState(reader, input.state) : await foundRows(reader, text, input.state)
  const isCut = text !== '' && input.state === undefined && rows.length === MOST_FOUND
  const total = isCut ? await countFoundPeople(reader, text) : rows.length
  return { ...pageOfRows(rows, input), total }
}

/** Who is known under a number, as far as it is typed. */
export async function peopleByPhone(desk: DeskServices, typed: string): Promise<OutputOf<'people.byPhone'>> {
  const phone = readPhone(typed, desk.isPractice)
  if (!phone.ok) return { e164: null, people: [] }
  const { e164 } = phone.value
  const owners = await peopleOfNumbers(desk.store.db, [e164])
  const ids = owners.map(({ personId }) => personId)
  return { e164, people: await personRowsOf(desk.store.db, await peopleByIds(desk.store.db, ids)) }
}

/** People as a list shows them, each number with its word. */
export async function personRowsOf(reader: Reader, people: readonly Person[]): Promise<PersonRow[]> {
  const ids = people.map(({ id }) => id)
  const numbers = await numbersOfPeople(reader, ids)
  const standings = await standingsOf(reader, [...new Set(numbers.map(({ e164 }) => e164))])
  const stateOf = (e164: E164): TextState => standings.get(e164)?.state ?? 'did_not_agree'
  const byPerson = Map.groupBy(numbers, ({ personId }) => personId)
  return people.map((person) => ({
    id: person.id,
    displayName: displayName(person),
    language: person.language,
    numbers: (byPerson.get(person.id) ?? []).map(({ e164 }) => ({ e164, state: stateOf(e164) })),
  }))
}

async function pageByName(reader: Reader, { after, limit }: Input): Promise<Output> {
  const people = await pageOfPeople(reader, readPosition(after), limit)
  const last = people.length === limit ? people.at(-1) : undefined
  return {
    people: await personRowsOf(reader, people),
    after: last ? JSON.stringify(positionOf(last)) : null,
    total: await countPeople(reader),
  }
}

async function foundRows(reader: Reader, text: string, state: TextState | undefined): Promise<PersonRow[]> {
  const rows = await personRowsOf(reader, await findPeople(reader, text, MOST_FOUND))
  return state === undefined ? rows : rows.filter((row) => isInState(row, state))
}

/** The word of a number comes from the whole of its ledger, so that everybody is looked at, page by page. */
async function allRowsInState(reader: Reader, state: TextState | undefined): Promise<PersonRow[]> {
  const rows: PersonRow[] = []
  let position: PersonPosition | null = null
  for (;;) {
    const people: readonly Person[] = await pageOfPeople(reader, position, SCAN_PAGE)
    const last = people.at(-1)
    if (!last) return rows
    position = positionOf(last)
    rows.push(...(await personRowsOf(reader, people)).filter((row) => isInState(row, state)))
    await nextTurn()
  }
}

/** Somebody without a number cannot have agreed to anything. */
function isInState({ numbers }: PersonRow, state: TextState | undefined): boolean {
  return numbers.some((number) => number.state === state) || (numbers.length === 0 && state === 'did_not_agree')
}

/** Found rows are few and in memory: a page of them begins after a person. */
function pageOfRows(rows: readonly PersonRow[], { after, limit }: Input): Pick<Output, 'people' | 'after'> {
  const start = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const people = rows.slice(start, start + limit)
  const hasMore = start + limit < rows.length
  return { people, after: hasMore ? (people.at(-1)?.id ?? null) : null }
}

/** Reads back the end of the page before. What was not made here begins at the first page. */
function readPosition(after: string | null): PersonPosition | null {
  try {
    const position = JSON.parse(after ?? 'null') as Partial<Record<keyof PersonPosition, unknown>> | null
    const { familyKey, givenKey, id } = position ?? {}
    const isWhole = typeof familyKey === 'string' && typeof givenKey === 'string' && typeof id === 'string'
    return isWhole ? { familyKey, givenKey, id: id as PersonId } : null
  } catch {
    return null
  }
}
