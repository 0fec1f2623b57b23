import Database from 'better-sqlite3'

/** The connection of better-sqlite3 to one encrypted file. */
export type CipherDatabase = Database.Database

export interface CipherFile {
  readonly path: string
  /** 32 random bytes */
  readonly key: Uint8Array
  /** The compiled module to load in a runtime that the packaged one does not fit. */
  readonly nativeBinding?: string
}

/** The first SQLite without the WAL-reset bug. Source: sqlite.org/wal.html#walresetbug */
const OLDEST_SQLITE = [3, 51, 3] as const

const BUSY_TIMEOUT_MS = 5000

/**
 * Opens an encrypted file for this process alone: the lock is the system's own and ends with the process, so that a
 * crash never leaves one behind. Throws SqliteError: `SQLITE_NOTADB` for a wrong key or a file that is no store,
 * `SQLITE_BUSY` while another process has it.
 */
export function openCipherDatabase(file: CipherFile): CipherDatabase {
  return closingOnError(unlock(file, { readonly: false }), (database) => {
    database.pragma('locking_mode = EXCLUSIVE')
    readHeader(database)
    setSafely(database)
  })
}

/** Opens an encrypted file to look at it, without changing a byte of it. Throws as {@link openCipherDatabase} does. */
export function openCipherDatabaseReadonly(file: CipherFile): CipherDatabase {
  return closingOnError(unlock(file, { readonly: true }), readHeader)
}

/**
 * Checks that commits are flushed to the disk. It is asked after a write, because only then does SQLite apply the
 * default that was compiled in: before it, the answer may be FULL where NORMAL is what happens.
 */
export function assertDurable(database: CipherDatabase): void {
  const synchronous = database.pragma('synchronous', { simple: true })
  if (synchronous !== 2) throw new Error(`The store must run with synchronous=FULL, not ${String(synchronous)}`)
}

function unlock(
  { path, key, nativeBinding }: CipherFile,
  { readonly }: { readonly readonly: boolean },
): CipherDatabase {
  if (key.length !== 32) throw new RangeError(`The key of a store has 32 bytes, not ${key.length}`)
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  const database = new Database(path, { readonly, timeout: 0, ...binding })
  // Nothing may touch the file before its cipher and key are set. `raw:` takes the key as it is, without derivation.
  database.pragma(`cipher = 'chacha20'`)
  database.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
  return database
}

/** The first look at the file: a wrong key, a foreign file and another process show here. */
function readHeader(database: CipherDatabase): void {
  database.prepare('SELECT count(*) FROM sqlite_schema').get()
}

function setSafely(database: CipherDatabase): void {
  assertNewEnough(database)
  const journal = database.pragma('journal_mode = WAL', { simple: true })
  if (journal !== 'wal') throw new Error(`The store must run in WAL mode, not ${String(journal)}`)
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // Without it a REPLACE takes a row out of a ledger and no trigger hears of it.
  database.pragma('recursive_triggers = ON')
  database.pragma('secure_delete = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
}

function assertNewEnough(database: CipherDatabase): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get())
  const numbers = version.split('.').map(Number)
  for (const [place, oldest] of OLDEST_SQLITE.entries()) {
    const number = numbers[place] ?? 0
    if (number > oldest) return
    if (number < oldest) throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} is needed`)
  }
}

function closingOnError(database: CipherDatabase, prepare: (database: CipherDatabase) => void): CipherDatabase {
  try {
    prepare(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
