CREATE TABLE appointment (
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
) STRICT;

CREATE INDEX appointment_by_day ON appointment (iso_day, starts_at_ms, id);

CREATE INDEX appointment_by_person ON appointment (person_id, starts_at_ms);

CREATE TABLE attempt (
  delivery_id TEXT NOT NULL REFERENCES delivery (id),
  n INTEGER NOT NULL CHECK (n >= 1),
  client_ref TEXT NOT NULL UNIQUE,
  body_sha256 TEXT NOT NULL,
  is_by_person INTEGER NOT NULL DEFAULT 0 CHECK (is_by_person IN (0, 1)),
  staff_id TEXT REFERENCES staff (id),
  started_at_ms INTEGER NOT NULL,
  finished_at_ms INTEGER,
  outcome TEXT CHECK (outcome IN ('ACCEPTED', 'NOT_SENT', 'THROTTLED', 'ACCOUNT', 'PERMANENT', 'IN_DOUBT')),
  http_status INTEGER,
  code TEXT,
  PRIMARY KEY (delivery_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_by_start ON attempt (started_at_ms);

CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE ON audit_event
  BEGIN SELECT RAISE (ABORT, 'audit_event: append-only'); END;

CREATE TRIGGER audit_event_is_not_erased BEFORE DELETE ON audit_event
  BEGIN SELECT RAISE (ABORT, 'audit_event: append-only'); END;

CREATE TABLE audit_event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  action TEXT NOT NULL,
  subject TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  prev_hash TEXT NOT NULL UNIQUE CHECK (length(prev_hash) IN (0, 64)),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE broadcast (
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
   , stage TEXT NOT NULL DEFAULT 'planned' CHECK (stage IN ('planning', 'planned', 'cancelled')), plan TEXT CHECK (plan IS NULL OR json_valid(plan)), rank INTEGER NOT NULL DEFAULT 0, canary_size INTEGER NOT NULL DEFAULT 0 CHECK (canary_size >= 0), canary_state TEXT NOT NULL DEFAULT 'none'
  CHECK (canary_state IN ('none', 'sending', 'watching', 'passed', 'tripped')), canary_until_ms INTEGER, per_day INTEGER CHECK (per_day > 0), pause_why TEXT CHECK (pause_why IS NULL OR json_valid(pause_why))) STRICT;

CREATE INDEX broadcast_watched ON broadcast (canary_until_ms) WHERE canary_state = 'watching';

CREATE TRIGGER broadcast_left_out_is_not_changed BEFORE UPDATE ON broadcast_left_out
  BEGIN SELECT RAISE (ABORT, 'broadcast_left_out: append-only'); END;

CREATE TRIGGER broadcast_left_out_is_not_erased BEFORE DELETE ON broadcast_left_out
  BEGIN SELECT RAISE (ABORT, 'broadcast_left_out: append-only'); END;

CREATE TABLE broadcast_left_out (
  broadcast_id TEXT NOT NULL REFERENCES broadcast (id),
  seq INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  e164 TEXT,
  display_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (broadcast_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE carrier_message (
  uuid TEXT PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('outbound', 'inbound')),
  from_number TEXT NOT NULL,
  to_number TEXT NOT NULL,
  text TEXT NOT NULL,
  client_ref TEXT,
  status TEXT NOT NULL,
  code TEXT,
  received_at_ms INTEGER NOT NULL,
  final_at_ms INTEGER
   , attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments)), participants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(participants))) STRICT;

CREATE INDEX carrier_message_by_time ON carrier_message (direction, received_at_ms);

CREATE TRIGGER consent_event_is_not_changed BEFORE UPDATE ON consent_event
  BEGIN SELECT RAISE (ABORT, 'consent_event: append-only'); END;

CREATE TRIGGER consent_event_is_not_erased BEFORE DELETE ON consent_event
  BEGIN SELECT RAISE (ABORT, 'consent_event: append-only'); END;

CREATE TABLE consent_event (
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
) STRICT;

CREATE INDEX consent_event_by_number ON consent_event (e164, purpose, seq);

CREATE TRIGGER delivery_moves_lawfully BEFORE UPDATE OF state ON delivery
  WHEN NEW.state <> OLD.state
    AND NOT EXISTS (SELECT 1 FROM delivery_transition t WHERE t.from_state = OLD.state AND t.to_state = NEW.state)
   BEGIN SELECT RAISE (ABORT, 'delivery: transition refused'); END;

CREATE TRIGGER delivery_starts_waiting BEFORE INSERT ON delivery WHEN NEW.state NOT IN ('held', 'queued')
   BEGIN SELECT RAISE (ABORT, 'delivery: starts held or queued'); END;

CREATE TRIGGER delivery_stays BEFORE DELETE ON delivery
   BEGIN SELECT RAISE (ABORT, 'delivery: rows never leave'); END;

CREATE TABLE "delivery" (
  id TEXT PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message (id),
  person_id TEXT REFERENCES person (id),
  e164 TEXT NOT NULL,
  line_id TEXT NOT NULL REFERENCES line (id),
  lane INTEGER NOT NULL CHECK (lane IN (0, 1, 2)),
  body TEXT NOT NULL CHECK (length(body) <= 1600),
  segments INTEGER NOT NULL CHECK (segments >= 1),
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'accepted', 'submitted', 'delivered',
    'undeliverable', 'rejected', 'failed', 'cancelled', 'blocked', 'expired', 'in_doubt', 'needs_person', 'closed')),
  state_at_ms INTEGER NOT NULL,
  why TEXT CHECK (why IS NULL OR json_valid(why)),
  not_before_ms INTEGER NOT NULL,
  retry_at_ms INTEGER NOT NULL DEFAULT 0,
  expires_at_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  strikes INTEGER NOT NULL DEFAULT 0,
  provider_uuid TEXT,
  cost_micros INTEGER,
  cost_currency TEXT,
  created_at_ms INTEGER NOT NULL,
  UNIQUE (message_id, e164),
  CHECK (expires_at_ms > not_before_ms)
) STRICT;

CREATE INDEX delivery_by_number ON delivery (e164, created_at_ms);

CREATE INDEX delivery_by_state ON delivery (state, state_at_ms);

CREATE UNIQUE INDEX delivery_by_uuid ON delivery (provider_uuid) WHERE provider_uuid IS NOT NULL;

CREATE INDEX delivery_costs ON delivery (message_id, cost_currency, cost_micros) WHERE cost_micros IS NOT NULL;

CREATE INDEX delivery_expiring ON delivery (expires_at_ms) WHERE state IN ('held', 'queued');

CREATE INDEX delivery_of_message ON delivery (message_id, state, line_id, not_before_ms, segments);

CREATE INDEX delivery_retrying ON delivery (line_id, lane, message_id, retry_at_ms, not_before_ms)
  WHERE state = 'queued' AND retry_at_ms > 0;

CREATE INDEX delivery_waiting ON delivery (line_id, lane, not_before_ms, id, segments)
  WHERE state = 'queued' AND lane < 2;

CREATE TRIGGER delivery_transition_is_not_changed BEFORE UPDATE ON delivery_transition
  BEGIN SELECT RAISE (ABORT, 'delivery_transition: append-only'); END;

CREATE TRIGGER delivery_transition_is_not_erased BEFORE DELETE ON delivery_transition
  BEGIN SELECT RAISE (ABORT, 'delivery_transition: append-only'); END;

CREATE TABLE delivery_transition (
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (from_state, to_state)
) STRICT, WITHOUT ROWID;

CREATE TABLE form (
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
) STRICT;

CREATE INDEX form_by_state ON form (state, added_at_ms, page_no, id);

CREATE TRIGGER form_check_is_not_changed BEFORE UPDATE ON form_check
  BEGIN SELECT RAISE (ABORT, 'form_check: append-only'); END;

CREATE TRIGGER form_check_is_not_erased BEFORE DELETE ON form_check
  BEGIN SELECT RAISE (ABORT, 'form_check: append-only'); END;

CREATE TABLE form_check (
  form_id TEXT PRIMARY KEY REFERENCES form (id),
  reading_id TEXT REFERENCES form_reading (id),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  changed_count INTEGER NOT NULL CHECK (changed_count >= 0),
  open_ms INTEGER CHECK (open_ms >= 0),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER form_reading_is_not_changed BEFORE UPDATE ON form_reading
  BEGIN SELECT RAISE (ABORT, 'form_reading: append-only'); END;

CREATE TRIGGER form_reading_is_not_erased BEFORE DELETE ON form_reading
  BEGIN SELECT RAISE (ABORT, 'form_reading: append-only'); END;

CREATE TABLE form_reading (
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
) STRICT;

CREATE INDEX form_reading_by_serial ON form_reading (form_code, serial) WHERE serial IS NOT NULL;

CREATE TRIGGER form_version_is_not_changed BEFORE UPDATE ON form_version
  BEGIN SELECT RAISE (ABORT, 'form_version: append-only'); END;

CREATE TRIGGER form_version_is_not_erased BEFORE DELETE ON form_version
  BEGIN SELECT RAISE (ABORT, 'form_version: append-only'); END;

CREATE TABLE form_version (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  wording TEXT NOT NULL,
  wording_sha256 TEXT NOT NULL UNIQUE CHECK (length(wording_sha256) = 64),
  sentences TEXT NOT NULL CHECK (json_valid(sentences)),
  created_at_ms INTEGER NOT NULL
   , sheet TEXT CHECK (sheet IS NULL OR json_valid(sheet))) STRICT;

CREATE UNIQUE INDEX form_version_by_code ON form_version (code);

CREATE TRIGGER group_member_is_not_changed BEFORE UPDATE ON group_member
  BEGIN SELECT RAISE (ABORT, 'group_member: append-only'); END;

CREATE TRIGGER group_member_is_not_erased BEFORE DELETE ON group_member
  BEGIN SELECT RAISE (ABORT, 'group_member: append-only'); END;

CREATE TABLE group_member (
  group_thread_id TEXT NOT NULL REFERENCES group_thread (id),
  e164 TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  PRIMARY KEY (group_thread_id, e164)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_member_by_number ON group_member (e164);

CREATE TABLE group_thread (
  id TEXT PRIMARY KEY,
  line_id TEXT NOT NULL REFERENCES line (id),
  member_key TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 120),
  replaces_id TEXT REFERENCES group_thread (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  created_at_ms INTEGER NOT NULL,
  UNIQUE (line_id, member_key)
) STRICT;

CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('day_sheet')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled')),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  started_at_ms INTEGER NOT NULL,
  finished_at_ms INTEGER
) STRICT;

CREATE TABLE import_undo (
  import_run_id TEXT NOT NULL REFERENCES import_run (id),
  seq INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('appointment_added', 'appointment_changed', 'person_added', 'number_added')),
  record TEXT NOT NULL CHECK (json_valid(record)),
  PRIMARY KEY (import_run_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbound_media (
  inbound_id TEXT NOT NULL REFERENCES inbound_message (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'vcard', 'file')),
  url TEXT NOT NULL,
  media_id TEXT REFERENCES media (id),
  PRIMARY KEY (inbound_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbound_message (
  id TEXT PRIMARY KEY,
  provider_uuid TEXT NOT NULL UNIQUE,
  line_id TEXT NOT NULL REFERENCES line (id),
  e164 TEXT NOT NULL,
  body TEXT NOT NULL,
  meaning TEXT NOT NULL CHECK (meaning IN ('stop', 'start', 'help', 'confirm_yes', 'maybe_stop', 'text')),
  decision TEXT CHECK (decision IN ('stop', 'not_stop')),
  decided_by TEXT REFERENCES staff (id),
  sent_at_ms INTEGER NOT NULL,
  received_at_ms INTEGER NOT NULL,
  read_at_ms INTEGER
   , group_thread_id TEXT REFERENCES group_thread (id)) STRICT;

CREATE INDEX inbound_by_group ON inbound_message (group_thread_id, sent_at_ms) WHERE group_thread_id IS NOT NULL;

CREATE INDEX inbound_by_number ON inbound_message (e164, sent_at_ms);

CREATE INDEX inbound_unread ON inbound_message (e164) WHERE read_at_ms IS NULL;

CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);

CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);

CREATE TABLE line (
  id TEXT PRIMARY KEY,
  e164 TEXT NOT NULL UNIQUE,
  class TEXT NOT NULL CHECK (class IN ('10dlc', 'toll_free', 'short_code')),
  rate_per_min INTEGER NOT NULL CHECK (rate_per_min > 0),
  pause_code TEXT,
  pause_facts TEXT CHECK (pause_facts IS NULL OR json_valid(pause_facts)),
  created_at_ms INTEGER NOT NULL
   , name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 60), campaign_class TEXT
  CHECK (campaign_class IN ('a_b', 'c_d', 'e_f', 'low_volume', 'sole_proprietor')), mms_rate_per_min INTEGER NOT NULL DEFAULT 50 CHECK (mms_rate_per_min > 0), daily_cap INTEGER CHECK (daily_cap > 0)) STRICT;

CREATE TRIGGER look_up_is_not_changed BEFORE UPDATE ON look_up
  BEGIN SELECT RAISE (ABORT, 'look_up: append-only'); END;

CREATE TRIGGER look_up_is_not_erased BEFORE DELETE ON look_up
  BEGIN SELECT RAISE (ABORT, 'look_up: append-only'); END;

CREATE TABLE look_up (
  delivery_id TEXT NOT NULL REFERENCES delivery (id),
  at_ms INTEGER NOT NULL,
  is_found INTEGER NOT NULL CHECK (is_found IN (0, 1)),
  PRIMARY KEY (delivery_id, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE media (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  width_px INTEGER,
  height_px INTEGER,
  added_by TEXT REFERENCES staff (id),
  added_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE media_upload (
  object_key TEXT PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message (id),
  media_id TEXT NOT NULL REFERENCES media (id),
  url TEXT,
  uploaded_at_ms INTEGER,
  expires_at_ms INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  trouble TEXT CHECK (trouble IS NULL OR json_valid(trouble)),
  retry_at_ms INTEGER NOT NULL DEFAULT 0,
  deleted_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  UNIQUE (message_id, media_id)
) STRICT;

CREATE INDEX media_upload_standing ON media_upload (created_at_ms) WHERE deleted_at_ms IS NULL;

CREATE TABLE "message" (
  id TEXT PRIMARY KEY,
  once_key TEXT UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('one', 'group', 'broadcast', 'confirmation', 'opt_out_reply', 'help_reply')),
  purpose TEXT NOT NULL CHECK (purpose IN ('care', 'marketing', 'emergency', 'service')),
  channel TEXT NOT NULL DEFAULT 'sms' CHECK (channel IN ('sms', 'mms')),
  emergency_reason TEXT,
  broadcast_id TEXT REFERENCES broadcast (id),
  group_thread_id TEXT REFERENCES group_thread (id),
  staff_id TEXT REFERENCES staff (id),
  created_at_ms INTEGER NOT NULL, is_answer INTEGER NOT NULL DEFAULT 0 CHECK (is_answer IN (0, 1)),
  CHECK ((kind = 'group') = (group_thread_id IS NOT NULL)),
  CHECK (kind <> 'group' OR channel = 'mms')
) STRICT;

CREATE INDEX message_by_broadcast ON message (broadcast_id) WHERE broadcast_id IS NOT NULL;

CREATE INDEX message_by_group ON message (group_thread_id, created_at_ms) WHERE group_thread_id IS NOT NULL;

CREATE TRIGGER message_media_is_not_changed BEFORE UPDATE ON message_media
  BEGIN SELECT RAISE (ABORT, 'message_media: append-only'); END;

CREATE TRIGGER message_media_is_not_erased BEFORE DELETE ON message_media
  BEGIN SELECT RAISE (ABORT, 'message_media: append-only'); END;

CREATE TABLE message_media (
  message_id TEXT NOT NULL REFERENCES message (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9),
  media_id TEXT NOT NULL REFERENCES media (id),
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_media_by_media ON message_media (media_id);

CREATE VIRTUAL TABLE number_search USING fts5 (digits, tokenize = 'trigram');

CREATE TABLE person (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  given_name TEXT NOT NULL COLLATE NOCASE CHECK (length(given_name) <= 80),
  family_name TEXT NOT NULL COLLATE NOCASE CHECK (length(family_name) <= 80),
  given_key TEXT NOT NULL,
  family_key TEXT NOT NULL,
  email TEXT NOT NULL DEFAULT '' COLLATE NOCASE CHECK (length(email) <= 254),
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  zone TEXT,
  region TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX person_by_name ON person (family_key, given_key, id);

CREATE VIRTUAL TABLE person_search USING fts5 (
  words, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE phone_number (
  person_id TEXT NOT NULL REFERENCES person (id),
  e164 TEXT NOT NULL CHECK (e164 GLOB '+[1-9]*' AND length(e164) BETWEEN 8 AND 16),
  created_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person_id, e164)
) STRICT, WITHOUT ROWID;

CREATE INDEX phone_number_by_e164 ON phone_number (e164);

CREATE TRIGGER print_run_is_not_changed BEFORE UPDATE ON print_run
  BEGIN SELECT RAISE (ABORT, 'print_run: append-only'); END;

CREATE TRIGGER print_run_is_not_erased BEFORE DELETE ON print_run
  BEGIN SELECT RAISE (ABORT, 'print_run: append-only'); END;

CREATE TRIGGER print_run_serials_are_new BEFORE INSERT ON print_run
  WHEN EXISTS (SELECT 1 FROM print_run r WHERE r.first_serial + r.sheet_count > NEW.first_serial)
   BEGIN SELECT RAISE (ABORT, 'print_run: serial used before'); END;

CREATE TABLE print_run (
  id TEXT PRIMARY KEY,
  sheet_code TEXT NOT NULL,
  form_version_id TEXT REFERENCES form_version (id),
  first_serial INTEGER NOT NULL CHECK (first_serial >= 1),
  sheet_count INTEGER NOT NULL CHECK (sheet_count >= 1),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  printed_at_ms INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX print_run_by_serial ON print_run (first_serial);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER status_event_is_not_changed BEFORE UPDATE ON status_event
  BEGIN SELECT RAISE (ABORT, 'status_event: append-only'); END;

CREATE TRIGGER status_event_is_not_erased BEFORE DELETE ON status_event
  BEGIN SELECT RAISE (ABORT, 'status_event: append-only'); END;

CREATE TABLE status_event (
  provider_uuid TEXT NOT NULL,
  status TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  client_ref TEXT,
  code TEXT,
  received_at_ms INTEGER NOT NULL,
  PRIMARY KEY (provider_uuid, status, at_ms)
) STRICT, WITHOUT ROWID;

CREATE INDEX status_event_by_ref ON status_event (client_ref) WHERE client_ref IS NOT NULL;

CREATE TABLE "suppression" (
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
) STRICT;

CREATE INDEX suppression_by_number ON suppression (e164);

CREATE UNIQUE INDEX suppression_standing ON suppression (e164, source, scope) WHERE lifted_at_ms IS NULL;
