import type { Instant } from '../../shared/time.ts'
import { putOffDelivery, type Why } from '../db/repos/deliveries.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import { mayLeave } from './may-leave.ts'
import { transition } from './transition.ts'

/** Blocks, puts off or ends what may not leave now. Tells whether it did. */
export async function keepBack(trx: Writer, candidate: Candidate, nowMs: Instant): Promise<boolean> {
  const leave = await mayLeave(trx, candidate, nowMs)
  switch (leave.may) {
    case 'go':
      return false
    case 'never':
      await keep(trx, candidate, 'blocked', nowMs, leave.why)
      return true
    case 'wait':
      await waitForHour(trx, candidate, leave.untilMs, nowMs)
      return true
  }
}

/** An hour that comes too late for a message, or never, ends it. */
async function waitForHour(trx: Writer, candidate: Candidate, openAtMs: Instant | null, nowMs: Instant): Promise<void> {
  const { id, expiresAtMs } = candidate.delivery
  if (openAtMs !== null && openAtMs < expiresAtMs) return putOffDelivery(trx, id, openAtMs)
  return keep(trx, candidate, 'expired', nowMs, { code: 'too_late' })
}

/** In whose name a message is kept back that was not to leave. */
const MOVERS = { blocked: 'stop_handler', expired: 'scheduler' } as const

async function keep(
  trx: Writer,
  { delivery }: Candidate,
  to: 'blocked' | 'expired',
  atMs: Instant,
  why: Why,
): Promise<void> {
  await transition(trx, { which: { id: delivery.id }, from: ['queued'], to, by: MOVERS[to], atMs, why })
}
