import { memberKeyOf } from '../../shared/domain/group-thread.ts'
import { laneOf } from '../../shared/domain/lane.ts'
import type { DeliveryId, GroupThreadId, MessageId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { addDeliveries } from '../db/repos/deliveries.ts'
import { deliveriesOfMessage } from '../db/repos/delivery-rows.ts'
import {
  addGroupThread,
  getGroupThread,
  groupMembersOf,
  type GroupThread,
  groupThreadChain,
  groupThreadOfKey,
  messagesOfGroups,
  successorOf,
} from '../db/repos/group-threads.ts'
import { addMessage, messageByOnceKey } from '../db/repos/messages.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { draftGroup, type DraftedGroup } from './draft-group.ts'

type Sent = OutputOf<'groups.start'>

/** One message to a group, wherever it was asked for. */
interface GroupOrder {
  readonly members: ParsedInputOf<'groups.start'>['members']
  readonly title: string
  readonly body: string
  readonly onceKey: string
  /** The thread that is written to; null when one is begun. */
  readonly before: GroupThread | null
}

/**
 * Begins a group thread with its first message; people who have one already go on with it. Who may not be in it is left
 * out and told. Errors: the first of the draft's problems.
 */
export function startGroup(desk: DeskServices, order: ParsedInputOf<'groups.start'>): Promise<Result<Sent, AppError>> {
  return sendToGroup(desk, { ...order, before: null })
}

/**
 * Writes to a group thread. Whoever said stop meanwhile is in it no more: the message begins a new thread with the others,
 * as it does on their phones. Errors: `not_found`, and the first of the draft's problems.
 */
export async function sendGroup(
  desk: DeskServices,
  { groupThreadId, body, onceKey }: ParsedInputOf<'groups.send'>,
): Promise<Result<Sent, AppError>> {
  const before = await newestOf(desk.store.db, groupThreadId as GroupThreadId)
  if (before === null) return err({ code: 'not_found', what: 'group' })
  const members = [...(await groupMembersOf(desk.store.db, before.id))]
  return sendToGroup(desk, { members, title: before.title, body, onceKey, before })
}

async function newestOf(reader: Reader, id: GroupThreadId): Promise<GroupThread | null> {
  let newest = await getGroupThread(reader, id)
  for (let next = newest; next !== null; next = await successorOf(reader, next.id)) newest = next
  return newest
}

async function sendToGroup(desk: DeskServices, order: GroupOrder): Promise<Result<Sent, AppError>> {
  const { db } = desk.store
  const known = await sentBefore(db, order.onceKey)
  if (known) return ok(known)
  const isFirst = order.before === null || (await isSilent(db, order.before))
  const drafted = await draftGroup(desk, { ...order, isFirst })
  const [problem] = drafted.problems
  if (problem) return err(problem)
  const { lawful } = drafted
  if (lawful === null) return err({ code: 'nobody_left' })
  const sent = await db.transaction().execute(async (trx) => {
    return (await sentBefore(trx, order.onceKey)) ?? queueCopies(trx, desk, order, { drafted, notBeforeMs: lawful.at })
  })
  desk.sendingDesk?.wake()
  return ok(sent)
}

/** Nothing was said in it yet, nor in those it follows. */
async function isSilent(reader: Reader, thread: GroupThread): Promise<boolean> {
  const chain = await groupThreadChain(reader, thread.id)
  const ids = chain.map(({ id }) => id)
  return (await messagesOfGroups(reader, ids, 1)).length === 0
}

async function sentBefore(reader: Reader, onceKey: string): Promise<Sent | null> {
  const message = await messageByOnceKey(reader, onceKey)
  if (message === null || message.groupThreadId === null) return null
  const copies = await deliveriesOfMessage(reader, message.id)
  return {
    groupThreadId: message.groupThreadId,
    messageId: message.id,
    deliveries: copies.length,
    notBeforeMs: copies[0]?.notBeforeMs ?? message.createdAtMs,
    leftOut: [],
  }
}

interface PlacedGroup {
  readonly drafted: DraftedGroup
  readonly notBeforeMs: Instant
}

/** One copy for each member, all in one transaction under one thread. */
async function queueCopies(
  trx: Writer,
  desk: DeskServices,
  order: GroupOrder,
  { drafted, notBeforeMs }: PlacedGroup,
): Promise<Sent> {
  const thread = await threadFor(trx, desk, order, drafted)
  // Read after the thread was made, which may not be younger than its first message.
  const createdAtMs = desk.clock.now()
  const messageId = desk.newId() as MessageId
  await addMessage(trx, {
    id: messageId,
    onceKey: order.onceKey,
    kind: 'group',
    channel: 'mms',
    purpose: 'care',
    emergencyReason: null,
    broadcastId: null,
    groupThreadId: thread.id,
    staffId: desk.staffId(),
    createdAtMs,
  })
  await addDeliveries(
    trx,
    drafted.members.map(({ e164, person }) => ({
      id: desk.newId() as DeliveryId,
      messageId,
      personId: person?.id ?? null,
      e164,
      lineId: desk.lineId,
      lane: laneOf('group'),
      body: drafted.body,
      // An MMS is one part, however long.
      segments: 1,
      state: 'queued' as const,
      notBeforeMs,
      expiresAtMs: drafted.expiresAtMs,
      createdAtMs,
    })),
  )
  return {
    groupThreadId: thread.id,
    messageId,
    deliveries: drafted.members.length,
    notBeforeMs,
    leftOut: drafted.leftOut,
  }
}

/** The thread of these very people: the one they have, or a new one that follows the one that was written to. */
async function threadFor(
  trx: Writer,
  desk: DeskServices,
  { title, before }: GroupOrder,
  { members }: DraftedGroup,
): Promise<GroupThread> {
  const memberKey = memberKeyOf(members.map(({ e164 }) => e164))
  const known = await groupThreadOfKey(trx, desk.lineId, memberKey)
  if (known) return known
  const thread: GroupThread = {
    id: desk.newId() as GroupThreadId,
    lineId: desk.lineId,
    memberKey,
    title: title.trim(),
    replacesId: before?.id ?? null,
    staffId: desk.staffId(),
    createdAtMs: desk.clock.now(),
  }
  const rows = members.map(({ e164, person }) => ({ e164, personId: person?.id ?? null }))
  await addGroupThread(trx, thread, rows)
  return thread
}
