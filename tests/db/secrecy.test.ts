import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBlobStore } from '../../electron/blobs/blob-store.ts'
import { openCipherDatabase } from '../../electron/db/cipher-database.ts'
import { removePerson } from '../../electron/db/repos/people.ts'
import { unindexPerson } from '../../electron/db/repos/person-search.ts'
import { removePhoneNumber } from '../../electron/db/repos/phone-numbers.ts'
import type { E164, PersonId } from '../../shared/ids.ts'
import { addSomePerson } from '../support/people.ts'
import { inTempFolder, openTestStore, type TestStore } from '../support/store.ts'

const PLANTED = ['Quandarious', 'Zyxelwood', 'zyxelwood', 'qz@planted.example', '12065550177', '5550177']

function encodings(word: string): readonly Buffer[] {
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()]
}

async function plantedIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    for (const word of PLANTED) if (encodings(word).some((form) => bytes.includes(form))) found.push(`${word}: ${path}`)
  }
  return found
}

async function plant(store: TestStore): Promise<PersonId> {
  return addSomePerson(store, {
    givenName: 'Quandarious',
    familyName: 'Zyxelwood',
    email: 'qz@planted.example',
    numbers: ['+12065550177'],
  })
}

test('no name, address or number can be read in any file of the folder, open or closed', async () => {
  await inTempFolder(async (dir) => {
    const store = await openTestStore(dir)
    await plant(store)
    const blobs = createBlobStore({ dir: join(dir, 'originals'), key: store.key })
    await blobs.put(Buffer.from(PLANTED.join('\n')))
    expect((await readdir(dir)).toSorted()).toContain('optdesk.db-wal')
    expect(await plantedIn(dir)).toEqual([])
    await store.close()
    expect(await plantedIn(dir)).toEqual([])
  })
})

test('the search for planted words would find them where they are', async () => {
  await inTempFolder(async (dir) => {
    await writeFile(join(dir, 'a'), Buffer.concat([Buffer.alloc(3), Buffer.from('Zyxelwood', 'utf16le')]))
    expect(await plantedIn(dir)).toHaveLength(1)
  })
})

test('an erased person leaves no trace in the decrypted pages either', async () => {
  await inTempFolder(async (dir) => {
    const store = await openTestStore(dir)
    const id = await plant(store)
    await store.close()
    const again = await openTestStore(dir)
    await again.db.transaction().execute(async (trx) => {
      await unindexPerson(trx, id)
      await removePhoneNumber(trx, { personId: id, e164: '+12065550177' as E164 })
      await removePerson(trx, id)
    })
    await again.close()
    decrypt(again)
    expect(await plantedIn(dir)).toEqual([])
  })
})

test('the decrypted pages would show a person who was not erased', async () => {
  await inTempFolder(async (dir) => {
    const store = await openTestStore(dir)
    await plant(store)
    await store.close()
    decrypt(store)
    expect(await plantedIn(dir)).not.toEqual([])
  })
})

/** Takes the encryption off a closed store, page by page, so that what is left in unused places shows too. */
function decrypt({ path, key }: TestStore): void {
  const database = openCipherDatabase({ path, key })
  database.pragma('journal_mode = DELETE')
  database.pragma(`rekey = ''`)
  database.close()
}
