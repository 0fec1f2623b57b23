import type { Instant } from '../../shared/time.ts'
import { putOffDelivery, type Why } from '../db/repos/deliveries.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import { lawfulHour } from './lawful-hour.ts'
import { refusalOf } from './may-leave.ts'
import { transition } from './transition.ts'

/** Blocks, puts off or ends what may not leave now. Tells whether it did. */
export async function keepBack(trx: Writer, candidate: Candidate, nowMs: Instant): Promise<boolean> {
  const refusal = await refusalOf(trx, candidate, nowMs)
  if (refusal !== null) {
    await keep(trx, candidate, 'blocked', nowMs, refusal)
    return true
  }
  const openAtMs = lawfulHour(candidate, nowMs)
  if (openAtMs === nowMs) return false
  await waitForHour(trx, candidate, openAtMs, nowMs)
  return true
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
