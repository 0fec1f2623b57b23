import { canaryRoom } from '../../shared/domain/canary.ts'
import type { E164, LineId, MessageId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { openBroadcasts, type OpenBroadcast } from '../db/repos/broadcast-turns.ts'
import {
  type Candidate,
  type Channel,
  dueInLane,
  dueOfMessage,
  nextDueInLane,
  nextRetryAt,
  type PersonalLane,
} from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import type { DayBook } from './day-book.ts'

/** When each broadcast had its last turn, as a number that only grows; one that had none yet is first. */
export type Served = ReadonlyMap<MessageId, number>

/** What the order of a line depends on. */
export interface TurnTerms {
  readonly lineId: LineId
  readonly nowMs: Instant
  readonly days: DayBook
  readonly served: Served
  /** Who has a message on its way: the next waits for its answer, so that two do not arrive in the wrong order. */
  readonly busy: readonly E164[]
}

/** A broadcast and how many of it may still go: the first few of a watched one, the rest of a day's share. */
export interface Turn {
  readonly broadcast: OpenBroadcast
  readonly left: number
  /** When the next may leave; null while its first few are watched. */
  readonly dueAtMs: Instant | null
}

/**
 * The broadcasts of a line in the order of their turns: the lower rank first, and among equals the one whose last turn is
 * longest ago.
 */
export async function broadcastTurns(reader: Reader, terms: TurnTerms): Promise<readonly Turn[]> {
  const { lineId, nowMs, days, served } = terms
  const lastTurn = ({ messageId }: OpenBroadcast): number => served.get(messageId) ?? -1
  const inOrder = (await openBroadcasts(reader, lineId)).toSorted(
    (one, other) =>
      one.rank - other.rank || lastTurn(one) - lastTurn(other) || (one.messageId < other.messageId ? -1 : 1),
  )
  const turns: Turn[] = []
  for (const broadcast of inOrder) {
    const { today, ever } = await days.ofBroadcast(reader, broadcast, nowMs)
    const first = canaryRoom(broadcast.canarySize, broadcast.canaryState, ever)
    const drip = (broadcast.perDay ?? Infinity) - today
    const dueAtMs = drip > 0 ? broadcast.dueAtMs : Math.max(broadcast.dueAtMs, days.nextDayOfBroadcast(nowMs))
    turns.push({ broadcast, left: Math.max(0, Math.min(first, drip)), dueAtMs: first > 0 ? dueAtMs : null })
  }
  return turns
}

/** The earliest instant, past or future, at which anything of a line may leave; null when nothing waits that may. */
export async function lineDueAt(reader: Reader, terms: TurnTerms): Promise<Instant | null> {
  const { lineId, nowMs, days } = terms
  const { closed } = await days.ofLine(reader, lineId, nowMs)
  const personal = [
    await nextDueInLane(reader, lineId, 0),
    await nextDueInLane(reader, lineId, 1),
    await nextRetryAt(reader, lineId),
  ]
  const mass = (await broadcastTurns(reader, terms)).map(({ dueAtMs }) => dueAtMs)
  const tomorrowMs = days.nextDayOfLine(nowMs)
  const due = [
    ...personal.map((atMs) => (atMs !== null && closed === 'everybody' ? Math.max(atMs, tomorrowMs) : atMs)),
    ...mass.map((atMs) => (atMs !== null && closed !== 'nobody' ? Math.max(atMs, tomorrowMs) : atMs)),
  ].filter((atMs) => atMs !== null)
  return due.length === 0 ? null : Math.min(...due)
}

/** Hands out the deliveries of a line one by one, within one transaction. */
export interface TurnOrder {
  /** The next whose turn it is among the channels that have room; null when there is none. */
  next(channels: readonly Channel[]): Promise<Candidate | null>
  /** Notes that one is about to leave. */
  took(candidate: Candidate): void
  /** No more broadcasts in this transaction. */
  closeBroadcasts(): void
}

/**
 * Answers that the rules ask for come first, then single people and groups, then broadcasts, which take turns: a word to one
 * person never waits behind two thousand others. At most `limit` of each are looked at,
 * of the channels that have room at first.
 */
export async function openTurnOrder(
  reader: Reader,
  terms: TurnTerms,
  { channels: open, limit }: { readonly channels: readonly Channel[]; readonly limit: number },
): Promise<TurnOrder> {
  const { lineId, nowMs } = terms
  const busy = new Set(terms.busy)
  const wanted = { lineId, busy: terms.busy, limit }
  const inLane = (lane: PersonalLane) => dueInLane(reader, { ...wanted, lane, channels: open }, nowMs)
  const personal = [...(await inLane(0)), ...(await inLane(1))]
  const copies = new Map<MessageId, Candidate[]>()
  let turns: readonly Turn[] | null = null

  async function copiesOf(messageId: MessageId): Promise<Candidate[]> {
    const known = copies.get(messageId) ?? [...(await dueOfMessage(reader, { ...wanted, messageId }, nowMs))]
    copies.set(messageId, known)
    return known
  }

  async function nextOfBroadcasts(channels: readonly Channel[]): Promise<Candidate | null> {
    turns ??= await broadcastTurns(reader, terms)
    for (const { left, dueAtMs, broadcast } of turns) {
      if (left <= 0 || dueAtMs === null || dueAtMs > nowMs) continue
      const candidate = takeFirst(await copiesOf(broadcast.messageId), channels, busy)
      if (candidate) return candidate
    }
    return null
  }

  return {
    next: async (channels) => takeFirst(personal, channels, busy) ?? nextOfBroadcasts(channels),
    took: ({ delivery }) => {
      busy.add(delivery.e164)
      turns = turns && afterTurn(turns, delivery.messageId)
    },
    closeBroadcasts: () => {
      turns = []
    },
  }
}

/** Takes the first that may go now out of a list. */
function takeFirst(waiting: Candidate[], channels: readonly Channel[], busy: ReadonlySet<E164>): Candidate | null {
  const place = waiting.findIndex(({ channel, delivery }) => channels.includes(channel) && !busy.has(delivery.e164))
  return place < 0 ? null : (waiting.splice(place, 1)[0] ?? null)
}

/** Who had its turn goes behind the others of its rank. */
function afterTurn(turns: readonly Turn[], messageId: MessageId): readonly Turn[] {
  const had = turns.find(({ broadcast }) => broadcast.messageId === messageId)
  if (!had) return turns
  const others = turns.filter((turn) => turn !== had)
  const behind = others.findLastIndex(({ broadcast }) => broadcast.rank <= had.broadcast.rank) + 1
  return others.toSpliced(behind, 0, { ...had, left: had.left - 1 })
}
