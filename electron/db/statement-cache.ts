import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** A statement of better-sqlite3: `busy` while its rows are still being read one by one. */
interface CachedStatement extends SqliteStatement {
  readonly busy: boolean
}

interface PreparingDatabase {
  prepare(sql: string): CachedStatement
  close(): void
}

/**
 * Puts a cache of prepared statements under Kysely, which prepares anew for every query. The statement that was not
 * used for the longest time leaves when more than `limit` are kept.
 */
export function withStatementCache(database: PreparingDatabase, limit: number): SqliteDatabase {
  const cached = new Map<string, CachedStatement>()
  return {
    prepare: (sql) => {
      const known = cached.get(sql)
      // A statement whose rows are still being read cannot start again; the second reader gets its own.
      if (known?.busy) return database.prepare(sql)
      const statement = known ?? database.prepare(sql)
      // A Map keeps the order of insertion: taking out and putting back moves the statement to the young end.
      cached.delete(sql)
      cached.set(sql, statement)
      if (cached.size > limit) cached.delete(oldestOf(cached))
      return statement
    },
    close: () => {
      cached.clear()
      database.close()
    },
  }
}

function oldestOf(cached: ReadonlyMap<string, CachedStatement>): string {
  const [oldest = ''] = cached.keys()
  return oldest
}
