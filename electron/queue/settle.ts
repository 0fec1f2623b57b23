import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { finishAttempt } from '../db/repos/attempts.ts'
import { getDeliveryByProviderUuid } from '../db/repos/deliveries.ts'
import { pauseAllLines } from '../db/repos/lines.ts'
import type { Writer } from '../db/schema.ts'
import { applyStatuses } from './apply-statuses.ts'
import type { Claimed } from './claimed.ts'
import { type Consequence, consequenceOf } from './consequence.ts'
import type { Ending, HeldBack } from './in-flight.ts'
import { transition } from './transition.ts'

/** What the settling of an attempt rests on. `random` gives numbers from 0 inclusive to 1 exclusive. */
export interface SettleFacts {
  readonly nowMs: Instant
  readonly random: () => number
}

/** An ending that is written down, and what follows from its outcome; null where no request was made. */
export interface Settled {
  readonly claimed: Claimed
  readonly consequence: Consequence | null
}

/** Writes down how some attempts ended and moves their deliveries accordingly, all in one transaction. */
export function settleEndings(
  store: Store,
  endings: readonly Ending[],
  facts: SettleFacts,
): Promise<readonly Settled[]> {
  return store.db.transaction().execute(async (trx) => {
    const settled: Settled[] = []
    for (const ending of endings) {
      const { claimed } = ending
      const consequence = 'outcome' in ending ? await settleAttempt(trx, claimed, ending.outcome, facts) : null
      if ('heldBack' in ending) await putBack(trx, claimed, ending.heldBack, facts.nowMs)
      settled.push({ claimed, consequence })
    }
    return settled
  })
}

async function settleAttempt(
  trx: Writer,
  claimed: Claimed,
  outcome: SendOutcome,
  { nowMs, random }: SettleFacts,
): Promise<Consequence> {
  const { candidate, attempts, clientRef } = claimed
  const { id, strikes } = candidate.delivery
  const believed = await believe(trx, claimed, outcome)
  const consequence = consequenceOf(believed, { nowMs, attempts, strikes, random })
  await finishAttempt(trx, clientRef, {
    finishedAtMs: nowMs,
    outcome: believed.class,
    httpStatus: 'httpStatus' in believed ? (believed.httpStatus ?? null) : null,
    code: codeOf(believed),
  })
  await transition(trx, {
    which: { id },
    from: ['sending'],
    to: consequence.to,
    by: 'sender',
    atMs: nowMs,
    why: consequence.why,
    changes: consequence.changes,
  })
  // What is wrong with the account is wrong for all that waits: it is asked once, and then a person is.
  if (consequence.line === 'pause') await pauseAllLines(trx, consequence.pause)
  // A receipt may have come before the answer.
  await applyStatuses(trx, id, nowMs)
  return consequence
}

/** No request was made, which is as certain as anything: back into the queue, and out of it for good after a stop. */
async function putBack(trx: Writer, claimed: Claimed, { to, why }: HeldBack, nowMs: Instant): Promise<void> {
  const which = { id: claimed.candidate.delivery.id }
  const end = { finishedAtMs: nowMs, outcome: 'NOT_SENT', httpStatus: null, code: why.code } as const
  await finishAttempt(trx, claimed.clientRef, end)
  await transition(trx, { which, from: ['sending'], to: 'queued', by: 'sender', atMs: nowMs, why })
  if (to === 'queued') return
  await transition(trx, { which, from: ['queued'], to, by: 'stop_handler', atMs: nowMs, why })
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
