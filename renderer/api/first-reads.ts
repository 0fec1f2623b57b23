import { followCore } from './events.ts'
import { createQueryClient, readAhead, readPeopleAhead } from './queries.ts'

/** What the shell cannot be drawn without. The foot bar's words on the line may come a moment later. */
const READS_OF_SHELL = ['preferences.get', 'setup.state', 'practice.get', 'staff.list'] as const

/** The cache of the window. */
export const client = createQueryClient()
followCore(client)

/**
 * What the first page draws. It is asked for when this module is read, which is before the rest of the window's code
 * runs, so that the core answers meanwhile; and the page is then drawn once instead of once with every answer.
 */
export const firstReads: Promise<unknown> = Promise.all([
  ...READS_OF_SHELL.map((method) => readAhead(client, method)),
  window.location.hash.startsWith('#/people') ? readPeopleAhead(client) : readAhead(client, 'today.get'),
])
