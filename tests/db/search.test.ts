import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  pageOfPeople,
  type PersonPosition,
  positionOf,
  updatePerson,
  getPerson,
} from '../../electron/db/repos/people.ts'
import { countFoundPeople, findPeople, indexPerson } from '../../electron/db/repos/person-search.ts'
import { addSomePerson } from '../support/people.ts'
import { type TestStore, withStore } from '../support/store.ts'

async function withSomePeople(use: (store: TestStore) => Promise<void>): Promise<void> {
  await withStore(async (store) => {
    const people = [
      ['José', 'Álvarez-Smith', '+12065550142'],
      ['Al', 'Bo', '+12065550143'],
      ['Maria', 'Alvarado', '+13605550144'],
      ['Siobhán', "O'Brien", '+13605550145'],
      ['Null', 'NEAR', '+13605550146'],
    ] as const
    for (const [givenName, familyName, number] of people) {
      const email = `${givenName.toLowerCase()}@clinic.example`
      await addSomePerson(store, { givenName, familyName, email, numbers: [number] })
    }
    await use(store)
  })
}

test.each([
  ['a', ['Alvarado', 'Álvarez-Smith', 'Bo']],
  ['al', ['Alvarado', 'Álvarez-Smith', 'Bo']],
  ['ALV', ['Alvarado', 'Álvarez-Smith']],
  ['smith', ['Álvarez-Smith']],
  ['jose alv', ['Álvarez-Smith']],
  ['Álvarez, José', ['Álvarez-Smith']],
  ['alvarez-sm', ['Álvarez-Smith']],
  ["o'brien", ["O'Brien"]],
  ['near', ['NEAR']],
  ['maria@clinic', ['Alvarado']],
  ['0143', ['Bo']],
  ['(360) 555', ['Alvarado', 'NEAR', "O'Brien"]],
  ['+1 206-555-0142', ['Álvarez-Smith']],
  ['２０６', ['Álvarez-Smith', 'Bo']],
  ['alv 360', ['Alvarado']],
  ['alv 999', []],
  ['zzz', []],
  ['', []],
  ['"*()-:', []],
])('%s finds %j', async (text, expected) => {
  await withSomePeople(async ({ db }) => {
    expect((await findPeople(db, text, 50)).map(({ familyName }) => familyName)).toEqual(expected)
    expect(await countFoundPeople(db, text)).toBe(expected.length)
  })
})

test('any text at all is a search and never an error', async () => {
  await withSomePeople(async ({ db }) => {
    const hostile = fc.constantFrom(
      '"',
      '*',
      'NEAR(',
      'a-b',
      'words:',
      ' AND ',
      ' OR ',
      'NOT',
      '^',
      '{',
      '\0',
      '\ud800',
      "'",
    )
    const text = fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.constantFrom('al', '206', 'Á')), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const found = await findPeople(db, parts.join(''), 3)
        expect(found.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 300 },
    )
    expect(await findPeople(db, 'al'.repeat(10_000), 3)).toEqual([])
  })
})

test('a person who was renamed is found by the new name alone', async () => {
  await withSomePeople(async ({ db }) => {
    const [person] = await findPeople(db, 'alvarado', 1)
    if (!person) throw new Error('nobody found')
    await updatePerson(db, { ...person, familyName: 'Reyes' })
    await indexPerson(db, person.id)
    expect(await getPerson(db, person.id)).toEqual({ ...person, familyName: 'Reyes' })
    expect(await findPeople(db, 'alvarado', 1)).toEqual([])
    expect(await findPeople(db, 'reyes', 1)).toHaveLength(1)
  })
})

test('pages by name meet everybody once, in order, accents or not', async () => {
  await withSomePeople(async ({ db }) => {
    const names: string[] = []
    let after: PersonPosition | null = null
    for (;;) {
      const page = await pageOfPeople(db, after, 2)
      const last = page.at(-1)
      if (!last) break
      names.push(...page.map(({ familyName }) => familyName))
      after = positionOf(last)
    }
    expect(names).toEqual(['Alvarado', 'Álvarez-Smith', 'Bo', 'NEAR', "O'Brien"])
  })
})
