import { type Kysely, sql } from 'kysely'

/**
 * A mass text writes a hundred thousand deliveries, and each index is a good part of that work. What was kept by nine is kept
 * by six: the provider's ids and the prices only where there are any, what waits for single people apart from the copies of
 * a mass text, and those by their message in one index, which holds all that is asked about them. SQLite cannot take a UNIQUE
 * off a column, so the table is made anew, as in 0002.
 */
const statements: readonly string[] = [
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
     provider_uuid TEXT,
     cost_micros INTEGER,
     cost_currency TEXT,
     created_at_ms INTEGER NOT NULL,
     UNIQUE (message_id, e164),
     CHECK (expires_at_ms > not_before_ms)
   ) STRICT`,
  `INSERT INTO new_delivery (id, message_id, person_id, e164, line_id, lane, body, segments, state, state_at_ms, why,
       not_before_ms, retry_at_ms, expires_at_ms, attempts, strikes, provider_uuid, cost_micros, cost_currency, created_at_ms)
     SELECT id, message_id, person_id, e164, line_id, lane, body, segments, state, state_at_ms, why,
       not_before_ms, retry_at_ms, expires_at_ms, attempts, strikes, provider_uuid, cost_micros, cost_currency, created_at_ms
     FROM delivery ORDER BY id`,
  `DROP TABLE delivery`,
  `ALTER TABLE new_delivery RENAME TO delivery`,

  `CREATE UNIQUE INDEX delivery_by_uuid ON delivery (provider_uuid) WHERE provider_uuid IS NOT NULL`,
  `CREATE INDEX delivery_waiting ON delivery (line_id, lane, not_before_ms, id, segments)
     WHERE state = 'queued' AND lane < 2`,
  `CREATE INDEX delivery_of_message ON delivery (message_id, state, line_id, not_before_ms, segments)`,
  `CREATE INDEX delivery_costs ON delivery (message_id, cost_currency, cost_micros) WHERE cost_micros IS NOT NULL`,
  `CREATE INDEX delivery_retrying ON delivery (line_id, lane, message_id, retry_at_ms, not_before_ms)
     WHERE state = 'queued' AND retry_at_ms > 0`,
  `CREATE INDEX delivery_expiring ON delivery (expires_at_ms) WHERE state IN ('held', 'queued')`,
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

/** Deliveries with fewer indexes. */
export const leanDeliveries = {
  name: '0006_lean_deliveries',
  rebuildsTables: true,
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
