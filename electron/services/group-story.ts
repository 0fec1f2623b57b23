import { groupProgress } from '../../shared/domain/group-thread.ts'
import type { E164, GroupThreadId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { deliveriesOfMessage } from '../db/repos/delivery-rows.ts'
import {
  groupMembersOf,
  type GroupMessage,
  type GroupThread,
  groupThreadChain,
  latestGroupThreads,
  messagesOfGroups,
} from '../db/repos/group-threads.ts'
import { type GroupInbound, inboundOfGroups, markGroupRead } from '../db/repos/group-inbound.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { showDelivery } from './delivery-story.ts'
import { householdsOf } from './household-names.ts'
import { standingsInBatches } from './verdicts.ts'

type Story = OutputOf<'groups.get'>
type Row = OutputOf<'groups.list'>['groups'][number]
type Item = Story['items'][number]

const GROUPS_SHOWN = 100
const MESSAGES_SHOWN = 100

/** The group threads, those with the latest message first. */
export async function groupList(desk: DeskServices): Promise<OutputOf<'groups.list'>> {
  const { db } = desk.store
  const groups: Row[] = []
  for (const thread of await latestGroupThreads(db, GROUPS_SHOWN)) groups.push(rowOf(await tell(db, thread)))
  return { groups }
}

/** One group thread with those it follows: what was said, what came back, and where people left it. Error: `not_found`. */
export async function groupStory(desk: DeskServices, id: string): Promise<Result<Story, AppError>> {
  const { db } = desk.store
  const [newest] = await groupThreadChain(db, id as GroupThreadId)
  return newest ? ok(await tell(db, newest)) : err({ code: 'not_found', what: 'group' })
}

/** Marks all that came into a group thread, and into those it follows, as read. */
export async function readGroup(desk: DeskServices, id: string): Promise<OutputOf<'groups.markRead'>> {
  const { db } = desk.store
  const ids = (await groupThreadChain(db, id as GroupThreadId)).map((thread) => thread.id)
  return { read: await markGroupRead(db, ids, desk.clock.now()) }
}

function rowOf(story: Story): Row {
  const { items: _items, ...row } = story
  return row
}

async function tell(reader: Reader, newest: GroupThread): Promise<Story> {
  const chain = await groupThreadChain(reader, newest.id)
  const ids = chain.map(({ id }) => id)
  const everybody = [...new Set(chain.flatMap(({ memberKey }) => memberKey.split(' ') as E164[]))]
  const nameOf = await householdsOf(reader, everybody)
  const standings = await standingsInBatches(reader, everybody)
  const member = (e164: E164) => ({ e164, ...nameOf(e164) })

  const inbound = await inboundOfGroups(reader, ids, MESSAGES_SHOWN)
  const outbound = await messagesOfGroups(reader, ids, MESSAGES_SHOWN)
  const items = inOrder(ids, [
    ...inbound.map((text) => ({
      threadId: text.groupThreadId,
      id: text.id,
      item: showIn(text, nameOf(text.e164).displayName),
    })),
    ...(await Promise.all(
      outbound.map(async (message) => ({
        threadId: message.groupThreadId,
        id: message.messageId,
        item: await showOut(reader, message),
      })),
    )),
    ...chain.flatMap((thread, place) =>
      newThread(thread, chain[place + 1], member).map((item) => ({ threadId: thread.id, id: thread.id, item })),
    ),
  ])

  const said = items.filter((item) => item.kind !== 'new_thread')
  const last = said.at(-1)
  const members = await groupMembersOf(reader, newest.id)
  return {
    groupThreadId: newest.id,
    title: newest.title,
    members: members.map(({ e164 }) => ({ ...member(e164), state: standings.get(e164)?.state ?? 'did_not_agree' })),
    lastText: last?.body ?? '',
    lastAtMs: last?.atMs ?? newest.createdAtMs,
    lastDirection: last?.kind ?? 'out',
    isUnread: inbound.some(({ readAtMs }) => readAtMs === null),
    items,
  }
}

interface Placed {
  readonly threadId: GroupThreadId
  readonly id: string
  readonly item: Item
}

/**
 * By time. Within one millisecond what belongs to the thread before comes first, then the line about a new thread before
 * the message that begins it, and of two alike the lower id: the same order at every look. `chain` has the newest first.
 */
function inOrder(chain: readonly GroupThreadId[], placed: readonly Placed[]): Item[] {
  const age = new Map(chain.map((id, depth) => [id, depth]))
  const ageOf = ({ threadId }: Placed) => age.get(threadId) ?? 0
  return placed
    .toSorted(
      (one, other) =>
        one.item.atMs - other.item.atMs ||
        ageOf(other) - ageOf(one) ||
        ORDER[one.item.kind] - ORDER[other.item.kind] ||
        (one.id < other.id ? -1 : 1),
    )
    .map(({ item }) => item)
}

const ORDER = { new_thread: 0, in: 1, out: 2 } as const

function newThread(
  thread: GroupThread,
  before: GroupThread | undefined,
  member: (e164: E164) => { readonly e164: E164; readonly personId: string | null; readonly displayName: string },
): readonly Item[] {
  if (before === undefined) return []
  const stayed = new Set(thread.memberKey.split(' '))
  const left = before.memberKey.split(' ').filter((e164) => !stayed.has(e164)) as E164[]
  return [{ kind: 'new_thread', atMs: thread.createdAtMs, left: left.map(member) }]
}

function showIn({ id, e164, body, meaning, atMs }: GroupInbound, displayName: string): Item {
  return { kind: 'in', atMs, inboundId: id, e164, displayName, body, meaning }
}

async function showOut(reader: Reader, { messageId, staffName, createdAtMs }: GroupMessage): Promise<Item> {
  const copies = await deliveriesOfMessage(reader, messageId)
  return {
    kind: 'out',
    atMs: createdAtMs,
    messageId,
    body: copies[0]?.body ?? '',
    staffName,
    progress: groupProgress(copies.map(({ state }) => state)),
    copies: copies.map(showDelivery),
  }
}
