import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Folds the write-ahead log into the file. SQLite would do it within a commit when the log has grown; done by itself
 * after each part of a long work, it is a step of its own and every commit stays short.
 */
export async function foldLog(db: Kysely<Schema>): Promise<void> {
  await sql`PRAGMA wal_checkpoint(PASSIVE)`.execute(db)
}
