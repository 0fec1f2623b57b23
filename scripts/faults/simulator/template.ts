import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { migrateStore } from '../../../electron/db/migrate.ts'
import { migrations } from '../../../electron/db/migrations/all.ts'
import { appendConsentEvent } from '../../../electron/db/repos/consent-events.ts'
import { addLine } from '../../../electron/db/repos/lines.ts'
import { addPerson } from '../../../electron/db/repos/people.ts'
import { addPhoneNumber } from '../../../electron/db/repos/phone-numbers.ts'
import { addStaff } from '../../../electron/db/repos/staff.ts'
import type { Schema } from '../../../electron/db/schema.ts'
import { storeDialect } from '../../../electron/db/store-dialect.ts'
import { writeFirstSettings } from '../../../electron/desk/desk-settings.ts'
import type { ConsentEventId, PersonId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { LINE, OFFICE, PEOPLE } from './people.ts'

const STAFF = '01JDSTAFF0000000000000000A' as StaffId
/** One segment a second. */
const RATE_PER_MIN = 60

/** The id under which a person of {@link PEOPLE} is known. */
export function personIdOf(place: number): PersonId {
  return `01JDPERSON00000000000000${String(place).padStart(2, '0')}` as PersonId
}

/** The bytes of a store as the office's first day leaves it; every run of the simulator begins with a copy of it. */
export async function makeTemplate(nowMs: Instant): Promise<Buffer> {
  const database = new Database(':memory:')
  const db = new Kysely<Schema>({ dialect: storeDialect(database, 100) })
  await migrateStore(db, migrations, 'simulator')
  await addStaff(db, { id: STAFF, name: 'Simulator', createdAtMs: nowMs })
  await addLine(db, { id: LINE, e164: OFFICE, class: '10dlc', ratePerMin: RATE_PER_MIN, createdAtMs: nowMs })
  const practice = {
    name: 'Cedar Clinic',
    phone: '(206) 555-0100',
    zone: 'America/Los_Angeles',
    language: 'en',
  } as const
  await writeFirstSettings(db, { practice, staffId: STAFF })
  for (const place of PEOPLE.keys()) await addOne(db, place, nowMs)
  const bytes = database.serialize()
  database.close()
  return bytes
}

async function addOne(db: Kysely<Schema>, place: number, nowMs: Instant): Promise<void> {
  const person = PEOPLE[place]
  if (person === undefined) throw new Error(`There is no person ${place}`)
  const id = personIdOf(place)
  const names = { givenName: person.givenName, familyName: 'Simulated', email: '', language: 'en' as const }
  await addPerson(db, { id, ...names, zone: person.addressZone, region: null, createdAtMs: nowMs, updatedAtMs: nowMs })
  await addPhoneNumber(db, { personId: id, e164: person.e164, createdAtMs: nowMs })
  for (const purpose of person.agreed) {
    await appendConsentEvent(db, {
      id: `${id}.${purpose}` as ConsentEventId,
      e164: person.e164,
      purpose,
      kind: 'granted',
      // Signed on the web: the paper's proof would need a form of its own for everybody.
      source: 'web',
      atMs: nowMs,
      recordedAtMs: nowMs,
    })
  }
}

/** Opens a copy of the template in memory, with the pragmas of the store that do not speak of a disk. */
export function openCopy(template: Buffer): Database.Database {
  const database = new Database(template)
  database.pragma('foreign_keys = ON')
  database.pragma('recursive_triggers = ON')
  return database
}
