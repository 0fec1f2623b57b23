import { createHash } from 'node:crypto'
import type { StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { addAttempts, type NewAttempt } from '../db/repos/attempts.ts'
import type { Delivery } from '../db/repos/deliveries.ts'
import type { Writer } from '../db/schema.ts'
import { type Budget, openChannels, type Shortage, spend } from './budget.ts'
import type { Claimed } from './claimed.ts'
import { watchFirstFew } from './first-few.ts'
import { keepBack } from './keep-back.ts'
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

/** A delivery that may leave, with what it takes along. */
type Enclosed = Pick<Claimed, 'candidate' | 'enclosure'>

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
    const taken: Enclosed[] = []
    const kept: Delivery[] = []
    if (!terms.isInboundKnown) return { claimed: [], kept, shortages: [] }
    let { budget } = terms
    let { channels } = openChannels(budget)
    const shortages: Shortage[] = [...openChannels(budget).shortages]
    const order = await openTurnOrder(trx, terms, { channels, limit: LOOKS_AT_MOST })
    for (let looks = 0; looks < LOOKS_AT_MOST && taken.length < terms.most; looks += 1) {
      const candidate = await order.next(channels)
      if (candidate === null) break
      const enclosure = await keepBack(trx, candidate, terms.nowMs)
      if (enclosure === null) {
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
      taken.push({ candidate, enclosure })
      order.took(candidate)
    }
    const claimed = await takeAll(trx, taken, terms.nowMs)
    await watchFirstFew(trx, claimed, terms.days, terms.nowMs)
    return { claimed, kept, shortages }
  })
}

/** Marks deliveries as on their way and writes an attempt for each. */
async function takeAll(trx: Writer, taken: readonly Enclosed[], nowMs: Instant): Promise<readonly Claimed[]> {
  if (taken.length === 0) return []
  const ids = taken.map(({ candidate }) => candidate.delivery.id)
  const move = { from: ['queued'], to: 'sending', by: 'sender', atMs: nowMs, why: null } as const
  const moved = await transition(trx, { which: { ids }, ...move, changes: { countsAttempt: true } })
  if (moved.length !== taken.length) throw new Error('A queued delivery was not there to be claimed')
  const claimed = taken.map(({ candidate, enclosure }): Claimed => {
    const attempts = candidate.delivery.attempts + 1
    return { candidate, clientRef: `${candidate.delivery.id}.${attempts}`, attempts, enclosure }
  })
  await addAttempts(
    trx,
    claimed.map((one) => attemptOf(one, nowMs)),
  )
  return claimed
}

function attemptOf({ candidate, clientRef, attempts }: Claimed, nowMs: Instant): NewAttempt {
  const { id, body, why } = candidate.delivery
  const askedBy = why?.code === 'send_again' ? (why['staffId'] as StaffId) : null
  return {
    deliveryId: id,
    n: attempts,
    clientRef,
    bodySha256: createHash('sha256').update(body).digest('hex'),
    isByPerson: askedBy !== null,
    staffId: askedBy,
    startedAtMs: nowMs,
  }
}
