import type { DeliveryId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { overdueDeliveries } from '../db/repos/waiting-deliveries.ts'
import { transition } from './transition.ts'

/** A broadcast may be too late as a whole; in one piece that would hold everything up. */
const AT_ONCE = 200

/** Takes some of what is too late out: "you are next" must not go out after an outage. Returns what expired. */
export function expireOverdue(store: Store, nowMs: Instant): Promise<readonly DeliveryId[]> {
  return store.db.transaction().execute(async (trx) => {
    const ids = await overdueDeliveries(trx, nowMs, AT_ONCE)
    return transition(trx, {
      which: { ids },
      from: ['held', 'queued'],
      to: 'expired',
      by: 'scheduler',
      atMs: nowMs,
      why: { code: 'too_late' },
    })
  })
}
