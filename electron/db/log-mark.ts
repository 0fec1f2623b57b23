import { statSync } from 'node:fs'
import type { CipherDatabase } from './cipher-database.ts'

/**
 * SQLite takes a store whose log was deleted for a whole one that is a little older: what was saved last is gone, a STOP
 * among it perhaps, and nobody is told. So each opening puts a mark into the file itself, and a good end takes it out
 * again. A file with the mark must have its log beside it.
 */
const MARK = 'store.is_open'

/** The size of a store's log in bytes; 0 where there is none. Ask it before SQLite, which makes an empty one. */
export function logSizeBytes(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Tells whether the log of a store was taken away. `database` has looked at the file and changed nothing. A copy that
 * SQLite made (`VACUUM INTO`) has no log and needs none.
 */
export function isLogGone(database: CipherDatabase, sizeBytes: number): boolean {
  if (sizeBytes > 0 || database.pragma('journal_mode', { simple: true }) !== 'wal') return false
  return database.prepare(`SELECT 1 FROM setting WHERE key = ? AND value = 'true'`).get(MARK) !== undefined
}

/** Puts the mark into the file, where it stands before anything else is saved. */
export function markOpen(database: CipherDatabase): void {
  writeMark(database, true)
  // The log keeps what is folded into the file until the next write begins it anew; it is never empty from here on.
  database.pragma('wal_checkpoint(PASSIVE)')
}

/**
 * Takes the mark out at a good end; the closing that follows folds it into the file and deletes the log. On a full disk
 * the log cannot grow: folded, it has room from its beginning. Where not even that can be done, closing cannot fold it
 * either, and it stays.
 */
export function markClosed(database: CipherDatabase): void {
  try {
    if (database.inTransaction) database.exec('ROLLBACK')
    try {
      writeMark(database, false)
    } catch {
      database.pragma('wal_checkpoint(RESTART)')
      writeMark(database, false)
    }
  } catch {
    // The disk that refuses this has told everybody already; the mark stays with the log that it asks for.
  }
}

function writeMark(database: CipherDatabase, isOpen: boolean): void {
  database
    .prepare(`INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
    .run(MARK, String(isOpen))
}
