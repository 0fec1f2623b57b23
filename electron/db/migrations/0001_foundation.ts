import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { consentStatements } from './0001/consent.ts'
import { peopleStatements } from './0001/people.ts'
import { practiceStatements } from './0001/practice.ts'
import { queueStatements } from './0001/queue.ts'

/**
 * The first store. Conventions: STRICT tables; ids are ULIDs; `_ms` is milliseconds since 1970 UTC; phone numbers are
 * E.164; booleans are 0/1 with a CHECK. Append-only tables refuse UPDATE and DELETE by trigger.
 */
export const foundation = {
  name: '0001_foundation',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...practiceStatements, ...peopleStatements, ...consentStatements, ...queueStatements]) {
      await sql.raw(statement).execute(db)
      // A store is made while the window opens, which must not wait for all of it.
      await nextTurn()
    }
  },
}
