import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { foldLog } from '../../../electron/db/fold-log.ts'
import { migrations } from '../../../electron/db/migrations/all.ts'
import { openStore } from '../../../electron/db/open.ts'
import { writeSetting } from '../../../electron/db/repos/settings.ts'
import type { CoreParts } from '../../../electron/desk/core-parts.ts'
import { createOffice } from '../../../electron/desk/create-office.ts'
import { type Desk, openDesk } from '../../../electron/desk/open-desk.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { clockAtOfficeHour, deskParts } from '../desk-parts.ts'
import { startJudgeCarrier } from '../judge-carrier.ts'
import { PROMISES, type Promised } from './promise.ts'
import { actions } from './recorded-actions.ts'

/**
 * A desk at work, to be run under the recorder: `recorded-desk.ts FOLDER FULL|NORMAL ACTIONS SEED`. Each promise is written
 * down after it was given, so that the record knows what must be on the disk by then. NORMAL is the planted fault.
 */
const [dataDir = '', synchronous = 'FULL', actionCount = '100', seed = '1'] = process.argv.slice(2)
const SESSIONS = 4

const promises = openSync(join(dataDir, PROMISES), 'a')
const promise = (promised: Promised): void => void writeSync(promises, `${JSON.stringify(promised)}\n`)
const chance = chanceOf(Number(seed))
const clock = clockAtOfficeHour()
const carrier = await startJudgeCarrier({
  now: clock.now,
  line: '12065550100',
  answerDelayMs: () => chance.below(4),
  onPost: (clientRef) => promise({ kind: 'request', clientRef }),
})
const parts: CoreParts = {
  ...deskParts(dataDir, carrier.url, clock),
  // On a good disk there is no trouble: the record of one would prove something else.
  reportTrouble: (cause) => {
    console.error(cause)
    process.exitCode = 1
  },
}
await upgrade()
await makeOffice()
await work(chance)
await carrier.close()
parts.workshop.close()
closeSync(promises)

/** A store of the first schema, which the newest Optdesk opens. */
async function upgrade(): Promise<void> {
  promise({ kind: 'section', section: 'upgrade' })
  const key = parts.random(32)
  const options = { path: join(dataDir, 'old', 'desk.db'), key, appVersion: parts.appVersion, clock }
  const old = await orThrow(openStore({ ...options, migrations: migrations.slice(0, 1) }))
  const words = Array.from({ length: 20 }, (_, place) => `word ${place}`)
  for (const word of words) await writeSetting(old.db, word, word)
  promise({ kind: 'old_store', keyHex: Buffer.from(key).toString('hex'), words })
  await old.close()
  const opened = await orThrow(openStore(options))
  promise({ kind: 'upgraded', steps: migrations.length })
  await opened.close()
}

async function makeOffice(): Promise<void> {
  promise({ kind: 'section', section: 'office' })
  const office = { practiceName: 'Pier Dental', zone: 'America/New_York', language: 'en', staffName: 'Ruth' } as const
  const made = await orThrow(createOffice(parts, { ...office, passphrase: 'a long walk by the harbor' }))
  promise({ kind: 'office', recoveryCode: made.recoveryCode })
}

/** Several days at the practice desk, each ended properly. */
async function work(chance: Chance): Promise<void> {
  promise({ kind: 'section', section: 'practice' })
  for (let session = 0; session < SESSIONS; session += 1) {
    const desk = await orThrow(openDesk(parts, 'practice'))
    const { db } = desk.services.store
    if (session === 0) promise({ kind: 'practice', people: await countPeople(desk) })
    promise({ kind: 'section', section: 'work' })
    // The pragma is asked for after opening, because the store refuses to open with anything but FULL.
    if (synchronous === 'NORMAL') await sql`PRAGMA synchronous = NORMAL`.execute(db)
    await db.updateTable('line').set({ rate_per_min: 60_000 }).execute()
    await workThrough(desk, chance)
    await desk.close()
  }
}

async function workThrough(desk: Desk, chance: Chance): Promise<void> {
  const act = actions(desk, chance, promise)
  for (let place = 0; place < Number(actionCount) / SESSIONS; place += 1) {
    await act()
    if (chance.happens(0.02)) await foldLog(desk.services.store.db)
  }
}

async function countPeople({ services }: Desk): Promise<number> {
  const { count } = await services.store.db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function orThrow<T>(
  result: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { code: string } }>,
): Promise<T> {
  const outcome = await result
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}
