/**
 * Messages may now be for a group and carry media, and deliveries know their lane and what they cost. SQLite cannot change
 * a CHECK in place, so both tables are made anew under another name, filled, and put in place of the old ones.
 * Source: sqlite.org/lang_altertable.html#otheralter.
 */
export const rebuiltTableStatements: readonly string[] = [
  `CREATE TABLE new_message (
     id TEXT PRIMARY KEY,
     once_key TEXT UNIQUE,
     kind TEXT NOT NULL CHECK (kind IN ('one', 'group', 'broadcast', 'confirmation', 'opt_out_reply', 'help_reply')),
     purpose TEXT NOT NULL CHECK (purpose IN ('care', 'marketing', 'emergency', 'service')),
     channel TEXT NOT NULL DEFAULT 'sms' CHECK (channel IN ('sms', 'mms')),
     emergency_reason TEXT,
     broadcast_id TEXT REFERENCES broadcast (id),
     group_thread_id TEXT REFERENCES group_thread (id),
     staff_id TEXT REFERENCES staff (id),
     created_at_ms INTEGER NOT NULL,
     CHECK ((kind = 'group') = (group_thread_id IS NOT NULL)),
     CHECK (kind <> 'group' OR channel = 'mms')
   ) STRICT`,
  `INSERT INTO new_message (id, once_key, kind, purpose, emergency_reason, broadcast_id, staff_id, created_at_ms)
     SELECT id, once_key, kind, purpose, emergency_reason, broadcast_id, staff_id, created_at_ms FROM message`,
  `DROP TABLE message`,
  `ALTER TABLE new_message RENAME TO message`,
  `CREATE INDEX message_by_broadcast ON message (broadcast_id) WHERE broadcast_id IS NOT NULL`,
  `CREATE INDEX message_by_group ON message (group_thread_id, created_at_ms) WHERE group_thread_id IS NOT NULL`,

  // Lanes: 0 answers that the rules ask for, 1 a person or a group, 2 broadcasts. A picture may go without words.
  `CREATE TABLE new_delivery (
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
     provider_uuid TEXT UNIQUE,
     cost_micros INTEGER,
     cost_currency TEXT,
     created_at_ms INTEGER NOT NULL,
     UNIQUE (message_id, e164),
     CHECK (expires_at_ms > not_before_ms)
   ) STRICT`,
  `INSERT INTO new_delivery (id, message_id, person_id, e164, line_id, lane, body, segments, state, state_at_ms, why,
       not_before_ms, retry_at_ms, expires_at_ms, attempts, strikes, provider_uuid, created_at_ms)
     SELECT d.id, d.message_id, d.person_id, d.e164, d.line_id,
       CASE WHEN m.kind IN ('opt_out_reply', 'help_reply') THEN 0 WHEN m.kind = 'broadcast' THEN 2 ELSE 1 END,
       d.body, d.segments, d.state, d.state_at_ms, d.why, d.not_before_ms, d.retry_at_ms, d.expires_at_ms, d.attempts,
       d.strikes, d.provider_uuid, d.created_at_ms
     FROM delivery d JOIN message m ON m.id = d.message_id`,
  `DROP TABLE delivery`,
  `ALTER TABLE new_delivery RENAME TO delivery`,

  // Whose turn it is, and how much waits, must not cost more the more there is. A query uses one of these only where it
  // says the same words after WHERE.
  `CREATE INDEX delivery_waiting ON delivery (line_id, lane, not_before_ms, id, segments) WHERE state = 'queued'`,
  `CREATE INDEX delivery_waiting_of_message ON delivery (message_id, not_before_ms, id, segments)
     WHERE state IN ('held', 'queued')`,
  `CREATE INDEX delivery_retrying ON delivery (line_id, lane, message_id, retry_at_ms, not_before_ms)
     WHERE state = 'queued' AND retry_at_ms > 0`,
  `CREATE INDEX delivery_expiring ON delivery (expires_at_ms) WHERE state IN ('held', 'queued')`,
  `CREATE INDEX attempt_by_start ON attempt (started_at_ms)`,
  `CREATE INDEX status_event_by_ref ON status_event (client_ref) WHERE client_ref IS NOT NULL`,
  `CREATE INDEX broadcast_watched ON broadcast (canary_until_ms) WHERE canary_state = 'watching'`,
  `CREATE INDEX delivery_by_state ON delivery (state, state_at_ms)`,
  `CREATE INDEX delivery_by_number ON delivery (e164, created_at_ms)`,

  `CREATE TRIGGER delivery_moves_lawfully BEFORE UPDATE OF state ON delivery
     WHEN NEW.state <> OLD.state
       AND NOT EXISTS (SELECT 1 FROM delivery_transition t WHERE t.from_state = OLD.state AND t.to_state = NEW.state)
   BEGIN SELECT RAISE (ABORT, 'delivery: transition refused'); END`,
  `CREATE TRIGGER delivery_starts_waiting BEFORE INSERT ON delivery WHEN NEW.state NOT IN ('held', 'queued')
   BEGIN SELECT RAISE (ABORT, 'delivery: starts held or queued'); END`,
  `CREATE TRIGGER delivery_stays BEFORE DELETE ON delivery
   BEGIN SELECT RAISE (ABORT, 'delivery: rows never leave'); END`,
]
