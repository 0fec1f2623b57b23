import { createHash } from 'node:crypto'
import type { LineId, StaffId } from '../../shared/ids.ts'
import { type Instant, MINUTE_MS } from '../../shared/time.ts'
import { addAttempt } from '../db/repos/attempts.ts'
import type { Store } from '../db/open.ts'
import { type Delivery, putOffDelivery, type Why } from '../db/repos/deliveries.ts'
import { type Candidate, nextCandidate } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import type { Claimed } from './claimed.ts'
import { lawfulHour } from './lawful-hour.ts'
import { refusalOf } from './may-leave.ts'
import { loadEnclosure } from './request-of.ts'
import { isInboundFresh } from './step.ts'
import { transition } from './transition.ts'

/** What came of looking for the next delivery: one to send, one that may not leave any more or not yet, or none. */
export type Claim = { readonly claimed: Claimed } | { readonly kept: Delivery } | null

/** Under what circumstances something may be claimed. */
export interface ClaimTerms {
  readonly lineId: LineId
  readonly nowMs: Instant
  readonly inboundFreshAtMs: Instant | null
}

/** How long a message waits while what it carries is being put where the networks can fetch it. */
const LINK_WAIT_MS = MINUTE_MS

/**
 * Takes the next delivery out of the queue, blocks it for good where its number may not be texted any more, or lets it wait
 * where its person's hours are over. Everything
 * is looked at again inside the one transaction that marks it as `sending`, so a STOP stored before it always wins. When
 * the returned promise resolves, the mark and the attempt are on disk.
 */
export function claimNext(store: Store, terms: ClaimTerms): Promise<Claim> {
  return store.db.transaction().execute(async (trx) => {
    if (!isInboundFresh(terms.inboundFreshAtMs, terms.nowMs)) return null
    const candidate = await nextCandidate(trx, terms.lineId, terms.nowMs)
    if (candidate === null) return null
    const refusal = await refusalOf(trx, candidate, terms.nowMs)
    const openAtMs = lawfulHour(candidate, terms.nowMs)
    const enclosure = await loadEnclosure(trx, candidate, terms.nowMs)
    if (refusal !== null) await keep(trx, candidate, 'blocked', terms.nowMs, refusal)
    else if (openAtMs !== terms.nowMs) await waitForHour(trx, candidate, openAtMs, terms.nowMs)
    else if (enclosure === null) await waitForHour(trx, candidate, terms.nowMs + LINK_WAIT_MS, terms.nowMs)
    else return { claimed: await take(trx, { candidate, enclosure }, terms.nowMs) }
    return { kept: candidate.delivery }
  })
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

async function take(
  trx: Writer,
  { candidate, enclosure }: Pick<Claimed, 'candidate' | 'enclosure'>,
  nowMs: Instant,
): Promise<Claimed> {
  const { delivery } = candidate
  const attempts = delivery.attempts + 1
  const clientRef = `${delivery.id}.${attempts}`
  const moved = await transition(trx, {
    which: { id: delivery.id },
    from: ['queued'],
    to: 'sending',
    by: 'sender',
    atMs: nowMs,
    why: null,
    changes: { attempts },
  })
  if (moved.length !== 1) throw new Error(`A queued delivery was not there to be claimed: ${delivery.id}`)
  const askedBy = delivery.why?.code === 'send_again' ? (delivery.why['staffId'] as StaffId) : null
  await addAttempt(trx, {
    deliveryId: delivery.id,
    n: attempts,
    clientRef,
    bodySha256: createHash('sha256').update(delivery.body).digest('hex'),
    isByPerson: askedBy !== null,
    staffId: askedBy,
    startedAtMs: nowMs,
  })
  return { candidate, clientRef, attempts, enclosure }
}
