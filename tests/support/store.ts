import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '../../electron/db/open.ts'
import type { NewId } from '../../shared/ids.ts'
import { seededNewId, seededRandom, type TestClock, testClock } from './seeded.ts'

/** A real store in a folder of its own, with time and chance in the hands of the test. */
export interface TestStore extends Store {
  readonly dir: string
  readonly key: Uint8Array
  readonly clock: TestClock
  readonly newId: NewId
  readonly random: (size: number) => Uint8Array
}

export const TEST_APP_VERSION = '0.1.0'

/** Runs a test in a folder of its own, which is gone afterwards. */
export async function inTempFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'optdesk-test-'))
  try {
    return await use(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Runs a test with a real, empty, encrypted store; the same seed gives the same ids. */
export async function withStore<T>(use: (store: TestStore) => Promise<T>, seed = 'store'): Promise<T> {
  return inTempFolder(async (dir) => {
    const store = await openTestStore(dir, seed)
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  })
}

/** Opens the store of a test folder, or makes it. Opened again with the same seed, it has the same key. */
export async function openTestStore(dir: string, seed = 'store', clock = testClock()): Promise<TestStore> {
  const key = seededRandom(`${seed}:key`)(32)
  const opened = await openStore({ path: join(dir, 'optdesk.db'), key, appVersion: TEST_APP_VERSION, clock })
  if (!opened.ok) throw new Error(`The test store did not open: ${JSON.stringify(opened.error)}`)
  const random = seededRandom(`${seed}:random`)
  return { ...opened.value, dir, key, clock, newId: seededNewId(`${seed}:id`, clock), random }
}
