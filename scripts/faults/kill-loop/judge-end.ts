import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { Post } from '../judge-carrier.ts'
import { type History, idOf, isDoubtful, type Stop, type Violation } from './history.ts'
import type { Snapshot } from './snapshot.ts'

/** Looks at the end: all that was asked, all that the carrier took, and the disk when nothing moves any more. */
export function judgeEnd(history: History, found: Snapshot): readonly Violation[] {
  return [
    ...takenOnce(history),
    ...answersKept(history, found),
    ...nothingStuck(found),
    ...nothingAfterStop(history, found),
    ...stopsKept(history, found),
    ...saysWhatIsSo(history, found),
  ]
}

/** The carrier took each delivery once, and once more for each time a person asked for it. */
function takenOnce({ posts, sentAgain }: History): readonly Violation[] {
  return [...takenByDelivery(posts)]
    .filter(([id, times]) => times > 1 + (sentAgain.get(id) ?? 0))
    .map(([id, times]) => ({ rule: 'sent twice', what: `${id}: ${times} times` }))
}

/** What was acknowledged is there, and whole. */
function answersKept({ asks }: History, found: Snapshot): readonly Violation[] {
  const byKey = Map.groupBy(found.deliveries.values(), ({ onceKey }) => onceKey)
  return asks.flatMap(({ onceKey, answer, method }) => {
    if (answer === null) return []
    const kept = byKey.get(onceKey) ?? []
    const id = method === 'messages.send' ? kept[0]?.id : kept[0]?.broadcastId
    if (id === answer.id && kept.length === answer.deliveries) return []
    return [{ rule: 'lost' as const, what: `${method} ${answer.id}: ${kept.length} of ${answer.deliveries}` }]
  })
}

const ON_ITS_WAY: readonly DeliveryState[] = ['held', 'queued', 'sending']

function nothingStuck(found: Snapshot): readonly Violation[] {
  return [...found.deliveries.values()]
    .filter(({ state }) => ON_ITS_WAY.includes(state))
    .map(({ id, state }) => ({ rule: 'stuck', what: `${id} ${state} at the end` }))
}

/** Nothing but the one answer to a stop starts for a number once its stop is stored, or was there to be read. */
function nothingAfterStop({ posts, stops }: History, found: Snapshot): readonly Violation[] {
  return stops.flatMap((stop): readonly Violation[] => {
    const late = posts.filter((post, place) => `+${post.to}` === stop.e164 && isLate(post, place, stop))
    const isAnswer = ({ clientRef }: Post) => found.deliveries.get(idOf(clientRef))?.kind === 'opt_out_reply'
    const answered = new Set(late.filter(isAnswer).map(({ clientRef }) => idOf(clientRef))).size
    const isTooMany = answered > (stop.how === 'text' ? 1 : 0)
    return [
      ...late
        .filter((post) => !isAnswer(post))
        .map(({ clientRef, life }): Violation => ({
          rule: 'sent after a stop',
          what: `${clientRef} in life ${life}, stop by ${stop.how} in life ${stop.inLife}`,
        })),
      ...(isTooMany ? [{ rule: 'sent after a stop' as const, what: `${stop.e164}: ${answered} answers` }] : []),
    ]
  })
}

/** In a later life everything is late; in the same one whatever had not been claimed before. */
function isLate({ clientRef, life }: Post, place: number, { inLife, afterPost, onTheirWay }: Stop): boolean {
  if (place < afterPost) return false
  return life > inLife || (onTheirWay !== null && !onTheirWay.has(idOf(clientRef)))
}

/** A stop that was acknowledged, or that stood in the carrier's book, blocks its number in the end. */
function stopsKept({ stops }: History, { suppressed }: Snapshot): readonly Violation[] {
  return stops
    .filter(({ e164 }) => !suppressed.has(e164))
    .map(({ e164, how }) => ({ rule: 'stop lost', what: `${e164} by ${how}` }))
}

/** What the carrier has is shown as sent, or was closed by a person; what it has not is not shown as sent. */
function saysWhatIsSo({ posts, stops }: History, found: Snapshot): readonly Violation[] {
  const taken = takenByDelivery(posts)
  const stopped = new Set(stops.map(({ e164 }) => e164))
  return [...found.deliveries.values()].flatMap((delivery): readonly Violation[] => {
    const { id, e164, state, whyCode } = delivery
    const isTaken = taken.has(id)
    if (isDoubtful(delivery)) return isTaken ? [{ rule: 'doubt not resolved', what: `${id} ${state}` }] : []
    if (ON_ITS_WAY.includes(state) || state === 'closed') return []
    const isCalledOff = state === 'cancelled' && whyCode === 'arrived'
    const isShownSent = isCalledOff || state === 'accepted' || state === 'submitted' || state === 'delivered'
    const isRight = isTaken ? isShownSent : state === 'blocked' && stopped.has(e164)
    return isRight ? [] : [{ rule: 'said what is not so', what: `${id} ${state}, taken: ${isTaken}` }]
  })
}

function takenByDelivery(posts: readonly Post[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>()
  for (const { clientRef, takenAtMs } of posts) {
    if (takenAtMs !== null) taken.set(idOf(clientRef), (taken.get(idOf(clientRef)) ?? 0) + 1)
  }
  return taken
}
