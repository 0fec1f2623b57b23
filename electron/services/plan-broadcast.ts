import type { BroadcastId, MessageId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { beginPlan, countCopies, startOfBroadcast } from '../db/repos/broadcast-plans.ts'
import { addBroadcast, broadcastByOnceKey, countLeftOut } from '../db/repos/broadcasts.ts'
import type { Broadcast, NewBroadcast } from '../db/repos/broadcasts.ts'
import { addMessageMedia } from '../db/repos/media.ts'
import type { Media } from '../db/repos/media.ts'
import { addMessage } from '../db/repos/messages.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { freezeAudience } from './audience-pages.ts'
import { draftProblems, walkDraft } from './draft-broadcast.ts'
import { draftTerms } from './draft-terms.ts'
import { finishPlan } from './finish-plan.ts'
import { mediaOfDraft, problemsOfMedia, startOf } from './message-media.ts'
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
  const media = await mediaOfDraft(desk.store.db, order.mediaIds)
  if (!media.ok) return media
  const longest = await longestCopy(desk, order, nowMs)
  if (longest === null) return err({ code: 'nobody_left' })
  const [tooMuch] = await problemsOfMedia(desk, media.value, longest)
  if (tooMuch) return err(tooMuch)
  const begun = await desk.store.db.transaction().execute(async (trx) => {
    return (await broadcastByOnceKey(trx, order.onceKey)) ?? begin(trx, desk, { order, media: media.value, nowMs })
  })
  return finish(desk, begun.id)
}

async function finish(desk: DeskServices, id: BroadcastId): Promise<Result<Planned, AppError>> {
  const { end, deliveries } = await finishPlan(desk, id)
  if (end === 'closing') return err({ code: 'desk_closed' })
  if (end === 'nobody') return err({ code: 'nobody_left' })
  return ok(await plannedOf(desk.store.db, id, deliveries))
}

/**
 * The longest copy; null when nobody gets one. A plain text is looked through only until somebody is found: who gets it is
 * decided when it is planned. With pictures the longest words decide whether they fit, so that all are looked at.
 */
async function longestCopy(desk: DeskServices, order: Order, nowMs: Instant): Promise<string | null> {
  let longest: string | null = null
  const terms = await draftTerms(desk.store.db, desk, order, { nowMs })
  await walkDraft(desk, order, terms, ({ messages }) => {
    for (const { body } of messages) longest = longest === null || body.length > longest.length ? body : longest
    return longest === null || terms.media.length > 0
  })
  return longest
}

/** A broadcast that may be planned. */
interface ReadyOrder {
  readonly order: Order
  readonly media: readonly Media[]
  readonly nowMs: Instant
}

async function begin(
  trx: Writer,
  desk: DeskServices,
  { order, media, nowMs }: ReadyOrder,
): Promise<Pick<Broadcast, 'id'>> {
  const { title, onceKey, ...draft } = order
  const broadcast = {
    id: desk.newId() as BroadcastId,
    onceKey,
    title: title.trim() || draft.body.trim().slice(0, LONGEST_TITLE) || (media[0]?.name ?? ''),
    body: draft.body,
    purpose: draft.purpose,
    emergencyReason: draft.purpose === 'emergency' ? draft.emergencyReason : null,
    perDay: draft.perDay ?? null,
    startsAtMs: Math.max(draft.whenMs ?? nowMs, nowMs),
    staffId: desk.staffId(),
    createdAtMs: nowMs,
  }
  await addBroadcast(trx, broadcast)
  await addMessageOf(trx, desk, broadcast, media)
  const plan: PlanOrder = { draft, audience: await freezeAudience(trx, draft) }
  await beginPlan(trx, broadcast.id, plan)
  const reason = draft.overCapReason?.trim()
  if (reason) await noteOverCap(trx, { id: broadcast.id, staffId: broadcast.staffId, atMs: nowMs, reason })
  return broadcast
}

/** The one message of a broadcast, with what all its copies carry. */
async function addMessageOf(
  trx: Writer,
  desk: DeskServices,
  { id, purpose, emergencyReason, staffId, createdAtMs }: NewBroadcast,
  media: readonly Media[],
): Promise<void> {
  const messageId = desk.newId() as MessageId
  await addMessage(trx, {
    id: messageId,
    onceKey: null,
    kind: 'broadcast',
    channel: startOf(media).channel,
    broadcastId: id,
    purpose,
    emergencyReason,
    staffId,
    createdAtMs,
  })
  await addMessageMedia(
    trx,
    messageId,
    media.map((one) => one.id),
  )
}

/** What was planned. A hundred thousand copies that were made just now need not be counted, in one long step, once more. */
async function plannedOf(reader: Reader, id: BroadcastId, made: number | null): Promise<Planned> {
  const startsAtMs = await startOfBroadcast(reader, id)
  const leftOut = await countLeftOut(reader, [id])
  const deliveries = made ?? (await countCopies(reader, id))
  return { broadcastId: id, deliveries, leftOut: leftOut.get(id) ?? 0, firstAtMs: startsAtMs }
}
