import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** For a work that looks all over the store. Each page that is not in the cache has to be read and decrypted again. */
const BIG_KIB = 65_536
/** SQLite's own. */
const USUAL_KIB = 2_000

/** Gives a long work a big page cache, and the memory back when it is done. */
export async function withBigCache<T>(db: Kysely<Schema>, work: () => Promise<T>): Promise<T> {
  await sql.raw(`PRAGMA cache_size = -${BIG_KIB}`).execute(db)
  try {
    return await work()
  } finally {
    await sql.raw(`PRAGMA cache_size = -${USUAL_KIB}`).execute(db)
    await sql.raw('PRAGMA shrink_memory').execute(db)
  }
}
