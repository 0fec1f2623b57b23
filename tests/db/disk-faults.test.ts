import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createBlobStore } from '../../electron/blobs/blob-store.ts'
import { openStore } from '../../electron/db/open.ts'
import { countPeople } from '../../electron/db/repos/people.ts'
import { storeError } from '../../electron/db/store-errors.ts'
import { createKeyring } from '../../electron/security/keyring.ts'
import { addSomePerson } from '../support/people.ts'
import { seededRandom, testClock } from '../support/seeded.ts'
import { mayMountDisk, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { openTestStore, type TestStore, withStore } from '../support/store.ts'

const SOME_MEGABYTES = 3

async function onSmallDisk(use: (disk: SmallDisk) => Promise<void>): Promise<void> {
  const disk = mountSmallDisk(SOME_MEGABYTES)
  try {
    await use(disk)
  } finally {
    disk.release()
  }
}

/** Fills the disk to the last byte and gives the file that can be taken away again. */
async function fill(dir: string): Promise<string> {
  const ballast = join(dir, 'ballast')
  await writeFile(ballast, Buffer.alloc(SOME_MEGABYTES * 1024 * 1024)).catch((cause: unknown) => {
    expect(cause).toMatchObject({ code: 'ENOSPC' })
  })
  return ballast
}

async function addPeople(store: TestStore, count: number): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    const inTransaction = { ...store, db: trx }
    for (let i = 0; i < count; i += 1) {
      await sql`INSERT INTO person (id, given_name, family_name, given_key, family_key, language, created_at_ms, updated_at_ms)
        VALUES (${store.newId()}, ${'x'.repeat(80)}, ${'y'.repeat(80)}, '', '', 'en', 0, 0)`.execute(inTransaction.db)
    }
  })
}

async function causeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
}

test('a store that may not grow refuses as a full disk, keeps nothing half, and works again', async () => {
  await withStore(async (store) => {
    await addSomePerson(store)
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store.db)
    await sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`).execute(store.db)
    const cause = await causeOf(addPeople(store, 2000))
    expect(storeError(cause, store.path)).toEqual({ code: 'disk_full', path: store.path })
    expect(await countPeople(store.db)).toBe(1)
    await sql.raw('PRAGMA max_page_count = 1000000').execute(store.db)
    await addPeople(store, 2000)
    expect(await countPeople(store.db)).toBe(2001)
  })
})

describe.skipIf(!mayMountDisk)('on a real small disk', () => {
  test('a full disk refuses a write, keeps nothing half, and works again when there is room', async () => {
    await onSmallDisk(async ({ dir }) => {
      const store = await openTestStore(dir)
      await addSomePerson(store)
      const ballast = await fill(dir)
      const cause = await causeOf(addPeople(store, 4000))
      expect(storeError(cause, store.path)).toEqual({ code: 'disk_full', path: store.path })
      expect(await countPeople(store.db)).toBe(1)
      await rm(ballast)
      await addSomePerson(store)
      await store.close()
      const again = await openTestStore(dir)
      expect(await countPeople(again.db)).toBe(2)
      await again.close()
    })
  })

  test('a full disk makes no store, no key and no original, and leaves no part of one', async () => {
    await onSmallDisk(async ({ dir }) => {
      await fill(dir)
      const key = seededRandom('full')(32)
      const path = join(dir, 'optdesk.db')
      const full = { ok: false, error: expect.objectContaining({ code: 'disk_full' }) as unknown }
      expect(await openStore({ path, key, appVersion: '0.1.0', clock: testClock() })).toEqual(full)
      expect(await createKeyring({ dir, protection: 'file', random: seededRandom('key') })).toEqual(full)
      const blobs = createBlobStore({ dir: join(dir, 'originals'), key })
      expect(await blobs.put(Buffer.alloc(100_000))).toEqual(full)
      const left = await readdir(dir, { recursive: true, withFileTypes: true })
      expect(
        left.filter((entry) => entry.isFile() && !entry.name.startsWith('optdesk.db.new')).map(({ name }) => name),
      ).toEqual(['ballast'])
    })
  })

  test('a folder that cannot be written is named, and opens again when it can', async () => {
    await onSmallDisk(async (disk) => {
      const { dir } = disk
      const store = await openTestStore(dir)
      await store.close()
      disk.setReadonly(true)
      const path = join(dir, 'optdesk.db')
      const readonly = { ok: false, error: expect.objectContaining({ code: 'folder_read_only' }) as unknown }
      expect(await openStore({ path, key: store.key, appVersion: '0.1.0', clock: testClock() })).toEqual(readonly)
      const elsewhere = join(dir, 'new', 'optdesk.db')
      expect(await openStore({ path: elsewhere, key: store.key, appVersion: '0.1.0', clock: testClock() })).toEqual(
        readonly,
      )
      expect(await createKeyring({ dir, protection: 'file', random: seededRandom('key') })).toEqual(readonly)
      const blobs = createBlobStore({ dir: join(dir, 'originals'), key: store.key })
      expect(await blobs.put(Buffer.from('a form'))).toEqual(readonly)
      disk.setReadonly(false)
      await (await openTestStore(dir)).close()
    })
  })
})
