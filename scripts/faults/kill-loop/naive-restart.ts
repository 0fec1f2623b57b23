import { openStore } from '../../../electron/db/open.ts'
import { APP_VERSION, type KillOffice } from './office.ts'

/**
 * The fault that a judge of kills must see: whatever was on its way goes back into the queue, as most job queues do it
 * after a crash. No code of Optdesk's does this; it is done to its store while no core runs.
 */
export async function requeueInterrupted({ storePath, key }: KillOffice): Promise<void> {
  const opened = await openStore({ path: storePath, key, appVersion: APP_VERSION, clock: { now: () => Date.now() } })
  if (!opened.ok) throw new Error(opened.error.code)
  const { db, close } = opened.value
  await db.updateTable('delivery').set({ state: 'queued', why: null }).where('state', '=', 'sending').execute()
  await close()
}
