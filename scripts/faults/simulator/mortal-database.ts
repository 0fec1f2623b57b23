import type { Database, Statement } from 'better-sqlite3'
import type { CipherDatabase } from '../../../electron/db/cipher-database.ts'

/** Thrown at the statement at which the program died, and at every one it would have made afterwards. */
export class Died extends Error {}

/** The store as one life of the program has it. */
export interface MortalDatabase {
  readonly database: CipherDatabase
  /** The program ends now: nothing that it still does reaches the store. */
  kill(): void
  isDead(): boolean
  /** How many statements were made in this life. */
  statements(): number
  /** The program will end at its so manieth statement from now. */
  killAtStatement(count: number): void
  /** Makes the next writing statements fail as SQLite fails; null lets them pass again. */
  failWrites(code: 'SQLITE_FULL' | 'SQLITE_BUSY' | 'SQLITE_IOERR_WRITE' | null): void
}

class StoreFailure extends Error {
  readonly code: string
  constructor(code: string) {
    super(`The simulated disk: ${code}`)
    this.name = 'SqliteError'
    this.code = code
  }
}

const WRITES = /^\s*(insert|update|delete|commit|pragma\s+user_version)/i

/**
 * Puts a life between the program and the store. `written` is told after each statement that may have committed something,
 * `died` when a statement was to be the last one.
 */
export function mortalDatabase(
  real: Database,
  on: { readonly written: () => void; readonly died: () => void },
): MortalDatabase {
  let isDead = false
  let left = Infinity
  let made = 0
  let failure: string | null = null

  function pass<T>(isWriting: boolean, run: () => T): T {
    if (isDead) throw new Died()
    left -= 1
    made += 1
    if (left <= 0) {
      isDead = true
      on.died()
      throw new Died()
    }
    if (isWriting && failure !== null) throw failed(failure)
    const result = run()
    if (isWriting) on.written()
    return result
  }

  /** A full disk takes the whole transaction back, a busy one does not. Source: sqlite.org/lang_transaction.html. */
  function failed(code: string): Error {
    if (code === 'SQLITE_FULL' && real.inTransaction) real.exec('ROLLBACK')
    return new StoreFailure(code)
  }

  function watched(statement: Statement, sql: string) {
    const isWriting = WRITES.test(sql)
    return {
      get reader() {
        return statement.reader
      },
      get busy() {
        return statement.busy
      },
      run: (...given: unknown[]) => pass(isWriting, () => statement.run(...given)),
      all: (...given: unknown[]) => pass(isWriting, () => statement.all(...given)),
      get: (...given: unknown[]) => pass(isWriting, () => statement.get(...given)),
      iterate: (...given: unknown[]) => pass(isWriting, () => statement.iterate(...given)),
    }
  }

  const database = {
    prepare: (sql: string) => {
      if (isDead) throw new Died()
      return watched(real.prepare(sql), sql)
    },
    get inTransaction() {
      return real.inTransaction
    },
    get open() {
      return real.open
    },
    // The file outlives the program.
    close: () => undefined,
  }
  return {
    database: database as unknown as CipherDatabase,
    kill: () => {
      isDead = true
    },
    isDead: () => isDead,
    statements: () => made,
    killAtStatement: (count) => {
      left = count
    },
    failWrites: (code) => {
      failure = code
    },
  }
}
