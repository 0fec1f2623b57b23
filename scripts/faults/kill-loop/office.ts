import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openStore } from '../../../electron/db/open.ts'
import { appendConsentEvent } from '../../../electron/db/repos/consent-events.ts'
import { addPerson } from '../../../electron/db/repos/people.ts'
import { indexPerson } from '../../../electron/db/repos/person-search.ts'
import { addPhoneNumber } from '../../../electron/db/repos/phone-numbers.ts'
import type { Schema, Writer } from '../../../electron/db/schema.ts'
import { openKeyring } from '../../../electron/security/keyring.ts'
import { type ConsentEventId, type E164, newUlid, type PersonId } from '../../../shared/ids.ts'
import type { CoreProcess } from '../../../tests/support/core-process.ts'

/** Somebody who agreed to care texts. */
export interface Recipient {
  readonly personId: PersonId
  readonly e164: E164
}

/** A practice desk in a folder, made ready for many texts. */
export interface KillOffice {
  readonly storePath: string
  readonly key: Uint8Array
  readonly recipients: readonly Recipient[]
}

/** Far above any real line, so that the pace does not stretch the hours of a thousand kills. */
const RATE_PER_MIN = 60_000
const FIRST_NUMBER = 12_065_600_000
export const APP_VERSION = '0.0.0'

/** Lets a core make its practice desk in `dataDir`, then adds people who agreed and a line that is fast. */
export async function makeKillOffice(
  dataDir: string,
  startCore: () => CoreProcess,
  options: { readonly people: number; readonly now: () => number },
): Promise<KillOffice> {
  const core = startCore()
  await core.call('setup.state')
  await core.end()
  const dir = join(dataDir, 'practice')
  const keyring = await openKeyring({ dir })
  if (!keyring.ok) throw new Error(keyring.error.code)
  const { key } = keyring.value
  const storePath = join(dir, 'desk.db')
  const opened = await openStore({ path: storePath, key, appVersion: APP_VERSION, clock: options })
  if (!opened.ok) throw new Error(opened.error.code)
  const { db, close } = opened.value
  try {
    await db.updateTable('line').set({ rate_per_min: RATE_PER_MIN }).execute()
    const recipients = await addPeople(db, options.people, options.now())
    return { storePath, key, recipients }
  } finally {
    await close()
  }
}

function addPeople(db: Kysely<Schema>, count: number, nowMs: number): Promise<readonly Recipient[]> {
  return db.transaction().execute(async (trx) => {
    const recipients: Recipient[] = []
    for (let place = 0; place < count; place += 1) recipients.push(await addOne(trx, place, nowMs))
    return recipients
  })
}

async function addOne(trx: Writer, place: number, nowMs: number): Promise<Recipient> {
  const newId = () => newUlid(nowMs, randomBytes)
  const personId = newId() as PersonId
  const e164 = `+${FIRST_NUMBER + place}` as E164
  await addPerson(trx, {
    id: personId,
    givenName: `Given${place}`,
    familyName: `Family${place}`,
    email: '',
    language: 'en',
    zone: 'America/Los_Angeles',
    region: 'WA',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  })
  await addPhoneNumber(trx, { personId, e164, createdAtMs: nowMs })
  await indexPerson(trx, personId)
  await appendConsentEvent(trx, {
    id: newId() as ConsentEventId,
    e164,
    purpose: 'care',
    kind: 'granted',
    source: 'spoken',
    personId,
    atMs: nowMs,
    recordedAtMs: nowMs,
  })
  return { personId, e164 }
}
