import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Kysely } from 'kysely'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import { makeFolder, syncFolder } from '../blobs/whole-file.ts'
import {
  assertDurable,
  type CipherDatabase,
  type CipherFile,
  openCipherDatabase,
  openCipherDatabaseReadonly,
} from './cipher-database.ts'
import { isLogGone, logSizeBytes, markClosed, markOpen } from './log-mark.ts'
import { migrateStore, type StoreVersion, storeVersion } from './migrate.ts'
import { migrations, type StoreMigration } from './migrations/all.ts'
import { writeSetting } from './repos/settings.ts'
import type { Schema } from './schema.ts'
import { storeDialect } from './store-dialect.ts'
import { storeError } from './store-errors.ts'

/**
 * The store of one desk, open for this process alone. There is one connection: inside `db.transaction()` use the
 * transaction for every query, because a query on `db` would wait for the transaction to end.
 */
export interface Store {
  readonly db: Kysely<Schema>
  readonly path: string
  /** Folds the log into the file and lets go of it. A transaction that is still open is rolled back. */
  close(): Promise<void>
}

export interface StoreOptions extends CipherFile {
  /** Of this Optdesk, for a store that a newer one has made. */
  readonly appVersion: string
  readonly clock: Clock
  /** A person knows that the log was taken away, and wants what is left. */
  readonly mayLackLog?: boolean
  /** The steps to the newest schema; a test may open a store as an older or a newer Optdesk would. */
  readonly migrations?: readonly StoreMigration[]
}

const CACHED_STATEMENTS = 500

/** How long to wait before each try while another process has the file: a desk that was just closed needs a moment. */
const WAITS_MS = [0, 50, 150, 300, 500] as const

/**
 * Opens the store at `path`, or makes it, and takes it to the newest schema; an existing one is copied first.
 * Errors: `store_newer` (not a byte was changed), `store_in_use`, `store_broken` (damaged, or another key), `log_gone`
 * (what was saved last is missing), `folder_read_only`, `disk_full`.
 */
export async function openStore(options: StoreOptions): Promise<Result<Store, AppError>> {
  try {
    if (!existsSync(options.path)) await makeStore(options)
    return await openExisting(options)
  } catch (cause) {
    const error = storeError(cause, options.path)
    if (error === null) throw cause
    return err(error)
  }
}

/** A store appears whole or not at all: it is made under another name, so that an empty file is always a broken one. */
async function makeStore(options: StoreOptions): Promise<void> {
  const unfinished = `${options.path}.new`
  await makeFolder(dirname(options.path))
  for (const ending of ['', '-wal', '-shm']) await rm(unfinished + ending, { force: true })
  const store = connect(openCipherDatabase({ ...options, path: unfinished }), unfinished)
  try {
    await migrateStore(store.db, stepsOf(options), options.appVersion)
  } finally {
    await store.close()
  }
  await rename(unfinished, options.path)
  await syncFolder(dirname(options.path))
}

async function openExisting(options: StoreOptions): Promise<Result<Store, AppError>> {
  const logBytes = logSizeBytes(options.path)
  const version = await whileInUse(() => lookAt(options, logBytes))
  if (version.steps === 0) return err({ code: 'store_broken', path: options.path })
  const steps = stepsOf(options)
  if (version.steps > steps.length) {
    return err({ code: 'store_newer', storeVersion: version.madeBy, appVersion: options.appVersion })
  }
  if (version.isLogGone && options.mayLackLog !== true) return err({ code: 'log_gone', path: `${options.path}-wal` })
  const database = await whileInUse(() => openCipherDatabase(options))
  const store = connect(database, options.path)
  try {
    if (version.steps < steps.length) {
      await keepCopy(database, options.path, version)
      await migrateStore(store.db, steps, options.appVersion)
    }
    await writeSetting(store.db, 'store.opened_at_ms', options.clock.now())
    markOpen(database)
    assertDurable(database)
    return ok(store)
  } catch (cause) {
    await store.close()
    throw cause
  }
}

function stepsOf(options: StoreOptions): readonly StoreMigration[] {
  return options.migrations ?? migrations
}

/** Nothing is written before we know that the store is whole and not from a newer Optdesk. */
function lookAt(file: CipherFile, logBytes: number): StoreVersion & { readonly isLogGone: boolean } {
  const database = openCipherDatabaseReadonly(file)
  try {
    const version = storeVersion(database)
    return { ...version, isLogGone: version.steps > 0 && isLogGone(database, logBytes) }
  } finally {
    database.close()
  }
}

async function whileInUse<T>(open: () => T): Promise<T> {
  let busy: unknown
  for (const waitMs of WAITS_MS) {
    await setTimeout(waitMs)
    try {
      return open()
    } catch (cause) {
      if (storeError(cause, '')?.code !== 'store_in_use') throw cause
      busy = cause
    }
  }
  throw busy
}

/** The copy is encrypted with the same key. SQLite makes it from what is committed; copying the file might miss the log. */
async function keepCopy(database: CipherDatabase, path: string, { steps }: StoreVersion): Promise<void> {
  const copy = `${path}.before-step-${steps + 1}`
  if (existsSync(copy)) return
  await rm(`${copy}.part`, { force: true })
  database.prepare('VACUUM INTO ?').run(`${copy}.part`)
  await rename(`${copy}.part`, copy)
  await syncFolder(dirname(copy))
}

function connect(database: CipherDatabase, path: string): Store {
  const dialect = storeDialect(database, CACHED_STATEMENTS)
  const db = new Kysely<Schema>({ dialect })
  const close = async (): Promise<void> => {
    if (database.open) markClosed(database)
    await db.destroy()
    // Kysely closes only what it has used.
    if (database.open) database.close()
  }
  return { db, path, close }
}
