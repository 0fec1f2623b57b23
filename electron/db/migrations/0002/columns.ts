/** What lines, broadcasts, numbers that said stop and texts that came in are told besides what they were. */
export const columnStatements: readonly string[] = [
  `ALTER TABLE line ADD COLUMN name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 60)`,
  // What the networks registered the line for; null for a toll-free number or a short code.
  `ALTER TABLE line ADD COLUMN campaign_class TEXT
     CHECK (campaign_class IN ('a_b', 'c_d', 'e_f', 'low_volume', 'sole_proprietor'))`,
  `ALTER TABLE line ADD COLUMN mms_rate_per_min INTEGER NOT NULL DEFAULT 50 CHECK (mms_rate_per_min > 0)`,
  // Segments that T-Mobile takes in a day; null where there is no cap.
  `ALTER TABLE line ADD COLUMN daily_cap INTEGER CHECK (daily_cap > 0)`,

  // While it is being planned its deliveries are held; a crash in the middle is taken up again.
  `ALTER TABLE broadcast ADD COLUMN stage TEXT NOT NULL DEFAULT 'planned' CHECK (stage IN ('planning', 'planned', 'cancelled'))`,
  // The plan as it was ordered, so that planning can be taken up after a crash; null once it is planned.
  `ALTER TABLE broadcast ADD COLUMN plan TEXT CHECK (plan IS NULL OR json_valid(plan))`,
  // Broadcasts of one line go in this order; the lower goes first.
  `ALTER TABLE broadcast ADD COLUMN rank INTEGER NOT NULL DEFAULT 0`,
  // The first few are sent and watched before the rest may follow.
  `ALTER TABLE broadcast ADD COLUMN canary_size INTEGER NOT NULL DEFAULT 0 CHECK (canary_size >= 0)`,
  `ALTER TABLE broadcast ADD COLUMN canary_state TEXT NOT NULL DEFAULT 'none'
     CHECK (canary_state IN ('none', 'sending', 'watching', 'passed', 'tripped'))`,
  `ALTER TABLE broadcast ADD COLUMN canary_until_ms INTEGER`,
  // At most so many a day; null for as many as the line takes.
  `ALTER TABLE broadcast ADD COLUMN per_day INTEGER CHECK (per_day > 0)`,
  `ALTER TABLE broadcast ADD COLUMN pause_why TEXT CHECK (pause_why IS NULL OR json_valid(pause_why))`,

  // What a stop ends: everything, unless the office lets people stop one purpose.
  `ALTER TABLE suppression ADD COLUMN scope TEXT NOT NULL DEFAULT 'everything'
     CHECK (scope IN ('everything', 'care', 'marketing', 'group'))`,
  `DROP INDEX suppression_standing`,
  `CREATE UNIQUE INDEX suppression_standing ON suppression (e164, source = 'maybe_stop', scope) WHERE lifted_at_ms IS NULL`,

  `ALTER TABLE inbound_message ADD COLUMN group_thread_id TEXT REFERENCES group_thread (id)`,
  `CREATE INDEX inbound_by_group ON inbound_message (group_thread_id, sent_at_ms) WHERE group_thread_id IS NOT NULL`,

  // The practice carrier takes pictures and groups too. JSON lists.
  `ALTER TABLE carrier_message ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attachments))`,
  `ALTER TABLE carrier_message ADD COLUMN participants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(participants))`,
]
