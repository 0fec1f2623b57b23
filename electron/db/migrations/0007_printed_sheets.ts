import { type Kysely, sql } from 'kysely'
import { appendOnly } from './append-only.ts'

/**
 * What was printed stays as it was: a form version keeps its whole sheet, each line and each field, and never changes; every
 * sheet has a serial number of its own, of which no two runs share one.
 */
const statements: readonly string[] = [
  // JSON; null in versions that were kept before sheets were.
  `ALTER TABLE form_version ADD COLUMN sheet TEXT CHECK (sheet IS NULL OR json_valid(sheet))`,
  `CREATE UNIQUE INDEX form_version_by_code ON form_version (code)`,
  ...appendOnly('form_version'),

  // One print run: so many sheets in a row. An alphabet sheet has no form version.
  `CREATE TABLE print_run (
     id TEXT PRIMARY KEY,
     sheet_code TEXT NOT NULL,
     form_version_id TEXT REFERENCES form_version (id),
     first_serial INTEGER NOT NULL CHECK (first_serial >= 1),
     sheet_count INTEGER NOT NULL CHECK (sheet_count >= 1),
     staff_id TEXT NOT NULL REFERENCES staff (id),
     printed_at_ms INTEGER NOT NULL
   ) STRICT`,
  `CREATE UNIQUE INDEX print_run_by_serial ON print_run (first_serial)`,
  `CREATE TRIGGER print_run_serials_are_new BEFORE INSERT ON print_run
     WHEN EXISTS (SELECT 1 FROM print_run r WHERE r.first_serial + r.sheet_count > NEW.first_serial)
   BEGIN SELECT RAISE (ABORT, 'print_run: serial used before'); END`,
  ...appendOnly('print_run'),
]

/** Sheets as they were printed, and their serial numbers. */
export const printedSheets = {
  name: '0007_printed_sheets',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
