import {
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import type { CipherDatabase } from './cipher-database.ts'
import { withStatementCache } from './statement-cache.ts'

/** Kysely over one connection, with a cache of statements and with transactions that end as SQLite ends them. */
export function storeDialect(database: CipherDatabase, cachedStatements: number): Dialect {
  const config = { database: withStatementCache(database, cachedStatements) }
  const sqlite = new SqliteDialect(config)
  return {
    createAdapter: (): DialectAdapter => new TransactionalSqliteAdapter(),
    createDriver: (): Driver => new RollingBackDriver(config, database),
    createQueryCompiler: () => sqlite.createQueryCompiler(),
    createIntrospector: (db) => sqlite.createIntrospector(db),
  }
}

/**
 * SQLite rolls back CREATE and DROP like any other statement; Kysely's own adapter says that it does not, and its
 * migrator would then leave a store half-way when a step fails.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * On a full disk SQLite rolls the transaction back by itself. A second rollback would then fail, and its error would
 * hide that the disk is full.
 */
class RollingBackDriver extends SqliteDriver {
  readonly #database: CipherDatabase

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], database: CipherDatabase) {
    super(config)
    this.#database = database
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}
