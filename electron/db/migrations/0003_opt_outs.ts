import { type Kysely, sql } from 'kysely'

/**
 * A stop keeps its proof (a letter's photo, a list's file), when it was written down beside when it was said, and may be a
 * note left at the desk; one that was said in two ways stands twice. SQLite cannot change a CHECK in place, so the table is
 * made anew, as in 0002.
 */
const statements: readonly string[] = [
  `CREATE TABLE new_suppression (
     id TEXT PRIMARY KEY,
     e164 TEXT NOT NULL,
     source TEXT NOT NULL CHECK (source IN ('inbound_text', 'by_phone', 'in_person', 'by_letter', 'by_email', 'by_note',
       'provider', 'import', 'maybe_stop')),
     scope TEXT NOT NULL DEFAULT 'everything' CHECK (scope IN ('everything', 'care', 'marketing', 'group')),
     words TEXT,
     evidence_sha256 TEXT CHECK (length(evidence_sha256) = 64),
     inbound_id TEXT,
     staff_id TEXT REFERENCES staff (id),
     at_ms INTEGER NOT NULL,
     recorded_at_ms INTEGER NOT NULL,
     lifted_at_ms INTEGER,
     lifted_by TEXT
   ) STRICT`,
  `INSERT INTO new_suppression (id, e164, source, scope, words, inbound_id, staff_id, at_ms, recorded_at_ms,
       lifted_at_ms, lifted_by)
     SELECT id, e164, source, scope, words, inbound_id, staff_id, at_ms, at_ms, lifted_at_ms, lifted_by
     FROM suppression`,
  `DROP TABLE suppression`,
  `ALTER TABLE new_suppression RENAME TO suppression`,
  // One standing row for each way: START takes back what a text said, and not what a letter said before or after it.
  `CREATE UNIQUE INDEX suppression_standing ON suppression (e164, source, scope) WHERE lifted_at_ms IS NULL`,
  `CREATE INDEX suppression_by_number ON suppression (e164)`,
]

/** Stops with their proof and both their times. */
export const optOuts = {
  name: '0003_opt_outs',
  rebuildsTables: true,
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
