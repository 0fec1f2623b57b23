import { join } from 'node:path'
import { openStore } from '../../electron/db/open.ts'
import { seededRandom, testClock } from './seeded.ts'

/** A process that opens the store of a folder, says so, and holds it until it is killed: `hold-store.ts DIR SEED`. */
const [dir = '', seed = ''] = process.argv.slice(2)
const opened = await openStore({
  path: join(dir, 'optdesk.db'),
  key: seededRandom(seed)(32),
  appVersion: '0.1.0',
  clock: testClock(),
})
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}\n`)
setInterval(() => undefined, 60_000)
