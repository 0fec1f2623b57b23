import type { Instant } from '../../shared/time.ts'
import { isCalledBack } from '../db/repos/broadcast-plans.ts'
import type { Writer } from '../db/schema.ts'
import type { Claimed } from './claimed.ts'
import { transition } from './transition.ts'

/**
 * Ends what came back into the queue of a broadcast that was cancelled meanwhile. Whoever cancelled it could not reach what
 * was on its way, and as nothing of it is claimed any more, it would only wait until it is too late.
 */
export async function endCalledBack(trx: Writer, cameBack: readonly Claimed[], atMs: Instant): Promise<void> {
  const copies = cameBack.flatMap(({ candidate }) => (candidate.broadcastId === null ? [] : [candidate.delivery]))
  for (const [messageId, alike] of Map.groupBy(copies, (copy) => copy.messageId)) {
    if (!(await isCalledBack(trx, messageId))) continue
    const which = { ids: alike.map(({ id }) => id) }
    const why = { code: 'cancelled' } as const
    await transition(trx, { which, from: ['queued'], to: 'cancelled', by: 'sender', atMs, why })
  }
}
