import { addPerson, type Person } from '../../electron/db/repos/people.ts'
import { indexPerson } from '../../electron/db/repos/person-search.ts'
import { addPhoneNumber } from '../../electron/db/repos/phone-numbers.ts'
import { addStaff } from '../../electron/db/repos/staff.ts'
import type { E164, PersonId, StaffId } from '../../shared/ids.ts'
import type { TestStore } from './store.ts'

/** What a test says about a person; the rest is filled in. */
export type SomePerson = Partial<Omit<Person, 'id'>> & { readonly numbers?: readonly string[] }

/** Adds a person with numbers, findable as the app would make them. */
export async function addSomePerson(store: TestStore, some: SomePerson = {}): Promise<PersonId> {
  const { numbers = ['+12065550142'], ...fields } = some
  const id = store.newId() as PersonId
  const now = store.clock.now()
  await store.db.transaction().execute(async (trx) => {
    await addPerson(trx, {
      id,
      givenName: 'Ada',
      familyName: 'Osei',
      email: '',
      language: 'en',
      zone: null,
      region: null,
      createdAtMs: now,
      updatedAtMs: now,
      ...fields,
    })
    for (const e164 of numbers) await addPhoneNumber(trx, { personId: id, e164: e164 as E164, createdAtMs: now })
    await indexPerson(trx, id)
  })
  return id
}

/** Adds somebody who works at the desk. */
export async function addSomeStaff(store: TestStore, name = 'Elena Marsh'): Promise<StaffId> {
  const id = store.newId() as StaffId
  await addStaff(store.db, { id, name, createdAtMs: store.clock.now() })
  return id
}
