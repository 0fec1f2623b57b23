import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../electron/db/open.ts'
import { seededRandom, testClock } from '../support/seeded.ts'
import { inTempFolder, TEST_APP_VERSION } from '../support/store.ts'

const HOLDER = join(import.meta.dirname, '../support/hold-store.ts')
const SEED = 'held'

test('a store that somebody else holds for a moment is waited for, and opens as soon as it is free', () =>
  inTempFolder(async (dir) => {
    const key = seededRandom(SEED)(32)
    const options = { path: join(dir, 'optdesk.db'), key, appVersion: TEST_APP_VERSION, clock: testClock() }
    const holder = spawn(process.execPath, [HOLDER, dir, SEED], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = once(holder, 'exit')
    try {
      await once(holder.stdout, 'data')
      const opening = openStore(options)
      holder.kill('SIGKILL')
      const opened = await opening
      expect(opened).toMatchObject({ ok: true })
      if (opened.ok) await opened.value.close()
    } finally {
      holder.kill('SIGKILL')
      await gone
    }
  }))
