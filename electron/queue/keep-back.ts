import { type Instant, MINUTE_MS } from '../../shared/time.ts'
import { putOffDelivery, type Why } from '../db/repos/deliveries.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import type { Enclosure } from './claimed.ts'
import { mayLeave } from './may-leave.ts'
import { loadEnclosure } from './request-of.ts'
import { transition } from './transition.ts'

/** How long a message waits while what it carries is being put where the networks can fetch it. */
const LINK_WAIT_MS = MINUTE_MS

/** Blocks, puts off or ends what may not leave now, and answers null; else what the message takes along. */
export async function keepBack(trx: Writer, candidate: Candidate, nowMs: Instant): Promise<Enclosure | null> {
  const leave = await mayLeave(trx, candidate, nowMs)
  switch (leave.may) {
    case 'go': {
      const enclosure = await loadEnclosure(trx, candidate, nowMs)
      if (enclosure === null) await waitForHour(trx, candidate, nowMs + LINK_WAIT_MS, nowMs)
      return enclosure
    }
    case 'never':
      await keep(trx, candidate, 'blocked', nowMs, leave.why)
      return null
    case 'wait':
      await waitForHour(trx, candidate, leave.untilMs, nowMs)
      return null
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
