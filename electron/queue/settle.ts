import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { type AttemptEnd, finishAttempts } from '../db/repos/attempts.ts'
import { ownersOfProviderUuids } from '../db/repos/deliveries.ts'
import { pauseAllLines } from '../db/repos/lines.ts'
import { heardOf } from '../db/repos/status-events.ts'
import type { Writer } from '../db/schema.ts'
import { applyStatuses } from './apply-statuses.ts'
import type { Claimed } from './claimed.ts'
import { type Consequence, consequenceOf } from './consequence.ts'
import { endCalledBack } from './end-called-back.ts'
import type { Ending, HeldBack } from './in-flight.ts'
import { transition } from './transition.ts'

/** What the settling of attempts rests on. `random` gives numbers from 0 inclusive to 1 exclusive. */
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
    const owners = new Map(await ownersOfProviderUuids(trx, uuidsOf(endings)))
    const judged = endings.map((ending) => judge(owners, ending, facts))
    // Most end alike: those are written down, and moved, in one go.
    for (const alike of groupAlike(judged, ({ end }) => end)) {
      const refs = alike.map(({ claimed }) => claimed.clientRef)
      if (alike[0]) await finishAttempts(trx, refs, alike[0].end)
    }
    const answered = judged.flatMap(({ claimed, consequence }) => (consequence ? [{ claimed, consequence }] : []))
    for (const alike of groupAlike(answered, ({ consequence }) => moveOf(consequence))) {
      await follow(trx, alike, facts.nowMs)
    }
    for (const { claimed, heldBack } of judged) if (heldBack) await putBack(trx, claimed, heldBack, facts.nowMs)
    await endCalledBack(trx, cameBackOf(judged), facts.nowMs)
    await applyEarlyReceipts(trx, endings, facts.nowMs)
    return judged
  })
}

interface Judged extends Settled {
  readonly end: AttemptEnd
  readonly heldBack: HeldBack | null
}

function judge(owners: Map<string, DeliveryId>, ending: Ending, { nowMs, random }: SettleFacts): Judged {
  const { claimed } = ending
  if ('heldBack' in ending) {
    const { heldBack } = ending
    const end = { finishedAtMs: nowMs, outcome: 'NOT_SENT', httpStatus: null, code: heldBack.why.code } as const
    return { claimed, heldBack, end, consequence: null }
  }
  const outcome = believe(owners, claimed, ending.outcome)
  const { attempts, candidate } = claimed
  const consequence = consequenceOf(outcome, { nowMs, attempts, strikes: candidate.delivery.strikes, random })
  return { claimed, heldBack: null, end: endOf(outcome, nowMs), consequence }
}

/** What did not leave, and so stands in the queue again. */
function cameBackOf(judged: readonly Judged[]): readonly Claimed[] {
  return judged.flatMap(({ claimed, consequence }) =>
    consequence === null || consequence.to === 'queued' ? [claimed] : [],
  )
}

function groupAlike<T>(items: readonly T[], likeness: (item: T) => unknown): readonly (readonly T[])[] {
  return [...Map.groupBy(items, (item) => JSON.stringify(likeness(item))).values()]
}

interface Answered {
  readonly claimed: Claimed
  readonly consequence: Consequence
}

/** What a consequence does to its delivery, but for the provider's id, which each has of its own. */
function moveOf({ to, why, changes }: Consequence) {
  const { providerUuid: _own, ...shared } = changes
  return { to, why, changes: shared }
}

async function follow(trx: Writer, alike: readonly Answered[], atMs: Instant): Promise<void> {
  const [first] = alike
  if (!first) return
  const { to, why, changes } = moveOf(first.consequence)
  const ids = alike.map(({ claimed }) => claimed.candidate.delivery.id)
  const uuids = alike.flatMap(({ claimed, consequence }) =>
    consequence.changes.providerUuid === undefined
      ? []
      : [[claimed.candidate.delivery.id, consequence.changes.providerUuid] as const],
  )
  const all = uuids.length === 0 ? changes : { ...changes, providerUuids: Object.fromEntries(uuids) }
  await transition(trx, { which: { ids }, from: ['sending'], to, by: 'sender', atMs, why, changes: all })
  for (const { consequence } of alike) {
    // What is wrong with the account is wrong for all that waits: it is asked once, and then a person is.
    if (consequence.line === 'pause') await pauseAllLines(trx, consequence.pause)
  }
}

/** No request was made, which is as certain as anything: back into the queue, and out of it for good after a stop. */
async function putBack(trx: Writer, { candidate }: Claimed, { to, why }: HeldBack, atMs: Instant): Promise<void> {
  const which = { id: candidate.delivery.id }
  await transition(trx, { which, from: ['sending'], to: 'queued', by: 'sender', atMs, why })
  if (to === 'queued') return
  await transition(trx, { which, from: ['queued'], to, by: 'stop_handler', atMs, why })
}

/** A receipt may have come before the answer. */
async function applyEarlyReceipts(trx: Writer, endings: readonly Ending[], nowMs: Instant): Promise<void> {
  const heard = await heardOf(
    trx,
    endings.map(({ claimed }) => claimed.clientRef),
    uuidsOf(endings),
  )
  for (const ending of endings) {
    const { candidate, clientRef } = ending.claimed
    const isHeard = heard.clientRefs.has(clientRef) || uuidsOf([ending]).some((uuid) => heard.uuids.has(uuid))
    if (isHeard) await applyStatuses(trx, candidate.delivery.id, nowMs)
  }
}

/** An id that the provider gave to another message already proves nothing about this one. */
function believe(owners: Map<string, DeliveryId>, { candidate }: Claimed, outcome: SendOutcome): SendOutcome {
  if (outcome.class !== 'ACCEPTED') return outcome
  const { id } = candidate.delivery
  const owner = owners.get(outcome.uuid) ?? id
  owners.set(outcome.uuid, owner)
  return owner === id ? outcome : { class: 'IN_DOUBT', cause: 'uuid_repeated' }
}

function uuidsOf(endings: readonly Ending[]): readonly string[] {
  return endings.flatMap((ending) =>
    'outcome' in ending && ending.outcome.class === 'ACCEPTED' ? [ending.outcome.uuid] : [],
  )
}

function endOf(outcome: SendOutcome, finishedAtMs: Instant): AttemptEnd {
  return {
    finishedAtMs,
    outcome: outcome.class,
    httpStatus: 'httpStatus' in outcome ? (outcome.httpStatus ?? null) : null,
    code: codeOf(outcome),
  }
}

function codeOf(outcome: SendOutcome): string | null {
  if ('cause' in outcome) return outcome.cause
  return outcome.class === 'PERMANENT' ? (outcome.code ?? null) : null
}
