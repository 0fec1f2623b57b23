import type { Kysely } from 'kysely'
import { foundation } from './0001_foundation.ts'
import { sending } from './0002_sending.ts'
import { optOuts } from './0003_opt_outs.ts'
import { copies } from './0004_copies.ts'
import { answers } from './0005_answers.ts'
import { leanDeliveries } from './0006_lean_deliveries.ts'
import { printedSheets } from './0007_printed_sheets.ts'
import { readings } from './0008_readings.ts'

/** One step from a store to the next: its name sorts after the one before, and it never changes after a release. */
export interface StoreMigration {
  readonly name: string
  /** True where it puts tables in place of others: foreign keys are then checked at its end and not on the way. */
  readonly rebuildsTables?: boolean
  up(db: Kysely<unknown>): Promise<void>
}

/** All steps in their order. A store's `user_version` is the number of steps it has taken. */
export const migrations: readonly StoreMigration[] = [
  foundation,
  sending,
  optOuts,
  copies,
  answers,
  leanDeliveries,
  printedSheets,
  readings,
]
