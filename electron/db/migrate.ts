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
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

function numberedMigrations(migrations: readonly StoreMigration[], appVersion: string): Record<string, Migration> {
  return Object.fromEntries(
    migrations.map((migration, index) => [
      migration.name,
      {
        up: async (db) => {
          await migration.up(db)
          await markVersion(db, index + 1, appVersion)
        },
      },
    ]),
  )
}

async function markVersion(db: Kysely<unknown>, steps: number, appVersion: string): Promise<void> {
  await sql.raw(`PRAGMA user_version = ${steps}`).execute(db)
  await sql`INSERT INTO setting (key, value) VALUES (${MADE_BY}, ${JSON.stringify(appVersion)})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`.execute(db)
}
