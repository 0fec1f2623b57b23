import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations } from '../../electron/db/migrations/all.ts'
import { openStore, type StoreOptions } from '../../electron/db/open.ts'
import { seededRandom, testClock } from '../support/seeded.ts'
import { inTempFolder, openTestStore, withStore } from '../support/store.ts'

const key = seededRandom('open')(32)

function optionsIn(dir: string): StoreOptions {
  return { path: join(dir, 'optdesk.db'), key, appVersion: '0.1.0', clock: testClock() }
}

async function makeStoreIn(dir: string): Promise<StoreOptions> {
  const options = optionsIn(dir)
  const made = await openStore(options)
  if (!made.ok) throw new Error(made.error.code)
  await made.value.close()
  return options
}

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['secure_delete', 1],
  ['foreign_keys', 1],
  ['temp_store', 2],
  ['locking_mode', 'exclusive'],
  ['user_version', migrations.length],
])('after a write the store runs with %s = %s', async (name, expected) => {
  await withStore(async ({ db }) => {
    await db.insertInto('setting').values({ key: 'a write', value: '1' }).execute()
    const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)
    expect(Object.values(rows[0] ?? {})).toEqual([expected])
  })
})

test('both search tables erase what they held', async () => {
  await withStore(async ({ db }) => {
    for (const table of ['person_search_config', 'number_search_config']) {
      const { rows } = await sql`SELECT v FROM ${sql.table(table)} WHERE k = 'secure-delete'`.execute(db)
      expect(rows).toEqual([{ v: 1 }])
    }
  })
})

test('another key does not open the store', async () => {
  await inTempFolder(async (dir) => {
    const options = await makeStoreIn(dir)
    const before = await readFile(options.path)
    const opened = await openStore({ ...options, key: seededRandom('another')(32) })
    expect(opened).toEqual({ ok: false, error: { code: 'store_broken', path: options.path } })
    expect(await readFile(options.path)).toEqual(before)
  })
})

test('an empty file, a foreign file and a file that was cut off are broken stores, and stay as they are', async () => {
  await inTempFolder(async (dir) => {
    const options = await makeStoreIn(dir)
    const broken = { ok: false, error: { code: 'store_broken', path: options.path } }
    await truncate(options.path, 5000)
    expect(await openStore(options)).toEqual(broken)
    await writeFile(options.path, 'Family name;Given name\n'.repeat(400))
    expect(await openStore(options)).toEqual(broken)
    await writeFile(options.path, '')
    expect(await openStore(options)).toEqual(broken)
    expect((await readFile(options.path)).length).toBe(0)
  })
})

test('what was written is there after closing and opening again', async () => {
  await inTempFolder(async (dir) => {
    const first = await openTestStore(dir)
    await first.db.insertInto('setting').values({ key: 'kept', value: '"yes"' }).execute()
    await first.close()
    const second = await openTestStore(dir)
    expect(await second.db.selectFrom('setting').select('value').where('key', '=', 'kept').execute()).toEqual([
      { value: '"yes"' },
    ])
    await second.close()
  })
})

test('a store that another process has is in use, and is free as soon as that process is killed', async () => {
  await inTempFolder(async (dir) => {
    const options = await makeStoreIn(dir)
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../support/hold-store.ts'), dir, 'open'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(holder, 'exit')
    try {
      await once(holder.stdout, 'data')
      expect(await openStore(options)).toEqual({ ok: false, error: { code: 'store_in_use', path: options.path } })
    } finally {
      holder.kill('SIGKILL')
      await gone
    }
    const opened = await openStore(options)
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
  })
})
