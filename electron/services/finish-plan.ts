import { trialSizeOf } from '../../shared/domain/trial-size.ts'
import { laneOf } from '../../shared/domain/lane.ts'
import { risingUlids } from '../../shared/ids.ts'
import type { BroadcastId, DeliveryId } from '../../shared/ids.ts'
import { withBigCache } from '../db/big-cache.ts'
import { foldLog } from '../db/fold-log.ts'
import {
  cancelPlan,
  endPlan,
  getPlan,
  markPlan,
  numbersOfMessage,
  stageOf,
  unfinishedPlans,
} from '../db/repos/broadcast-plans.ts'
import type { PlanMark, StoredPlan } from '../db/repos/broadcast-plans.ts'
import { addLeftOut } from '../db/repos/broadcasts.ts'
import { addCopies } from '../db/repos/delivery-copies.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { audiencePage } from './audience-pages.ts'
import { draftPage } from './draft-page.ts'
import type { DraftedPage } from './draft-page.ts'
import { draftTerms } from './draft-terms.ts'
import type { DraftTerms } from './draft-terms.ts'
import { inBigTransactions } from './in-pieces.ts'
import { startOf } from './message-media.ts'
import { planOrder } from './plan-order.ts'
import type { PlanOrder } from './plan-order.ts'
import { showLeftOut } from './preview-broadcast.ts'

/**
 * After so many transactions the log is folded into the file. Each time waits for the disk twice; SQLite would do it by
 * itself, within a commit, at somewhat more.
 */
const FOLD_AFTER = 2

/** How the planning of a broadcast ended: all is planned or was before, nobody was left, or the desk is about to close. */
export interface PlanOutcome {
  readonly end: 'planned' | 'nobody' | 'closing'
  /** How many copies were made; null where they were before and would have to be counted. */
  readonly deliveries: number | null
}

/** A plan that is being worked at. */
interface OpenPlan {
  readonly plan: StoredPlan
  readonly order: PlanOrder
  readonly terms: DraftTerms
}

/**
 * Brings the planning of a broadcast to its end, from wherever it stands. Each few copies are one transaction with the mark
 * up to which it has come, so that a crash loses or doubles nobody; consent and stops are looked at in that transaction.
 * Until the last one no copy may be claimed. Asked twice at once, it is done once.
 */
export function finishPlan(desk: DeskServices, id: BroadcastId): Promise<PlanOutcome> {
  const underWay = desk.plansUnderWay.get(id)
  if (underWay) return underWay
  const run = runPlan(desk, id).finally(() => desk.plansUnderWay.delete(id))
  desk.plansUnderWay.set(id, run)
  return run
}

/** Takes up every planning that was cut off. To be called when a desk is opened; it may take seconds. */
export async function takeUpPlans(desk: DeskServices): Promise<void> {
  for (const id of await unfinishedPlans(desk.store.db)) await finishPlan(desk, id)
}

async function runPlan(desk: DeskServices, id: BroadcastId): Promise<PlanOutcome> {
  const { db } = desk.store
  const open = await openPlan(desk, id)
  if (open === null) return { end: 'planned', deliveries: null }
  const outcome = await withBigCache(db, () => planAll(desk, open))
  desk.mediaUploads.wake()
  desk.sendingDesk?.wake()
  return outcome
}

async function planAll(desk: DeskServices, open: OpenPlan): Promise<PlanOutcome> {
  const { db } = desk.store
  const { broadcastId } = open.plan
  let { mark } = open.plan
  let isOver = false
  await inBigTransactions(
    (work: (trx: Writer) => Promise<void>) => db.transaction().execute(work),
    {
      // Cancelled in the meantime, there is nothing to do: what is there was called back with it.
      begin: async (trx) => (await stageOf(trx, broadcastId)) === 'planning',
      step: async (trx, count) => {
        const done = await planSome(trx, desk, open, { mark, count })
        mark = done.mark
        isOver = done.isLast
        return !isOver
      },
      end: (trx) => (isOver ? close(trx, open, mark) : markPlan(trx, broadcastId, mark)),
    },
    { signal: desk.closing, committed: everyTime(FOLD_AFTER, () => foldLog(db)) },
  )
  const { deliveries } = mark
  // One that was cancelled on the way has as many as were made before.
  if (!isOver) return { end: desk.closing.aborted ? 'closing' : 'planned', deliveries: null }
  return { end: deliveries === 0 ? 'nobody' : 'planned', deliveries }
}

/** Does something at every so many calls. */
function everyTime(times: number, work: () => Promise<void>): () => Promise<void> {
  let calls = 0
  return async () => {
    calls += 1
    if (calls % times === 0) await work()
  }
}

/** Null where nothing of a plan is left to do. */
async function openPlan(desk: DeskServices, id: BroadcastId): Promise<OpenPlan | null> {
  const { db } = desk.store
  const plan = await getPlan(db, id)
  if (plan === null || plan.stage !== 'planning') return null
  const order = planOrder.parse(plan.order)
  // Of everyone each number has one turn; in a list two people may share one.
  const taken = order.audience.kind === 'everyone' ? [] : await numbersOfMessage(db, plan.messageId)
  const begun = { taken, days: plan.mark.days }
  const terms = await draftTerms(db, desk, order.draft, { nowMs: desk.clock.now(), begun })
  return { plan, order, terms }
}

async function planSome(
  trx: Writer,
  desk: DeskServices,
  { plan, order, terms }: OpenPlan,
  { mark, count }: { readonly mark: PlanMark; readonly count: number },
): Promise<{ readonly mark: PlanMark; readonly isLast: boolean }> {
  const asked = { audience: order.audience, purpose: order.draft.purpose }
  const page = await audiencePage(trx, asked, { after: mark.after, count })
  const drafted = await draftPage(trx, terms, page.invited)
  await keepPage(trx, desk, plan, { drafted, media: terms.media, firstSeq: mark.leftOut })
  return { mark: addUp(mark, page.after, drafted, terms), isLast: page.isLast }
}

/** Some of an audience as it is to be written, with what every copy carries. */
interface PageToKeep {
  readonly drafted: DraftedPage
  readonly media: DraftTerms['media']
  /** The place of the first one who is left out. */
  readonly firstSeq: number
}

async function keepPage(
  trx: Writer,
  desk: DeskServices,
  { broadcastId, messageId, createdAtMs }: StoredPlan,
  { drafted, media, firstSeq }: PageToKeep,
): Promise<void> {
  const { state, why } = startOf(media)
  const frame = { messageId, lineId: desk.lineId, lane: laneOf('broadcast'), state, why, createdAtMs }
  const nextId = risingUlids(desk.clock.now(), desk.random)
  const copies = drafted.messages.map(({ person, e164, body, measure, notBeforeMs, expiresAtMs }) => {
    const { segments } = measure
    return { id: nextId() as DeliveryId, personId: person.id, e164, body, segments, notBeforeMs, expiresAtMs }
  })
  await addCopies(trx, frame, copies)
  const leftOut = drafted.leftOut.map((left) => ({ ...showLeftOut(left), personId: left.person.id, e164: left.e164 }))
  await addLeftOut(trx, broadcastId, leftOut, firstSeq)
}

function addUp(mark: PlanMark, after: string, { messages, leftOut }: DraftedPage, { drip }: DraftTerms): PlanMark {
  const firstAtMs = Math.min(mark.firstAtMs ?? Infinity, ...messages.map(({ notBeforeMs }) => notBeforeMs))
  return {
    after,
    deliveries: mark.deliveries + messages.length,
    leftOut: mark.leftOut + leftOut.length,
    firstAtMs: Number.isFinite(firstAtMs) ? firstAtMs : null,
    days: drip?.days() ?? [],
  }
}

async function close(trx: Writer, { plan, order, terms }: OpenPlan, mark: PlanMark): Promise<void> {
  if (mark.deliveries === 0) return cancelPlan(trx, plan.broadcastId)
  await endPlan(trx, plan.broadcastId, {
    startsAtMs: mark.firstAtMs ?? terms.askedAtMs,
    canarySize: trialSizeOf({ ...order.draft, count: mark.deliveries }),
    // Also where no copy was over a cap yet: another broadcast may take its turn before this one's.
    mayExceedCaps: Boolean(order.draft.overCapReason?.trim()),
  })
}
