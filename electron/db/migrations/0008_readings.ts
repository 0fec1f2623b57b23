import { type Kysely, sql } from 'kysely'
import { appendOnly } from './append-only.ts'

/**
 * What the machine read on a sheet, and beside it what a person made of that. Both are evidence: a newer reader adds a
 * reading and changes none, so that it stays known what stood before the eyes of whoever decided.
 */
const statements: readonly string[] = [
  // `page_sha256` names the straightened page among the originals. A sheet is read once by each reader.
  `CREATE TABLE form_reading (
     id TEXT PRIMARY KEY,
     form_id TEXT NOT NULL REFERENCES form (id),
     reader TEXT NOT NULL,
     outcome TEXT NOT NULL CHECK (outcome IN ('read', 'unread')),
     reading TEXT CHECK (reading IS NULL OR json_valid(reading)),
     cause TEXT CHECK (cause IS NULL OR json_valid(cause)),
     form_version_id TEXT REFERENCES form_version (id),
     form_code TEXT,
     serial TEXT,
     page_sha256 TEXT CHECK (page_sha256 IS NULL OR length(page_sha256) = 64),
     page_width_px INTEGER,
     page_height_px INTEGER,
     page_px_per_mm REAL,
     model TEXT,
     took_ms REAL,
     at_ms INTEGER NOT NULL,
     UNIQUE (form_id, reader),
     CHECK ((outcome = 'read') = (reading IS NOT NULL AND page_sha256 IS NOT NULL AND page_width_px IS NOT NULL
       AND page_height_px IS NOT NULL AND page_px_per_mm IS NOT NULL AND model IS NOT NULL AND took_ms IS NOT NULL
       AND form_code IS NOT NULL AND serial IS NOT NULL)),
     CHECK ((outcome = 'unread') = (cause IS NOT NULL))
   ) STRICT`,
  `CREATE INDEX form_reading_by_serial ON form_reading (form_code, serial) WHERE serial IS NOT NULL`,
  ...appendOnly('form_reading'),

  // What was read and what was saved, field by field; `reading_id` is the reading that the person had before them.
  `CREATE TABLE form_check (
     form_id TEXT PRIMARY KEY REFERENCES form (id),
     reading_id TEXT REFERENCES form_reading (id),
     fields TEXT NOT NULL CHECK (json_valid(fields)),
     changed_count INTEGER NOT NULL CHECK (changed_count >= 0),
     open_ms INTEGER CHECK (open_ms >= 0),
     staff_id TEXT NOT NULL REFERENCES staff (id),
     at_ms INTEGER NOT NULL
   ) STRICT`,
  ...appendOnly('form_check'),
]

/** Readings of sheets, and the checks of people beside them. */
export const readings = {
  name: '0008_readings',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
