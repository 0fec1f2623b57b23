import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { createBlobStore } from '../blobs/blob-store.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/open.ts'
import { placeTrouble } from '../db/store-place.ts'
import type { Handlers } from '../ipc/router.ts'
import { createKeyring, openKeyring } from '../security/keyring.ts'
import type { OpenedKeyring, Protection } from '../security/keyring.ts'
import { takeUpCancellations } from '../services/steer-broadcast.ts'
import { takeUpPlans } from '../services/finish-plan.ts'
import { takeBackUnfinishedRuns } from '../services/take-back-run.ts'
import { seedPractice } from '../services/seed-practice.ts'
import { createAuditTrail } from './audit-trail.ts'
import type { AuditTrail } from './audit-trail.ts'
import type { CoreParts } from './core-parts.ts'
import { deskHandlers } from './desk-handlers.ts'
import type { DeskServices } from './desk-services.ts'
import { hearNetwork, startDeskMedia } from './desk-media.ts'
import { startDeskScanFolder } from './desk-scan-folder.ts'
import { startDeskReading } from './desk-reading.ts'
import { openDeskSettings } from './desk-settings.ts'
import type { DeskName } from './last-desk.ts'
import { startDeskReceiving } from './desk-receiving.ts'
import { recordHandlers } from './recorded-handlers.ts'
import { apiHostOf, startOfficeSending, startPracticeSending } from './sending.ts'
import type { Sending } from './sending.ts'
import { openSendingSwitch } from './sending-switch.ts'

/** One opened store with everything over it. */
export interface Desk {
  readonly name: DeskName
  readonly protection: Protection
  readonly handlers: Partial<Handlers>
  readonly services: DeskServices
  readonly trail: AuditTrail
  /** Lets the request in flight end, then lets go of the store. */
  close(): Promise<void>
}

/** The folder of a desk. */
export function deskDir(dataDir: string, name: DeskName): string {
  return join(dataDir, name)
}

function storePath(dir: string): string {
  return join(dir, 'desk.db')
}

/** What a person says at the door. */
export interface HowToOpen {
  /** The passphrase or the recovery code. */
  readonly secret?: string | undefined
  /** The store's log was taken away, and a person wants what is left. */
  readonly mayLackLog?: boolean
}

/**
 * Opens a desk by its key; the practice desk is made and filled at its first opening. Errors: `folder_synced` and
 * `folder_on_network`, before a byte is written there; those of the keyring (`passphrase_needed`, `wrong_passphrase`,
 * `keychain_lost`) and of the store.
 */
export async function openDesk(
  parts: CoreParts,
  name: DeskName,
  { secret, mayLackLog = false }: HowToOpen = {},
): Promise<Result<Desk, AppError>> {
  const misplaced = placeTrouble(parts.dataDir)
  if (misplaced) return err(misplaced)
  const dir = deskDir(parts.dataDir, name)
  const keyring = await deskKey(parts, name, dir, secret)
  if (!keyring.ok) return keyring
  const { key, protection } = keyring.value
  // An office's store came into place whole, with its key: a key alone means that the store was lost, not that it is new.
  if (name === 'office' && !existsSync(storePath(dir))) return err({ code: 'store_broken', path: storePath(dir) })
  const opened = await openDeskStore(parts, dir, key, mayLackLog)
  if (!opened.ok) return opened
  const store = opened.value
  const blobs = createBlobStore({ dir: join(dir, 'originals'), key })
  try {
    const filled = name === 'practice' ? await seedPractice({ ...parts, store, blobs }) : ok(null)
    if (filled.ok) return ok(await setUpDesk(parts, { name, protection, store, blobs }))
    await store.close()
    return filled
  } catch (thrown) {
    await store.close()
    throw thrown
  }
}

/** Opens the store in a desk's folder, or makes it. */
export function openDeskStore(
  parts: CoreParts,
  dir: string,
  key: Uint8Array,
  mayLackLog = false,
): Promise<Result<Store, AppError>> {
  const { appVersion, clock, nativeBinding } = parts
  return openStore({
    path: storePath(dir),
    key,
    appVersion,
    clock,
    mayLackLog,
    ...(nativeBinding && { nativeBinding }),
  })
}

/** The people of the practice desk are made up, so that its key may lie beside it. */
async function deskKey(
  { keychain, random }: CoreParts,
  name: DeskName,
  dir: string,
  secret: string | undefined,
): Promise<Result<OpenedKeyring, AppError>> {
  if (name === 'practice' && !existsSync(join(dir, 'key.json'))) {
    const made = await createKeyring({ dir, protection: 'file', random })
    return made.ok ? ok({ key: made.value.key, protection: 'file' }) : made
  }
  return openKeyring({ dir, ...(secret !== undefined && { secret }), ...(keychain && { keychain }) })
}

interface OpenedStore {
  readonly name: DeskName
  readonly protection: Protection
  readonly store: Store
  readonly blobs: BlobStore
}

/** Puts services, queue and handlers over an opened store. What a crash left half done is taken back first. */
async function setUpDesk(parts: CoreParts, { name, protection, store, blobs }: OpenedStore): Promise<Desk> {
  const settings = await openDeskSettings(store.db)
  const closing = new AbortController()
  await takeBackUnfinishedRuns(store, parts.clock)
  const isPractice = name === 'practice'
  let wakeUploads = (): void => undefined
  const heard = { ...parts, emit: hearNetwork(parts.emit, () => wakeUploads()) }
  const sending = await openSendingSwitch(() =>
    isPractice ? startPracticeSending(heard, { store, blobs }, settings) : startOfficeSending(heard, store, settings),
  )
  const current = (): Sending => sending.current()
  const { place: mediaPlace, uploads: mediaUploads } = await startDeskMedia(parts, { store, blobs, sending: current })
  wakeUploads = () => mediaUploads.wake()
  const receiving = await startDeskReceiving(parts, { store, settings, sending })
  const pileReading = startDeskReading(parts, { store, blobs, closing: closing.signal })
  const scanFolder = startDeskScanFolder(parts, () => services, store)
  const services: DeskServices = {
    store,
    blobs,
    ...ofEveryDesk(parts),
    settings,
    isPractice,
    apiHost: apiHostOf(parts),
    // These change while the desk is open.
    get lineId() {
      return settings.lineId()
    },
    get sendingDesk() {
      return sending.current().sendingDesk
    },
    get carrier() {
      return sending.current().carrier
    },
    mediaPlace,
    mediaUploads,
    pileReading,
    scanFolder,
    sendingOff: () => sending.current().offBecause,
    // It may be another account whose webhooks are believed, and what sends then has not heard of the receiver yet.
    restartSending: () => sending.restart().then(() => receiving.restart()),
    receiving,
    plansUnderWay: new Map(),
    closing: closing.signal,
    staffId: settings.staffId,
    practice: settings.practice,
    practiceZone: () => settings.practice().zone,
  }
  const trail = createAuditTrail({ ...parts, store, staffId: settings.staffId })
  const underWay = new Set<Promise<unknown>>([takeUp(services).catch(parts.reportTrouble)])
  const handlers = countCalls(recordHandlers(deskHandlers(services), services, trail), underWay)

  async function close(): Promise<void> {
    closing.abort()
    await Promise.allSettled(underWay)
    for (const part of [scanFolder, pileReading, receiving, mediaUploads, sending]) await part.stop()
    await store.close()
  }
  return { name, protection, handlers, services, trail, close }
}

/** What services use of the core itself, whichever desk is open. */
function ofEveryDesk({ workshop, clock, newId, random, emit, sampleDir, chooseFolder }: CoreParts) {
  return { workshop, clock, newId, random, emit, sampleDir, chooseFolder: async () => (await chooseFolder?.()) ?? null }
}

/** What a crash cut off and nobody can take back is brought to its end while the desk is in use. */
async function takeUp(services: DeskServices): Promise<void> {
  await takeUpCancellations(services)
  await takeUpPlans(services)
}

/** Keeps count of the calls under way, so that the store is not closed under them. */
function countCalls<H extends Partial<Handlers>>(handlers: H, underWay: Set<Promise<unknown>>): H {
  type AnyHandler = (...given: unknown[]) => Promise<unknown>
  const counted = Object.entries(handlers).map(([method, handler]) => {
    const count: AnyHandler = (...given) => {
      const call = (handler as AnyHandler)(...given).finally(() => underWay.delete(call))
      underWay.add(call)
      return call
    }
    return [method, count]
  })
  // As in recorded-handlers: each entry keeps its own method's types.
  return Object.fromEntries(counted) as H
}
