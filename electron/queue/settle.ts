import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { finishAttempt } from '../db/repos/attempts.ts'
import { getDeliveryByProviderUuid } from '../db/repos/deliveries.ts'
import { setLinePause } from '../db/repos/lines.ts'
import type { Writer } from '../db/schema.ts'
import { applyStatuses } from './apply-statuses.ts'
import type { Claimed } from './claimed.ts'
import { type Consequence, consequenceOf } from './consequence.ts'
import { transition } from './transition.ts'

/** What the settling of an attempt rests on. `random` gives numbers from 0 inclusive to 1 exclusive. */
export interface SettleFacts {
  readonly nowMs: Instant
  readonly random: () => number
}

/** Writes down how an attempt ended and moves its delivery accordingly, all at once. */
export function settleAttempt(
  store: Store,
  claimed: Claimed,
  outcome: SendOutcome,
  { nowMs, random }: SettleFacts,
): Promise<Consequence> {
  return store.db.transaction().execute(async (trx) => {
    const { candidate, attempts, clientRef } = claimed
    const { delivery } = candidate
    const believed = await believe(trx, claimed, outcome)
    const consequence = consequenceOf(believed, { nowMs, attempts, strikes: delivery.strikes, random })
    await finishAttempt(trx, clientRef, {
      finishedAtMs: nowMs,
      outcome: believed.class,
      httpStatus: 'httpStatus' in believed ? (believed.httpStatus ?? null) : null,
      code: codeOf(believed),
    })
    await transition(trx, {
      which: { id: delivery.id },
      from: ['sending'],
      to: consequence.to,
      by: 'sender',
      atMs: nowMs,
      why: consequence.why,
      changes: consequence.changes,
    })
    if (consequence.line === 'pause') await setLinePause(trx, delivery.lineId, consequence.pause)
    // A receipt may have come before the answer.
    await applyStatuses(trx, delivery.id, nowMs)
    return consequence
  })
}

/** An id that the provider gave to another message already proves nothing about this one. */
async function believe(trx: Writer, { candidate }: Claimed, outcome: SendOutcome): Promise<SendOutcome> {
  if (outcome.class !== 'ACCEPTED') return outcome
  const owner = await getDeliveryByProviderUuid(trx, outcome.uuid)
  return owner === null || owner.id === candidate.delivery.id ? outcome : { class: 'IN_DOUBT', cause: 'uuid_repeated' }
}

function codeOf(outcome: SendOutcome): string | null {
  if ('cause' in outcome) return outcome.cause
  return outcome.class === 'PERMANENT' ? (outcome.code ?? null) : null
}
