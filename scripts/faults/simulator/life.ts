import type { Database } from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Schema } from '../../../electron/db/schema.ts'
import { storeDialect } from '../../../electron/db/store-dialect.ts'
import { openDeskSettings } from '../../../electron/desk/desk-settings.ts'
import type { DeskServices } from '../../../electron/desk/desk-services.ts'
import type { Provider } from '../../../electron/provider/port.ts'
import { type SendingDesk, startSendingDesk } from '../../../electron/queue/sending-desk.ts'
import { officeTiming, type Timing } from '../../../electron/queue/timing.ts'
import { newUlid } from '../../../shared/ids.ts'
import type { Clock } from '../../../shared/time.ts'
import { MINUTE_MS } from '../../../shared/time.ts'
import type { Chance } from './chance.ts'
import { Died, type MortalDatabase, mortalDatabase } from './mortal-database.ts'
import { LINE } from './people.ts'

/** The program from one start to its end: the sending desk over the one store, and the services of the window. */
export interface Life {
  readonly services: DeskServices
  readonly store: MortalDatabase
}

/** What stays when the program dies: the store, the clock on the wall, the way to the carrier. */
export interface Surroundings {
  readonly database: Database
  readonly clock: Clock
  /** True time, which no hand can turn. */
  readonly steadyMs: () => number
  readonly chance: Chance
  readonly provider: Provider
  readonly setAlarm: Timing['setAlarm']
  /** Told after each statement that may have committed something. */
  readonly written: () => void
  /** Told when the program died at a statement. */
  readonly died: () => void
  /** Told of what the program tells its window and its log. */
  readonly told: (news: unknown) => void
}

/** Starts the program. Rejects when it dies while starting. */
export async function startLife(around: Surroundings): Promise<Life> {
  const { clock, chance, provider } = around
  const store = mortalDatabase(around.database, around)
  const db = new Kysely<Schema>({ dialect: storeDialect(store.database, 500) })
  const services = await makeServices(db, around)
  const timing: Timing = {
    ...officeTiming(clock),
    syncEveryMs: 3 * MINUTE_MS,
    doubt: { recordLagMs: 3 * MINUTE_MS, spacingMs: 2 * MINUTE_MS, lookUpsNeeded: 2 },
    // An alarm of a life that is over wakes nobody.
    setAlarm: (atMs, ring) => around.setAlarm(atMs, () => store.isDead() || ring()),
  }
  const starting = startSendingDesk({
    ...services,
    provider: { ...provider, send: deadSendNothing(store, provider) },
    carrier: 'vonage',
    lineId: LINE,
    random: chance.bytes,
    steadyMs: around.steadyMs,
    practiceZone: services.practiceZone,
    timing,
    emit: around.told,
    onTrouble: (cause) => (cause instanceof Died ? undefined : around.told(cause)),
  })
  const life: Life = { services, store }
  Object.assign(services, { sendingDesk: await starting })
  return life
}

/** A dead program opens no connection: what it still runs after its last statement reaches nobody. */
function deadSendNothing(store: MortalDatabase, provider: Provider): Provider['send'] {
  return (request) => (store.isDead() ? new Promise(() => undefined) : provider.send(request))
}

async function makeServices(db: Kysely<Schema>, { clock, chance, told }: Surroundings): Promise<DeskServices> {
  const settings = await openDeskSettings(db)
  const newId = (): string => newUlid(clock.now(), chance.bytes)
  const services: Partial<DeskServices> = {
    store: { db, path: ':memory:', close: async () => undefined },
    sendingDesk: null as SendingDesk | null,
    carrier: null,
    lineId: LINE,
    isPractice: true,
    sampleDir: '',
    clock,
    newId,
    random: chance.bytes,
    closing: new AbortController().signal,
    settings,
    staffId: settings.staffId,
    practice: settings.practice,
    practiceZone: () => settings.practice().zone,
    emit: told,
    sendingOff: () => null,
    restartSending: async () => undefined,
    apiHost: '',
    plansUnderWay: new Map(),
    mediaUploads: { wake: () => undefined, stop: () => Promise.resolve() },
  }
  // Forms, files and pictures have no part in it.
  return services as DeskServices
}
