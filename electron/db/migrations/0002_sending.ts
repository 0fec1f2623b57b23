import { type Kysely, sql } from 'kysely'
import { columnStatements } from './0002/columns.ts'
import { groupAndMediaStatements } from './0002/groups-and-media.ts'
import { rebuiltTableStatements } from './0002/rebuilt-tables.ts'

/** The whole of sending: group threads, media, lanes and costs of deliveries, pacing of lines, stages of broadcasts. */
export const sending = {
  name: '0002_sending',
  rebuildsTables: true,
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...groupAndMediaStatements, ...columnStatements, ...rebuiltTableStatements]) {
      await sql.raw(statement).execute(db)
    }
  },
}
