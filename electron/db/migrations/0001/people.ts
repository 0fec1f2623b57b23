/** People, their numbers, and the two tables they are searched by. */
export const peopleStatements: readonly string[] = [
  // `seq` ties a person to the search tables; without a declared key a VACUUM may number the rows anew.
  // The `_key` columns hold the names as they are sorted and searched: lower case, without accents.
  `CREATE TABLE person (
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
   ) STRICT`,

  `CREATE INDEX person_by_name ON person (family_key, given_key, id)`,

  // One number may serve several people of a household.
  `CREATE TABLE phone_number (
     person_id TEXT NOT NULL REFERENCES person (id),
     e164 TEXT NOT NULL CHECK (e164 GLOB '+[1-9]*' AND length(e164) BETWEEN 8 AND 16),
     created_at_ms INTEGER NOT NULL,
     PRIMARY KEY (person_id, e164)
   ) STRICT, WITHOUT ROWID`,

  `CREATE INDEX phone_number_by_e164 ON phone_number (e164)`,

  // Search as you type, by rowid = person.seq: the beginnings of words of name and e-mail, and any digits of a number.
  // secure-delete: without it FTS5 leaves an erased name in its pages.
  `CREATE VIRTUAL TABLE person_search USING fts5 (
     words, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2"
   )`,
  `INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1)`,
  `CREATE VIRTUAL TABLE number_search USING fts5 (digits, tokenize = 'trigram')`,
  `INSERT INTO number_search (number_search, rank) VALUES ('secure-delete', 1)`,
]
