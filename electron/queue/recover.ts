import type { DeliveryId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { finishAttempts } from '../db/repos/attempts.ts'
import { deliveriesInStates } from '../db/repos/deliveries.ts'
import { transition } from './transition.ts'

/** More than can ever be on their way at once. */
const ALL = 10_000

/**
 * Puts every delivery in doubt that was on its way when Optdesk was stopped, without exception: nobody knows whether its
 * request left. Runs before anything else. After a trouble of a desk that goes on, `known` names the attempts whose outcome
 * this process still has or waits for; they are left alone. Returns whose outcome is now in doubt.
 */
export function recoverInterrupted(
  store: Store,
  nowMs: Instant,
  known: readonly string[] = [],
): Promise<readonly DeliveryId[]> {
  return store.db.transaction().execute(async (trx) => {
    const doubtful: DeliveryId[] = []
    for (const { id, attempts } of await deliveriesInStates(trx, ['sending'], ALL)) {
      const clientRef = `${id}.${attempts}`
      if (known.includes(clientRef)) continue
      const end = { finishedAtMs: nowMs, outcome: 'IN_DOUBT', httpStatus: null, code: 'interrupted' } as const
      await finishAttempts(trx, [clientRef], end)
      const why = { code: 'interrupted' } as const
      const move = { from: ['sending'], to: 'in_doubt', by: 'startup', atMs: nowMs, why } as const
      doubtful.push(...(await transition(trx, { which: { id }, ...move })))
    }
    return doubtful
  })
}
