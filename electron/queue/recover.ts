import type { Instant } from '../../shared/time.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { Store } from '../db/open.ts'
import { finishOpenAttempts } from '../db/repos/attempts.ts'
import { transition } from './transition.ts'

/**
 * Puts every delivery in doubt that was on its way when Optdesk was stopped, without exception: nobody knows whether its
 * request left. Runs before anything else, while nothing is in flight. Returns whose outcome is now in doubt.
 */
export function recoverInterrupted(store: Store, nowMs: Instant): Promise<readonly DeliveryId[]> {
  return store.db.transaction().execute(async (trx) => {
    await finishOpenAttempts(trx, { finishedAtMs: nowMs, outcome: 'IN_DOUBT', httpStatus: null, code: 'interrupted' })
    return transition(trx, {
      which: 'all',
      from: ['sending'],
      to: 'in_doubt',
      by: 'startup',
      atMs: nowMs,
      why: { code: 'interrupted' },
    })
  })
}
