import { createHash } from 'node:crypto'
import type { LineId, StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { addAttempt } from '../db/repos/attempts.ts'
import type { Store } from '../db/open.ts'
import type { Delivery } from '../db/repos/deliveries.ts'
import { type Candidate, nextCandidate } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import { refusalOf } from './may-leave.ts'
import { isInboundFresh } from './step.ts'
import { transition } from './transition.ts'

/** A delivery that is about to leave. Its attempt is on disk; only now may a connection be opened for it. */
export interface Claimed {
  readonly delivery: Delivery
  /** `<delivery id>.<attempt>` */
  readonly clientRef: string
  readonly attempts: number
}

/** What came of looking for the next delivery: one to send, one that may not leave any more, or none. */
export type Claim = { readonly claimed: Claimed } | { readonly blocked: Delivery } | null

/** Under what circumstances something may be claimed. */
export interface ClaimTerms {
  readonly lineId: LineId
  readonly nowMs: Instant
  readonly inboundFreshAtMs: Instant | null
}

/**
 * Takes the next delivery out of the queue, or blocks it for good where its number may not be texted any more. Everything
 * is looked at again inside the one transaction that marks it as `sending`, so a STOP stored before it always wins. When
 * the returned promise resolves, the mark and the attempt are on disk.
 */
export function claimNext(store: Store, terms: ClaimTerms): Promise<Claim> {
  return store.db.transaction().execute(async (trx) => {
    if (!isInboundFresh(terms.inboundFreshAtMs, terms.nowMs)) return null
    const candidate = await nextCandidate(trx, terms.lineId, terms.nowMs)
    if (candidate === null) return null
    const refusal = await refusalOf(trx, candidate)
    if (refusal === null) return { claimed: await take(trx, candidate, terms.nowMs) }
    await transition(trx, {
      which: { id: candidate.delivery.id },
      from: ['queued'],
      to: 'blocked',
      atMs: terms.nowMs,
      why: refusal,
    })
    return { blocked: candidate.delivery }
  })
}

async function take(trx: Writer, { delivery }: Candidate, nowMs: Instant): Promise<Claimed> {
  const attempts = delivery.attempts + 1
  const clientRef = `${delivery.id}.${attempts}`
  const moved = await transition(trx, {
    which: { id: delivery.id },
    from: ['queued'],
    to: 'sending',
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
  return { delivery, clientRef, attempts }
}
