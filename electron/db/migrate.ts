import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { CipherDatabase } from './cipher-database.ts'
import type { StoreMigration } from './migrations/all.ts'
import type { Schema } from './schema.ts'

/** The setting that names the version of Optdesk that made or last migrated the store. */
const MADE_BY = 'store.made_by'

/** How far a store is: `steps` are the migrations it has taken, `madeBy` the version of Optdesk that took the last. */
export interface StoreVersion {
  readonly steps: number
  readonly madeBy: string
}

/** Reads how far a store is, without changing it. */
export function storeVersion(database: CipherDatabase): StoreVersion {
  const steps = Number(database.pragma('user_version', { simple: true }))
  if (steps === 0) return { steps, madeBy: '' }
  const madeBy = database.prepare(`SELECT value ->> '$' FROM setting WHERE key = ?`).pluck().get(MADE_BY)
  return { steps, madeBy: typeof madeBy === 'string' ? madeBy : `schema ${steps}` }
}

/**
 * Takes a store to the newest schema, all steps in one transaction with the version that says so.
 * Throws what SQLite throws; the store is then as it was.
 */
export async function migrateStore(
  db: Kysely<Schema>,
  migrations: readonly StoreMigration[],
  appVersion: string,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(numberedMigrations(migrations, appVersion)) },
  })
  // Inside a transaction SQLite ignores this pragma. A rebuilt table is dropped while others still point to it.
  const rebuilds = migrations.some((migration) => migration.rebuildsTables === true)
  if (rebuilds) await sql`PRAGMA foreign_keys = OFF`.execute(db)
  try {
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
  } finally {
    if (rebuilds) await sql`PRAGMA foreign_keys = ON`.execute(db)
  }
}

function numberedMigrations(migrations: readonly StoreMigration[], appVersion: string): Record<string, Migration> {
  return Object.fromEntries(
    migrations.map((migration, index) => [
      migration.name,
      {
        up: async (db) => {
          await migration.up(db)
          if (migration.rebuildsTables === true) await assertNothingDangles(db)
          await markVersion(db, index + 1, appVersion)
        },
      },
    ]),
  )
}

/** Throws where a row points to one that is not there: the step and all before it are then taken back. */
async function assertNothingDangles(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ readonly table: string }>`PRAGMA foreign_key_check`.execute(db)
  if (rows.length > 0) throw new Error(`A migration left rows of ${rows[0]?.table ?? ''} without what they belong to`)
}

async function markVersion(db: Kysely<unknown>, steps: number, appVersion: string): Promise<void> {
  await sql.raw(`PRAGMA user_version = ${steps}`).execute(db)
  await sql`INSERT INTO setting (key, value) VALUES (${MADE_BY}, ${JSON.stringify(appVersion)})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`.execute(db)
}
