import { type Kysely, sql } from 'kysely'

/** Keeps of a message whether it answered somebody who had written: it does not count as one that the office began. */
const statements: readonly string[] = [
  `ALTER TABLE message ADD COLUMN is_answer INTEGER NOT NULL DEFAULT 0 CHECK (is_answer IN (0, 1))`,
]

/** A column that tells answers from messages that the office began. */
export const answers = {
  name: '0005_answers',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
