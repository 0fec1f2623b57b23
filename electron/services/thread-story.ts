import { readInbound } from '../../shared/domain/opt-out.ts'
import type { E164 } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { shownDeliveriesOfNumber } from '../db/repos/delivery-rows.ts'
import type { ShownDelivery } from '../db/repos/delivery-rows.ts'
import { mediaOfMessages } from '../db/repos/media.ts'
import type { Media } from '../db/repos/media.ts'
import { countUnreadThreads, inboundOfNumber, threadHeads } from '../db/repos/thread-rows.ts'
import type { ThreadHead, ThreadInbound } from '../db/repos/thread-rows.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { showDelivery } from './delivery-story.ts'
import { householdsOf } from './household-names.ts'
import { showMedia } from './show-media.ts'
import { standingsInBatches } from './verdicts.ts'

type ThreadRow = OutputOf<'threads.list'>['threads'][number]
type ThreadItem = OutputOf<'threads.get'>['items'][number]

const THREADS_SHOWN = 300
const ITEMS_SHOWN = 300

/** The threads, the newest first, and how many of them have something unread. */
export async function threadList(desk: DeskServices): Promise<OutputOf<'threads.list'>> {
  const { db } = desk.store
  const heads = await threadHeads(db, THREADS_SHOWN)
  return { threads: await showHeads(db, heads), unread: await countUnreadThreads(db) }
}

/** One thread with its last texts, oldest first. A number nobody wrote to yet has an empty one. */
export async function threadStory(desk: DeskServices, number: string): Promise<OutputOf<'threads.get'>> {
  const { db } = desk.store
  const e164 = number as E164
  const deliveries = await shownDeliveriesOfNumber(db, e164, ITEMS_SHOWN)
  const inbound = await inboundOfNumber(db, e164, ITEMS_SHOWN)
  const carried = Map.groupBy(
    await mediaOfMessages(
      db,
      deliveries.map(({ messageId }) => messageId),
    ),
    ({ messageId }) => messageId,
  )
  const sent = deliveries.map((delivery) => showOut(delivery, carried.get(delivery.messageId) ?? []))
  const items = [...sent, ...inbound.map(showIn)].toSorted((left, right) => left.atMs - right.atMs)
  const last = items.at(-1)
  const head: ThreadHead = {
    e164,
    lastText: last ? textOf(last) : '',
    lastAtMs: last?.atMs ?? desk.clock.now(),
    lastDirection: last?.direction ?? 'out',
    isUnread: inbound.some(({ readAtMs }) => readAtMs === null),
  }
  const [row] = await showHeads(db, [head])
  if (!row) throw new Error('A head without its row')
  return { ...row, items }
}

/** Three questions to the store, however many threads. */
async function showHeads(reader: Reader, heads: readonly ThreadHead[]): Promise<ThreadRow[]> {
  const numbers = heads.map(({ e164 }) => e164)
  const householdOf = await householdsOf(reader, numbers)
  const standings = await standingsInBatches(reader, numbers)
  return heads.map((head) => {
    const state = standings.get(head.e164)?.state ?? 'did_not_agree'
    return { ...head, ...householdOf(head.e164), state, needsDecision: state === 'perhaps_said_stop' }
  })
}

function showOut(delivery: ShownDelivery, media: readonly Media[]): ThreadItem {
  const { createdAtMs: atMs, staffName } = delivery
  return { direction: 'out', atMs, delivery: showDelivery(delivery), media: media.map(showMedia), staffName }
}

/** Whether it is a wrong number is read anew each time: the lists grow, and nothing but the words is kept. */
function showIn({ id, body, meaning, decision, decidedBy, atMs, attachments }: ThreadInbound): ThreadItem {
  const isWrongNumber = readInbound(body).isWrongNumber === true
  return { direction: 'in', atMs, inboundId: id, body, attachments, meaning, decision, decidedBy, isWrongNumber }
}

function textOf(item: ThreadItem): string {
  return item.direction === 'out' ? item.delivery.body : item.body
}
