import { appendOnly } from '../append-only.ts'

/** Forms, their wording, the ledger of consent, and the numbers that said stop. */
export const consentStatements: readonly string[] = [
  `CREATE TABLE form_version (
     id TEXT PRIMARY KEY,
     code TEXT NOT NULL,
     language TEXT NOT NULL CHECK (language IN ('en', 'es')),
     wording TEXT NOT NULL,
     wording_sha256 TEXT NOT NULL UNIQUE CHECK (length(wording_sha256) = 64),
     sentences TEXT NOT NULL CHECK (json_valid(sentences)),
     created_at_ms INTEGER NOT NULL
   ) STRICT`,

  // A scanned sheet: one page of one original, kept by the SHA-256 of its bytes.
  `CREATE TABLE form (
     id TEXT PRIMARY KEY,
     original_sha256 TEXT NOT NULL CHECK (length(original_sha256) = 64),
     page_no INTEGER NOT NULL CHECK (page_no >= 1),
     page_count INTEGER NOT NULL CHECK (page_count >= page_no),
     name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
     media_type TEXT NOT NULL,
     size_bytes INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('to_check', 'accepted', 'set_aside')),
     set_aside_reason TEXT,
     set_aside_note TEXT,
     person_id TEXT REFERENCES person (id),
     e164 TEXT,
     form_version_id TEXT REFERENCES form_version (id),
     agreed TEXT CHECK (agreed IS NULL OR json_valid(agreed)),
     signed_on TEXT,
     decided_by TEXT REFERENCES staff (id),
     decided_at_ms INTEGER,
     added_by TEXT NOT NULL REFERENCES staff (id),
     added_at_ms INTEGER NOT NULL,
     UNIQUE (original_sha256, page_no),
     CHECK (state <> 'accepted' OR (person_id IS NOT NULL AND e164 IS NOT NULL AND form_version_id IS NOT NULL
       AND agreed IS NOT NULL AND signed_on IS NOT NULL AND decided_by IS NOT NULL AND decided_at_ms IS NOT NULL))
   ) STRICT`,

  `CREATE INDEX form_by_state ON form (state, added_at_ms, page_no, id)`,

  // The ledger: consent per number and purpose, hash-chained, never changed. `at_ms` is when it was said,
  // `recorded_at_ms` when the ledger took it in; the first event of all has no hash before it.
  `CREATE TABLE consent_event (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     e164 TEXT NOT NULL,
     purpose TEXT NOT NULL CHECK (purpose IN ('care', 'marketing', 'group')),
     kind TEXT NOT NULL CHECK (kind IN ('granted', 'confirmed', 'revoked', 'expired', 'reassigned')),
     source TEXT NOT NULL CHECK (source IN
       ('paper', 'keyword', 'web', 'kiosk', 'spoken', 'import', 'inbound_text', 'staff', 'provider')),
     person_id TEXT REFERENCES person (id),
     form_id TEXT REFERENCES form (id),
     form_version_id TEXT REFERENCES form_version (id),
     wording_sha256 TEXT,
     evidence_sha256 TEXT,
     words TEXT,
     staff_id TEXT REFERENCES staff (id),
     at_ms INTEGER NOT NULL,
     recorded_at_ms INTEGER NOT NULL,
     prev_hash TEXT NOT NULL UNIQUE CHECK (length(prev_hash) IN (0, 64)),
     hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
     CHECK (source <> 'paper' OR kind <> 'granted' OR (form_id IS NOT NULL AND form_version_id IS NOT NULL
       AND wording_sha256 IS NOT NULL AND evidence_sha256 IS NOT NULL AND staff_id IS NOT NULL))
   ) STRICT`,

  `CREATE INDEX consent_event_by_number ON consent_event (e164, purpose, seq)`,

  // A number that said stop. One standing row per number; START lifts it and the row stays.
  `CREATE TABLE suppression (
     id TEXT PRIMARY KEY,
     e164 TEXT NOT NULL,
     source TEXT NOT NULL CHECK (source IN
       ('inbound_text', 'by_phone', 'in_person', 'by_letter', 'by_email', 'provider', 'import', 'maybe_stop')),
     words TEXT,
     inbound_id TEXT,
     staff_id TEXT REFERENCES staff (id),
     at_ms INTEGER NOT NULL,
     lifted_at_ms INTEGER,
     lifted_by TEXT
   ) STRICT`,

  `CREATE UNIQUE INDEX suppression_standing ON suppression (e164, source = 'maybe_stop') WHERE lifted_at_ms IS NULL`,

  `CREATE INDEX suppression_by_number ON suppression (e164)`,

  ...appendOnly('consent_event'),
]
