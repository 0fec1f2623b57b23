import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../electron/db/open.ts'
import { storeError } from '../../electron/db/store-errors.ts'
import { chanceOf } from '../../scripts/faults/chance.ts'
import { withCore } from '../support/core.ts'
import { addSomePerson } from '../support/people.ts'
import { inTempFolder, openTestStore, TEST_APP_VERSION, type TestStore } from '../support/store.ts'

const PEOPLE = 60
const DAMAGES = 150

/** A store as it lies on the disk: after a good end, or after a crash with its log beside it. */
interface Lying {
  readonly path: string
  readonly key: Uint8Array
  readonly clock: TestStore['clock']
}

async function layStore(dir: string, end: 'closed' | 'crashed', seed = 'damaged'): Promise<Lying> {
  const store = await openTestStore(dir, seed)
  for (let n = 0; n < PEOPLE; n += 1) await addSomePerson(store, { familyName: `Osei ${n}`, numbers: [] })
  const { path, key, clock } = store
  if (end === 'crashed') {
    await copyFile(path, `${path}.kept`)
    await copyFile(`${path}-wal`, `${path}.kept-wal`)
  }
  await store.close()
  if (end === 'crashed') for (const ending of ['', '-wal']) await rename(`${path}.kept${ending}`, path + ending)
  return { path, key, clock }
}

function open({ path, key, clock }: Lying) {
  return openStore({ path, key, clock, appVersion: TEST_APP_VERSION })
}

/** Opens and reads everything: every name as it was written, or the error by which a person is told. */
async function readOrTold(lying: Lying): Promise<string> {
  const opened = await open(lying)
  if (!opened.ok) return opened.error.code
  const { db, close } = opened.value
  try {
    const { rows } = await sql<{ readonly family_name: string }>`SELECT family_name FROM person`.execute(db)
    return rows
      .map((row) => row.family_name)
      .toSorted()
      .join()
  } catch (cause) {
    return storeError(cause, lying.path)?.code ?? String(cause)
  } finally {
    await close()
  }
}

const WHOLE = Array.from({ length: PEOPLE }, (_, n) => `Osei ${n}`)
  .toSorted()
  .join()

test('bits that turned, pages that were zeroed, ends that were cut off: told, or without effect, never a wrong answer', () =>
  inTempFolder(async (dir) => {
    const lying = await layStore(dir, 'closed')
    const good = await readFile(lying.path)
    const chance = chanceOf(5)
    const seen = new Set<string>()
    for (let n = 0; n < DAMAGES; n += 1) {
      const bad = Buffer.from(good)
      const at = chance.below(bad.length)
      const how = chance.oneOf(['bit', 'zeros', 'cut'] as const)
      if (how === 'bit') bad[at]! ^= 1 << chance.below(8)
      if (how === 'zeros') bad.fill(0, at - (at % 4096), at - (at % 4096) + 4096)
      await writeFile(lying.path, how === 'cut' ? bad.subarray(0, at) : bad)
      const answer = await readOrTold(lying)
      expect(['store_broken', WHOLE], `${how} at ${at}`).toContain(answer)
      seen.add(answer)
    }
    expect(seen.size).toBe(2)
  }))

describe('a log', () => {
  test('that was cut off in the middle, or in which a bit turned, leaves a beginning of what was saved', () =>
    inTempFolder(async (dir) => {
      const lying = await layStore(dir, 'crashed')
      const log = await readFile(`${lying.path}-wal`)
      const chance = chanceOf(6)
      for (let n = 0; n < 20; n += 1) {
        const copy = { ...lying, path: join(dir, `try-${n}.db`) }
        await copyFile(lying.path, copy.path)
        const bad = Buffer.from(log)
        const at = 32 + chance.below(log.length - 32)
        bad[at]! ^= 1
        await writeFile(`${copy.path}-wal`, n % 2 === 0 ? bad : log.subarray(0, at))
        const names = (await readOrTold(copy)).split(',').filter(Boolean)
        // Each was one commit: what is left is a beginning of what was written, in its order.
        expect(names.toSorted()).toEqual(WHOLE.split(',').filter((name) => Number(name.slice(5)) < names.length))
      }
    }))

  test.each([
    ['deleted', (path: string) => rm(path)],
    ['emptied', (path: string) => truncate(path)],
  ])('that was %s is missed, and what is left is opened only when a person says so', (_, takeAway) =>
    inTempFolder(async (dir) => {
      const lying = await layStore(dir, 'crashed')
      await copyFile(`${lying.path}-wal`, `${lying.path}.kept-wal`)
      await takeAway(`${lying.path}-wal`)
      const gone = { ok: false, error: { code: 'log_gone', path: `${lying.path}-wal` } }
      expect(await open(lying)).toEqual(gone)
      expect(await open(lying)).toEqual(gone)
      await copyFile(`${lying.path}.kept-wal`, `${lying.path}-wal`)
      expect(await readOrTold(lying)).toBe(WHOLE)
    }),
  )

  test('of another store is told, and no wrong name is shown', () =>
    inTempFolder(async (dir) => {
      const lying = await layStore(dir, 'closed')
      await inTempFolder(async (elsewhere) => {
        const other = await layStore(elsewhere, 'crashed', 'another')
        await copyFile(`${other.path}-wal`, `${lying.path}-wal`)
      })
      expect(await readOrTold(lying)).toBe('store_broken')
      await rm(`${lying.path}-wal`)
      expect(await readOrTold(lying)).toBe(WHOLE)
    }))

  test('that a good end has folded is not missed, nor by a copy that SQLite made', () =>
    inTempFolder(async (dir) => {
      const store = await openTestStore(dir, 'damaged')
      await sql`VACUUM INTO ${join(dir, 'copy.db')}`.execute(store.db)
      await store.close()
      expect((await readdir(dir)).filter((name) => name.endsWith('-wal'))).toEqual([])
      for (const name of ['optdesk.db', 'copy.db']) {
        const opened = await open({ ...store, path: join(dir, name) })
        expect(opened).toMatchObject({ ok: true })
        if (opened.ok) await opened.value.close()
      }
    }))
})

test('the desk says that its log is gone, and opens without it when a person accepts that', () =>
  withCore(async (core) => {
    const path = join(core.dir, 'practice', 'desk.db')
    for (const ending of ['', '-wal']) await copyFile(path + ending, `${path}.kept${ending}`)
    await core.restart({ dataDir: join(core.dir, 'elsewhere') })
    await rename(`${path}.kept`, path)
    await core.restart({ dataDir: core.dir })
    const trouble = { state: 'trouble', error: { code: 'log_gone', path: `${path}-wal` } }
    expect(await core.ask('setup.state', {})).toMatchObject(trouble)
    expect(await core.ask('setup.retry', {})).toMatchObject(trouble)
    expect(await core.ask('setup.openWithoutLog', {})).toMatchObject({ state: 'ready', desk: 'practice' })
    await core.restart()
    expect(await core.ask('setup.state', {})).toMatchObject({ state: 'ready' })
  }))
