import { createHash } from 'node:crypto'
import type { StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { addAttempt } from '../db/repos/attempts.ts'
import type { Delivery } from '../db/repos/deliveries.ts'
import { type Candidate, type Channel, CHANNELS } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import { type Budget, type Shortage, spend } from './budget.ts'
import type { Claimed } from './claimed.ts'
import { watchFirstFew } from './first-few.ts'
import { keepBack } from './keep-back.ts'
import { loadEnclosure } from './request-of.ts'
import { transition } from './transition.ts'
import { openTurnOrder, type TurnTerms } from './turn-order.ts'
import { unitsOf } from './units-of.ts'

/** Under what circumstances something may be claimed. */
export interface ClaimTerms extends TurnTerms {
  /** False while a STOP may be waiting to be read: then nothing is claimed. */
  readonly isInboundKnown: boolean
  readonly budget: Budget
  /** How many more requests may be on their way. */
  readonly most: number
}

/** What came of a claim. */
export interface Claims {
  /** To be sent, in this order. */
  readonly claimed: readonly Claimed[]
  /** Looked at and not to be sent: blocked, too late, or outside of its hours. */
  readonly kept: readonly Delivery[]
  /** What held back the next one whose turn it was; null when nothing more waits. */
  readonly shortages: readonly Shortage[]
}

/** A transaction must end before anybody notices that it began. */
const LOOKS_AT_MOST = 40

/**
 * Takes the next deliveries out of the queue, as many as the budget has room for; blocks for good those whose number may not
 * be texted any more, and lets those wait where the hours are over. Everything is looked at again inside the one transaction
 * that marks them as `sending`, so a STOP stored before it always wins. When the returned promise resolves, the marks and
 * the attempts are on disk.
 */
export function claimBatch(store: Store, terms: ClaimTerms): Promise<Claims> {
  return store.db.transaction().execute(async (trx) => {
    const claimed: Claimed[] = []
    const kept: Delivery[] = []
    const shortages: Shortage[] = []
    if (!terms.isInboundKnown) return { claimed, kept, shortages }
    const order = await openTurnOrder(trx, terms)
    let budget = terms.budget
    let channels: readonly Channel[] = CHANNELS
    for (let looks = 0; looks < LOOKS_AT_MOST && claimed.length < terms.most; looks += 1) {
      const candidate = await order.next(channels)
      if (candidate === null) break
      if (await keepBack(trx, candidate, terms.nowMs)) {
        kept.push(candidate.delivery)
        continue
      }
      const { channel, delivery } = candidate
      const left = spend(budget, { channel, lane: delivery.lane, units: unitsOf(candidate) })
      if ('short' in left) {
        shortages.push(left)
        if (left.short === 'pace') channels = channels.filter((open) => open !== channel)
        else if (delivery.lane === 2) order.closeBroadcasts()
        else break
        continue
      }
      budget = left
      claimed.push(await take(trx, candidate, terms.nowMs))
      order.took(candidate)
    }
    await watchFirstFew(trx, claimed, terms.days, terms.nowMs)
    return { claimed, kept, shortages }
  })
}

async function take(trx: Writer, candidate: Candidate, nowMs: Instant): Promise<Claimed> {
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
  return { candidate, clientRef, attempts, enclosure: await loadEnclosure(trx, candidate) }
}
