import { laneOf } from '../../shared/domain/lane.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BroadcastId, DeliveryId, MessageId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addBroadcast, addLeftOut, broadcastByOnceKey, countLeftOut } from '../db/repos/broadcasts.ts'
import type { NewBroadcast } from '../db/repos/broadcasts.ts'
import { countStatesOfBroadcasts } from '../db/repos/broadcast-counts.ts'
import { addDeliveries } from '../db/repos/deliveries.ts'
import { addMessageMedia } from '../db/repos/media.ts'
import { addMessage } from '../db/repos/messages.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { draftBroadcast } from './draft-broadcast.ts'
import type { DraftedBroadcast } from './draft-broadcast.ts'
import { startOf } from './message-media.ts'
import { showLeftOut } from './preview-broadcast.ts'

type Plan = ParsedInputOf<'broadcasts.schedule'>
type Planned = OutputOf<'broadcasts.schedule'>

const ROWS_AT_ONCE = 100
const LONGEST_TITLE = 60

/**
 * Freezes a broadcast: its words for each person, each at a lawful instant, and those left out with the reasons. All of it
 * appears in one transaction or not at all; the same `onceKey` again answers what was planned the first time.
 * Errors: the first of the draft's problems.
 */
export async function planBroadcast(desk: DeskServices, plan: Plan): Promise<Result<Planned, AppError>> {
  const before = await plannedBefore(desk.store.db, plan.onceKey)
  if (before) return ok(before)
  const drafted = await draftBroadcast(desk, plan)
  const [problem] = drafted.problems
  if (problem) return err(problem)
  const planned = await desk.store.db.transaction().execute(async (trx) => {
    return (await plannedBefore(trx, plan.onceKey)) ?? freeze(trx, desk, { plan, drafted })
  })
  desk.mediaUploads.wake()
  desk.sendingDesk?.wake()
  return ok(planned)
}

async function plannedBefore(reader: Reader, onceKey: string): Promise<Planned | null> {
  const broadcast = await broadcastByOnceKey(reader, onceKey)
  if (!broadcast) return null
  const counts = await countStatesOfBroadcasts(reader, [broadcast.id])
  const leftOut = await countLeftOut(reader, [broadcast.id])
  return {
    broadcastId: broadcast.id,
    deliveries: counts.reduce((sum, { count }) => sum + count, 0),
    leftOut: leftOut.get(broadcast.id) ?? 0,
    firstAtMs: broadcast.startsAtMs,
  }
}

async function freeze(
  trx: Writer,
  desk: DeskServices,
  { plan, drafted }: { readonly plan: Plan; readonly drafted: DraftedBroadcast },
): Promise<Planned> {
  const nowMs = desk.clock.now()
  const startsAtMs = Math.min(...drafted.messages.map(({ notBeforeMs }) => notBeforeMs))
  const broadcast: NewBroadcast = {
    id: desk.newId() as BroadcastId,
    onceKey: plan.onceKey,
    title: plan.title.trim() || plan.body.trim().slice(0, LONGEST_TITLE) || (drafted.media[0]?.name ?? ''),
    body: plan.body,
    purpose: plan.purpose,
    emergencyReason: plan.purpose === 'emergency' ? plan.emergencyReason : null,
    startsAtMs,
    staffId: desk.staffId(),
    createdAtMs: nowMs,
  }
  await addBroadcast(trx, broadcast)
  await freezeMessages(trx, desk, broadcast, drafted)
  await inTurns(drafted.leftOut, (some, first) => addLeftOut(trx, broadcast.id, some.map(showFrozen), first))
  const { length } = drafted.messages
  return { broadcastId: broadcast.id, deliveries: length, leftOut: drafted.leftOut.length, firstAtMs: startsAtMs }
}

async function freezeMessages(
  trx: Writer,
  desk: DeskServices,
  broadcast: NewBroadcast,
  { messages, media }: DraftedBroadcast,
): Promise<void> {
  const { channel, ...start } = startOf(media)
  const { purpose, emergencyReason, staffId, createdAtMs } = broadcast
  const messageId = desk.newId() as MessageId
  await addMessage(trx, {
    id: messageId,
    onceKey: null,
    kind: 'broadcast',
    channel,
    broadcastId: broadcast.id,
    purpose,
    emergencyReason,
    staffId,
    createdAtMs,
  })
  await addMessageMedia(
    trx,
    messageId,
    media.map(({ id }) => id),
  )
  await inTurns(messages, (some) =>
    addDeliveries(
      trx,
      some.map(({ candidate, e164, body, measure, notBeforeMs, expiresAtMs }) => ({
        id: desk.newId() as DeliveryId,
        messageId,
        personId: candidate.person.id,
        e164,
        lineId: desk.lineId,
        lane: laneOf('broadcast'),
        body,
        segments: measure.segments,
        ...start,
        notBeforeMs,
        expiresAtMs,
        createdAtMs,
      })),
    ),
  )
}

function showFrozen(left: DraftedBroadcast['leftOut'][number]) {
  return { ...showLeftOut(left), personId: left.candidate.person.id, e164: left.candidate.e164 }
}

/**
 * Works through many rows within one transaction and lets the rest of the program have its turn in between. Whoever needs
 * the store waits for the transaction; the window, the clock and the network do not.
 */
async function inTurns<T>(
  items: readonly T[],
  work: (some: readonly T[], first: number) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < items.length; first += ROWS_AT_ONCE) {
    await work(items.slice(first, first + ROWS_AT_ONCE), first)
    await nextTurn()
  }
}
