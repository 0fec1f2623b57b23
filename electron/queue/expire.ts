import type { DeliveryId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { transition } from './transition.ts'

/** Takes out what is too late: "you are next" must not go out after an outage. Returns what expired. */
export function expireOverdue(store: Store, nowMs: Instant): Promise<readonly DeliveryId[]> {
  return store.db.transaction().execute((trx) =>
    transition(trx, {
      which: { overAtMs: nowMs },
      from: ['held', 'queued'],
      to: 'expired',
      by: 'scheduler',
      atMs: nowMs,
      why: { code: 'too_late' },
    }),
  )
}
