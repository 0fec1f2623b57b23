import { appendOnly } from '../append-only.ts'

/** Group threads and their members, the pictures and files that go out, and where they were put for the networks to fetch. */
export const groupAndMediaStatements: readonly string[] = [
  // One thread on everybody's phone: our line and a set of numbers. Another set is another thread.
  `CREATE TABLE group_thread (
     id TEXT PRIMARY KEY,
     line_id TEXT NOT NULL REFERENCES line (id),
     member_key TEXT NOT NULL,
     title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 120),
     replaces_id TEXT REFERENCES group_thread (id),
     staff_id TEXT NOT NULL REFERENCES staff (id),
     created_at_ms INTEGER NOT NULL,
     UNIQUE (line_id, member_key)
   ) STRICT`,

  `CREATE TABLE group_member (
     group_thread_id TEXT NOT NULL REFERENCES group_thread (id),
     e164 TEXT NOT NULL,
     person_id TEXT REFERENCES person (id),
     PRIMARY KEY (group_thread_id, e164)
   ) STRICT, WITHOUT ROWID`,

  `CREATE INDEX group_member_by_number ON group_member (e164)`,

  // A picture or file of ours, kept encrypted by the SHA-256 of its bytes.
  `CREATE TABLE media (
     id TEXT PRIMARY KEY,
     sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
     media_type TEXT NOT NULL,
     size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
     name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
     width_px INTEGER,
     height_px INTEGER,
     added_by TEXT REFERENCES staff (id),
     added_at_ms INTEGER NOT NULL
   ) STRICT`,

  `CREATE TABLE message_media (
     message_id TEXT NOT NULL REFERENCES message (id),
     position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9),
     media_id TEXT NOT NULL REFERENCES media (id),
     PRIMARY KEY (message_id, position)
   ) STRICT, WITHOUT ROWID`,

  `CREATE INDEX message_media_by_media ON message_media (media_id)`,

  // One copy in the bucket, for one message, under a name that says nothing and cannot be guessed.
  `CREATE TABLE media_upload (
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
   ) STRICT`,

  `CREATE INDEX media_upload_standing ON media_upload (created_at_ms) WHERE deleted_at_ms IS NULL`,

  // What came in with a text: its place at the provider until it is fetched, then our own copy.
  `CREATE TABLE inbound_media (
     inbound_id TEXT NOT NULL REFERENCES inbound_message (id),
     position INTEGER NOT NULL CHECK (position >= 0),
     kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'vcard', 'file')),
     url TEXT NOT NULL,
     media_id TEXT REFERENCES media (id),
     PRIMARY KEY (inbound_id, position)
   ) STRICT, WITHOUT ROWID`,

  ...appendOnly('group_member'),
  ...appendOnly('message_media'),
]
