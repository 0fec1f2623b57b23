import { appendOnly } from '../append-only.ts'

/** Settings, staff, lines, day sheets, broadcasts and the ledger of who did what. */
export const practiceStatements: readonly string[] = [
  `CREATE TABLE setting (
     key TEXT PRIMARY KEY,
     value TEXT NOT NULL CHECK (json_valid(value))
   ) STRICT`,

  `CREATE TABLE staff (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
     is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
     created_at_ms INTEGER NOT NULL
   ) STRICT`,

  // A sending number of the office.
  `CREATE TABLE line (
     id TEXT PRIMARY KEY,
     e164 TEXT NOT NULL UNIQUE,
     class TEXT NOT NULL CHECK (class IN ('10dlc', 'toll_free', 'short_code')),
     rate_per_min INTEGER NOT NULL CHECK (rate_per_min > 0),
     pause_code TEXT,
     pause_facts TEXT CHECK (pause_facts IS NULL OR json_valid(pause_facts)),
     created_at_ms INTEGER NOT NULL
   ) STRICT`,

  `CREATE TABLE import_run (
     id TEXT PRIMARY KEY,
     kind TEXT NOT NULL CHECK (kind IN ('day_sheet')),
     file_name TEXT NOT NULL,
     file_sha256 TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled')),
     counts TEXT NOT NULL CHECK (json_valid(counts)),
     staff_id TEXT NOT NULL REFERENCES staff (id),
     started_at_ms INTEGER NOT NULL,
     finished_at_ms INTEGER
   ) STRICT`,

  `CREATE TABLE appointment (
     id TEXT PRIMARY KEY,
     source_key TEXT NOT NULL UNIQUE,
     person_id TEXT NOT NULL REFERENCES person (id),
     e164 TEXT,
     starts_at_ms INTEGER NOT NULL,
     iso_day TEXT NOT NULL,
     provider TEXT NOT NULL DEFAULT '',
     visit_type TEXT NOT NULL DEFAULT '',
     is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1)),
     import_run_id TEXT NOT NULL REFERENCES import_run (id),
     updated_at_ms INTEGER NOT NULL
   ) STRICT`,

  `CREATE INDEX appointment_by_day ON appointment (iso_day, starts_at_ms, id)`,

  `CREATE INDEX appointment_by_person ON appointment (person_id, starts_at_ms)`,

  // What a stopped import must take out again. Emptied when the run ends.
  `CREATE TABLE import_undo (
     import_run_id TEXT NOT NULL REFERENCES import_run (id),
     seq INTEGER NOT NULL,
     what TEXT NOT NULL CHECK (what IN ('appointment_added', 'appointment_changed', 'person_added', 'number_added')),
     record TEXT NOT NULL CHECK (json_valid(record)),
     PRIMARY KEY (import_run_id, seq)
   ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE broadcast (
     id TEXT PRIMARY KEY,
     once_key TEXT NOT NULL UNIQUE,
     title TEXT NOT NULL,
     body TEXT NOT NULL,
     purpose TEXT NOT NULL CHECK (purpose IN ('care', 'marketing', 'emergency')),
     emergency_reason TEXT,
     is_paused INTEGER NOT NULL DEFAULT 0 CHECK (is_paused IN (0, 1)),
     starts_at_ms INTEGER NOT NULL,
     staff_id TEXT NOT NULL REFERENCES staff (id),
     created_at_ms INTEGER NOT NULL
   ) STRICT`,

  `CREATE TABLE broadcast_left_out (
     broadcast_id TEXT NOT NULL REFERENCES broadcast (id),
     seq INTEGER NOT NULL,
     person_id TEXT REFERENCES person (id),
     e164 TEXT,
     display_name TEXT NOT NULL,
     reason TEXT NOT NULL,
     rule TEXT NOT NULL,
     PRIMARY KEY (broadcast_id, seq)
   ) STRICT, WITHOUT ROWID`,

  // Who did what, hash-chained, never changed. No message bodies and no names in it.
  `CREATE TABLE audit_event (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     at_ms INTEGER NOT NULL,
     staff_id TEXT REFERENCES staff (id),
     action TEXT NOT NULL,
     subject TEXT,
     facts TEXT NOT NULL CHECK (json_valid(facts)),
     prev_hash TEXT NOT NULL UNIQUE CHECK (length(prev_hash) IN (0, 64)),
     hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
   ) STRICT`,

  ...appendOnly('broadcast_left_out'),
  ...appendOnly('audit_event'),
]
