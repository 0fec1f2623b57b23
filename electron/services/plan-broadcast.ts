import type { BroadcastId, MessageId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { beginPlan, countCopies } from '../db/repos/broadcast-plans.ts'
import { addBroadcast, broadcastByOnceKey, countLeftOut } from '../db/repos/broadcasts.ts'
import type { Broadcast } from '../db/repos/broadcasts.ts'
import { addMessage } from '../db/repos/messages.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { freezeAudience } from './audience-pages.ts'
import { draftProblems, walkDraft } from './draft-broadcast.ts'
import { draftTerms } from './draft-terms.ts'
import { finishPlan } from './finish-plan.ts'
import { noteOverCap } from './note-over-cap.ts'
import type { PlanOrder } from './plan-order.ts'

type Order = ParsedInputOf<'broadcasts.schedule'>
type Planned = OutputOf<'broadcasts.schedule'>

const LONGEST_TITLE = 60

/**
 * Plans a broadcast: its words for each person, each at a lawful instant, and those left out with the reasons. What was
 * ordered is kept first; the copies follow some at a time, and none of them leaves before all are there. Cut off, it goes on at
 * the next start. The same `onceKey` again answers what was planned the first time.
 * Errors: the first of the draft's problems; `desk_closed` when the rest is left to the next start.
 */
export async function planBroadcast(desk: DeskServices, order: Order): Promise<Result<Planned, AppError>> {
  const known = await broadcastByOnceKey(desk.store.db, order.onceKey)
  if (known) return finish(desk, known.id)
  const nowMs = desk.clock.now()
  const [problem] = draftProblems(order, nowMs)
  if (problem) return err(problem)
  if (!(await hasRecipients(desk, order, nowMs))) return err({ code: 'nobody_left' })
  const begun = await desk.store.db.transaction().execute(async (trx) => {
    return (await broadcastByOnceKey(trx, order.onceKey)) ?? begin(trx, desk, order, nowMs)
  })
  return finish(desk, begun.id)
}

async function finish(desk: DeskServices, id: BroadcastId): Promise<Result<Planned, AppError>> {
  const end = await finishPlan(desk, id)
  if (end === 'closing') return err({ code: 'desk_closed' })
  if (end === 'nobody') return err({ code: 'nobody_left' })
  return ok(await plannedOf(desk.store.db, id))
}

/** Looks only until the first one is found: who gets it is decided when it is planned. */
async function hasRecipients(desk: DeskServices, order: Order, nowMs: Instant): Promise<boolean> {
  let found = false
  const terms = await draftTerms(desk.store.db, desk, order, { nowMs })
  await walkDraft(desk, order, terms, ({ messages }) => {
    found = messages.length > 0
    return !found
  })
  return found
}

async function begin(trx: Writer, desk: DeskServices, order: Order, nowMs: Instant): Promise<Pick<Broadcast, 'id'>> {
  const { title, onceKey, ...draft } = order
  const broadcast = {
    id: desk.newId() as BroadcastId,
    onceKey,
    title: title.trim() || draft.body.trim().slice(0, LONGEST_TITLE),
    body: draft.body,
    purpose: draft.purpose,
    emergencyReason: draft.purpose === 'emergency' ? draft.emergencyReason : null,
    perDay: draft.perDay ?? null,
    startsAtMs: Math.max(draft.whenMs ?? nowMs, nowMs),
    staffId: desk.staffId(),
    createdAtMs: nowMs,
  }
  await addBroadcast(trx, broadcast)
  await addMessage(trx, {
    id: desk.newId() as MessageId,
    onceKey: null,
    kind: 'broadcast',
    broadcastId: broadcast.id,
    purpose: broadcast.purpose,
    emergencyReason: broadcast.emergencyReason,
    staffId: broadcast.staffId,
    createdAtMs: nowMs,
  })
  const plan: PlanOrder = { draft, audience: await freezeAudience(trx, draft) }
  await beginPlan(trx, broadcast.id, plan)
  const reason = draft.overCapReason?.trim()
  if (reason) await noteOverCap(trx, { id: broadcast.id, staffId: broadcast.staffId, atMs: nowMs, reason })
  return broadcast
}

async function plannedOf(reader: Reader, id: BroadcastId): Promise<Planned> {
  const { deliveries, startsAtMs } = await countCopies(reader, id)
  const leftOut = await countLeftOut(reader, [id])
  return { broadcastId: id, deliveries, leftOut: leftOut.get(id) ?? 0, firstAtMs: startsAtMs }
}
