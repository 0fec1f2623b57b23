import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations, type StoreMigration } from '../../electron/db/migrations/all.ts'
import { openStore, type StoreOptions } from '../../electron/db/open.ts'
import { seededRandom, testClock } from '../support/seeded.ts'
import { inTempFolder } from '../support/store.ts'

const nextStep: StoreMigration = {
  name: '9999_next',
  up: async (db) => {
    await sql`CREATE TABLE next (id TEXT PRIMARY KEY) STRICT`.execute(db)
  },
}
const brokenStep: StoreMigration = {
  name: '9999_next',
  up: async (db) => {
    await nextStep.up(db)
    await sql`INSERT INTO nowhere VALUES (1)`.execute(db)
  },
}

function optionsIn(dir: string): StoreOptions {
  return {
    path: join(dir, 'optdesk.db'),
    key: seededRandom('migrate')(32),
    appVersion: '0.1.0',
    clock: testClock(),
  }
}

async function inStore<T>(options: StoreOptions, use: (db: Kysely<never>) => Promise<T>): Promise<T> {
  const opened = await openStore(options)
  if (!opened.ok) throw new Error(opened.error.code)
  try {
    return await use(opened.value.db as unknown as Kysely<never>)
  } finally {
    await opened.value.close()
  }
}

async function keepWord(options: StoreOptions): Promise<void> {
  await inStore(options, (db) => sql`INSERT INTO setting VALUES ('word', '"kept"')`.execute(db))
}

async function readWord(options: StoreOptions): Promise<readonly unknown[]> {
  return inStore(options, async (db) => (await sql`SELECT value FROM setting WHERE key = 'word'`.execute(db)).rows)
}

test('an older store is copied, taken to the newest schema, and keeps what it holds', async () => {
  await inTempFolder(async (dir) => {
    const options = optionsIn(dir)
    await keepWord(options)
    const newer = { ...options, appVersion: '0.2.0', migrations: [...migrations, nextStep] }
    expect(await readWord(newer)).toEqual([{ value: '"kept"' }])
    expect(await inStore(newer, async (db) => (await sql`SELECT * FROM next`.execute(db)).rows)).toEqual([])

    const copy = { ...options, path: `${options.path}.before-step-${migrations.length + 1}` }
    expect(await readWord(copy)).toEqual([{ value: '"kept"' }])
    expect((await readFile(copy.path)).includes('setting')).toBe(false)
  })
})

test('a newer store is refused with both versions, and not a byte of it changes', async () => {
  await inTempFolder(async (dir) => {
    const options = optionsIn(dir)
    await keepWord({ ...options, appVersion: '0.2.0', migrations: [...migrations, nextStep] })
    const before = await readFile(options.path)
    expect(await openStore(options)).toEqual({
      ok: false,
      error: { code: 'store_newer', storeVersion: '0.2.0', appVersion: '0.1.0' },
    })
    expect(await readFile(options.path)).toEqual(before)
  })
})

test('a step that fails leaves the store as it was', async () => {
  await inTempFolder(async (dir) => {
    const options = optionsIn(dir)
    await keepWord(options)
    await expect(openStore({ ...options, migrations: [...migrations, brokenStep] })).rejects.toThrow('nowhere')
    expect(await readWord(options)).toEqual([{ value: '"kept"' }])
    const tables = await inStore(
      options,
      async (db) => (await sql`SELECT name FROM sqlite_schema WHERE name = 'next'`.execute(db)).rows,
    )
    expect(tables).toEqual([])
  })
})

test('a store that could not be finished is made anew the next time', async () => {
  await inTempFolder(async (dir) => {
    const options = optionsIn(dir)
    await expect(openStore({ ...options, migrations: [...migrations, brokenStep] })).rejects.toThrow('nowhere')
    expect(existsSync(options.path)).toBe(false)
    await keepWord(options)
    expect(await readWord(options)).toEqual([{ value: '"kept"' }])
    expect((await readdir(dir)).filter((name) => name.includes('.new'))).toEqual([])
  })
})
