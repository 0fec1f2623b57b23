import { appendOnly } from '../append-only.ts'
import { deliveryTransitions } from './delivery-transitions.ts'

/** Messages, deliveries with their lawful moves, attempts, statuses, what came in, and the practice carrier's book. */
export const queueStatements: readonly string[] = [
  // What was meant to be said; each person's copy of it is a delivery.
  `CREATE TABLE message (
     id TEXT PRIMARY KEY,
     once_key TEXT UNIQUE,
     kind TEXT NOT NULL CHECK (kind IN ('one', 'broadcast', 'confirmation', 'opt_out_reply', 'help_reply')),
     purpose TEXT NOT NULL CHECK (purpose IN ('care', 'marketing', 'emergency', 'service')),
     emergency_reason TEXT,
     broadcast_id TEXT REFERENCES broadcast (id),
     staff_id TEXT REFERENCES staff (id),
     created_at_ms INTEGER NOT NULL
   ) STRICT`,

  `CREATE INDEX message_by_broadcast ON message (broadcast_id) WHERE broadcast_id IS NOT NULL`,

  `CREATE TABLE delivery_transition (
     from_state TEXT NOT NULL,
     to_state TEXT NOT NULL,
     PRIMARY KEY (from_state, to_state)
   ) STRICT, WITHOUT ROWID`,
  ...deliveryTransitions.map(([from, to]) => `INSERT INTO delivery_transition VALUES ('${from}', '${to}')`),

  `CREATE TABLE delivery (
     id TEXT PRIMARY KEY,
     message_id TEXT NOT NULL REFERENCES message (id),
     person_id TEXT REFERENCES person (id),
     e164 TEXT NOT NULL,
     line_id TEXT NOT NULL REFERENCES line (id),
     body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 1600),
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
     created_at_ms INTEGER NOT NULL,
     UNIQUE (message_id, e164),
     CHECK (expires_at_ms > not_before_ms)
   ) STRICT`,

  `CREATE INDEX delivery_waiting ON delivery (line_id, not_before_ms, id) WHERE state = 'queued'`,

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

  `CREATE TABLE attempt (
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
   ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE status_event (
     provider_uuid TEXT NOT NULL,
     status TEXT NOT NULL,
     at_ms INTEGER NOT NULL,
     client_ref TEXT,
     code TEXT,
     received_at_ms INTEGER NOT NULL,
     PRIMARY KEY (provider_uuid, status, at_ms)
   ) STRICT, WITHOUT ROWID`,

  // What the look-ups for a delivery in doubt found, so that its story can be told.
  `CREATE TABLE look_up (
     delivery_id TEXT NOT NULL REFERENCES delivery (id),
     at_ms INTEGER NOT NULL,
     is_found INTEGER NOT NULL CHECK (is_found IN (0, 1)),
     PRIMARY KEY (delivery_id, at_ms)
   ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE inbound_message (
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
   ) STRICT`,

  `CREATE INDEX inbound_by_number ON inbound_message (e164, sent_at_ms)`,

  `CREATE INDEX inbound_unread ON inbound_message (e164) WHERE read_at_ms IS NULL`,

  // The practice carrier's own book: what the simulated network took, delivered and answered. Empty in an office store.
  `CREATE TABLE carrier_message (
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
   ) STRICT`,

  `CREATE INDEX carrier_message_by_time ON carrier_message (direction, received_at_ms)`,

  ...appendOnly('delivery_transition'),
  ...appendOnly('status_event'),
  ...appendOnly('look_up'),
]
