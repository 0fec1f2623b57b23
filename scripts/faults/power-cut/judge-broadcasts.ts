import { sql } from 'kysely'
import type { Store } from '../../../electron/db/open.ts'
import { unfinishedPlans } from '../../../electron/db/repos/broadcast-plans.ts'
import { openDesk } from '../../../electron/desk/open-desk.ts'
import { takeUpPlans } from '../../../electron/services/finish-plan.ts'
import { clockAtOfficeHour, deskParts } from '../desk-parts.ts'
import type { Damage } from './damage.ts'
import type { KeptPromises } from './kept-promises.ts'

/** Nobody listens there: what is judged here is what the desk holds, and nothing is to leave. */
const NOWHERE = 'http://127.0.0.1:9'

/** Tells whether the cut came while a mass text was being planned. */
export async function isPlanCutOff({ db }: Store): Promise<boolean> {
  return (await unfinishedPlans(db)).length > 0
}

/** Opens the desk as a person would after the cut and lets it plan to the end what was cut off. */
export async function resumePlans(dataDir: string): Promise<void> {
  const parts = deskParts(dataDir, NOWHERE, clockAtOfficeHour())
  const desk = await openDesk(parts, 'practice')
  try {
    if (desk.ok) await takeUpPlans(desk.value.services)
  } finally {
    if (desk.ok) await desk.value.close()
    parts.workshop.close()
  }
}

/**
 * Every mass text that is there, promised or not, is planned to its end for just those it was ordered for: each has one copy
 * or is named as left out. Of those that were promised all copies are there that were told of.
 */
export async function judgeBroadcasts({ db }: Store, kept: KeptPromises): Promise<readonly Damage[]> {
  const { rows: broadcasts } = await sql<{ readonly id: string; readonly onceKey: string; readonly stage: string }>`
    SELECT id, once_key AS onceKey, stage FROM broadcast`.execute(db)
  const { rows: copies } = await sql<Met>`
    SELECT m.broadcast_id AS broadcastId, d.person_id AS personId
      FROM message m JOIN delivery d ON d.message_id = m.id WHERE m.broadcast_id IS NOT NULL`.execute(db)
  const { rows: leftOut } = await sql<Met>`
    SELECT broadcast_id AS broadcastId, person_id AS personId FROM broadcast_left_out`.execute(db)
  const copiesOf = Map.groupBy(copies, ({ broadcastId }) => broadcastId)
  const leftOutOf = Map.groupBy(leftOut, ({ broadcastId }) => broadcastId)
  const wrong = broadcasts.flatMap(({ id, onceKey, stage }): readonly Damage[] => {
    const met = [...(copiesOf.get(id) ?? []), ...(leftOutOf.get(id) ?? [])].map(({ personId }) => personId)
    const isRight = stage === 'planned' && isSame(met, kept.asked.get(onceKey) ?? [])
    return isRight ? [] : [{ kind: 'half', what: `broadcast ${id} ${stage}: ${met.length} people` }]
  })
  const lost = [...kept.broadcasts]
    .filter(([id, count]) => (copiesOf.get(id)?.length ?? 0) !== count)
    .map(([id, count]): Damage => {
      return { kind: 'lost', what: `broadcast ${id}: ${copiesOf.get(id)?.length ?? 0} of ${count}` }
    })
  return [...wrong, ...lost]
}

/** Somebody whom a mass text has come to. */
interface Met {
  readonly broadcastId: string
  readonly personId: string
}

/** Everyone once, in whatever order. */
function isSame(met: readonly string[], asked: readonly string[]): boolean {
  const all = new Set(met)
  return met.length === asked.length && asked.every((id) => all.has(id)) && all.size === asked.length
}
