import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openStore } from '../../electron/db/open.ts'
import { connectVonage } from '../../electron/provider/vonage.ts'
import { startSendingDesk } from '../../electron/queue/sending-desk.ts'
import { officeTiming } from '../../electron/queue/timing.ts'
import { newUlid } from '../../shared/ids.ts'
import { TEST_APP_VERSION } from '../support/store.ts'
import { LINE } from './office.ts'

/**
 * The sending desk in a process of its own, to be killed: `node kill-child.ts FOLDER KEY URL`. It tells every status as a
 * line of JSON and stops properly when its input ends.
 */
const [, , dir = '', keyHex = '', url = ''] = process.argv
const clock = { now: () => Date.now() }
const opened = await openStore({
  path: join(dir, 'optdesk.db'),
  key: Buffer.from(keyHex, 'hex'),
  appVersion: TEST_APP_VERSION,
  clock,
})
if (!opened.ok) throw new Error(opened.error.code)

const desk = await startSendingDesk({
  store: opened.value,
  clock,
  provider: connectVonage({ apiHost: () => url, apiKey: 'key', apiSecret: 'secret', timeoutMs: 5_000 }),
  carrier: 'vonage',
  lineId: LINE,
  newId: () => newUlid(Date.now(), randomBytes),
  random: randomBytes,
  practice: () => ({ name: 'Cedar Clinic', phone: '' }),
  timing: { ...officeTiming(clock), syncEveryMs: 100 },
  emit: (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
  onTrouble: (cause) => process.stderr.write(`${String(cause)}\n`),
})

process.stdin.on('end', () => void desk.stop().then(() => opened.value.close()))
process.stdin.resume()
