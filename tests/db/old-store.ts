import { join } from 'node:path'
import { migrations } from '../../electron/db/migrations/all.ts'
import { openStore, type Store, type StoreOptions } from '../../electron/db/open.ts'
import { seededRandom, testClock } from '../support/seeded.ts'
import { TEST_APP_VERSION } from '../support/store.ts'

/** How the store of a folder is opened: by the first `steps` migrations, as an Optdesk of then did, or by all of them. */
export function optionsIn(dir: string, steps?: number): StoreOptions {
  return {
    path: join(dir, 'optdesk.db'),
    key: seededRandom('upgrade')(32),
    appVersion: TEST_APP_VERSION,
    clock: testClock(),
    ...(steps === undefined ? {} : { migrations: migrations.slice(0, steps) }),
  }
}

/** Opens a store, uses it, and closes it. Throws where it does not open. */
export async function inStore<T>(options: StoreOptions, use: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openStore(options)
  if (!opened.ok) throw new Error(opened.error.code)
  try {
    return await use(opened.value)
  } finally {
    await opened.value.close()
  }
}
