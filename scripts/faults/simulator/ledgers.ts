import type { Database } from 'better-sqlite3'
import { Kysely } from 'kysely'
import { verifyAuditChain } from '../../../electron/db/repos/audit-events.ts'
import { verifyConsentChain } from '../../../electron/db/repos/consent-events.ts'
import type { Schema } from '../../../electron/db/schema.ts'
import { storeDialect } from '../../../electron/db/store-dialect.ts'
import type { Judge } from './judge.ts'

/** What was written for ever must be there as it was written, link by link. */
export async function checkLedgers(judge: Judge, database: Database): Promise<void> {
  const db = new Kysely<Schema>({ dialect: storeDialect(database, 10) })
  const ledgers = { consent: await verifyConsentChain(db), audit: await verifyAuditChain(db) }
  for (const [ledger, verdict] of Object.entries(ledgers))
    if (!verdict.isWhole) judge.accuse('A8', `The ${ledger} ledger breaks at ${verdict.firstBadSeq}`)
}
