import type { SendRequest } from '../../../electron/provider/port.ts'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { SendOutcome } from '../../../shared/domain/send-outcome.ts'
import type { DeliveryId, E164, MessageId } from '../../../shared/ids.ts'
import type { Fact } from './facts.ts'
import type { Fate } from './wire-fates.ts'

/** What must happen now and then, or the simulator is too tame to prove anything. */
export const SOMETIMES = [
  'opt-out between enqueue and claim',
  'opt-out between claim and request',
  'opt-out between request and answer',
  'crash between accept and answer',
  'crash between answer and its record',
  'in doubt resolved as sent',
  'in doubt left to a person',
  'sent again by a person',
  'a storm of 429',
  'status before the answer',
  'expired while waiting',
  'cancelled while waiting',
  'cancelled while in flight',
  'a group named fewer after a stop',
  'the day of the line used up',
  'waited through an hour that comes twice',
  'opt-out lifted by START',
  'the line refused',
] as const
export type Sometimes = (typeof SOMETIMES)[number]

/** Watches for what must happen now and then. */
export interface SometimesWatch {
  readonly seen: ReadonlySet<Sometimes>
  /** Whoever made it happen says so. */
  saw(what: Sometimes): void
  began(request: SendRequest): void
  ended(request: SendRequest, fate: Fate, outcome: SendOutcome): void
  learn(facts: readonly Fact[]): void
  died(deliveries: ReadonlyMap<DeliveryId, { readonly state: DeliveryState }>): void
}

/** Makes a watch for one run. */
export function watchSometimes(): SometimesWatch {
  const seen = new Set<Sometimes>()
  const numbers = new Map<DeliveryId, E164>()
  const messageOf = new Map<DeliveryId, MessageId>()
  /** How many copies a message has: of a group, how many were in it when it was written. */
  const copies = new Map<MessageId, number>()
  /** What was claimed and has not left; what left and was not answered; what was answered and is not written down. */
  const claimed = new Set<DeliveryId>()
  const flying = new Map<DeliveryId, { isTaken: boolean }>()
  const answered = new Set<DeliveryId>()
  /** Accepted in the transaction that is being learned of: what goes on in it was heard before the answer. */
  const acceptedNow = new Set<DeliveryId>()
  let throttledInARow = 0

  function came({ id, e164, messageId }: Extract<Fact, { kind: 'delivery' }>): void {
    numbers.set(id, e164)
    messageOf.set(id, messageId)
    copies.set(messageId, (copies.get(messageId) ?? 0) + 1)
  }

  function moved({ id, from, to }: Extract<Fact, { kind: 'move' }>): void {
    if (to === 'sending') claimed.add(id)
    if (from === 'sending') {
      claimed.delete(id)
      answered.delete(id)
      flying.delete(id)
    }
    if (from === 'queued' && to === 'blocked') seen.add('opt-out between enqueue and claim')
    if (from === 'in_doubt' && ['accepted', 'submitted', 'delivered'].includes(to))
      seen.add('in doubt resolved as sent')
    if (from === 'in_doubt' && to === 'needs_person') seen.add('in doubt left to a person')
    if (from === 'needs_person' && to === 'queued') seen.add('sent again by a person')
    if (to === 'expired') seen.add('expired while waiting')
    if (to === 'cancelled') seen.add('cancelled while waiting')
    if (from === 'sending' && to === 'accepted') acceptedNow.add(id)
    if (from === 'accepted' && acceptedNow.has(id)) seen.add('status before the answer')
  }

  function stopped(e164: E164): void {
    for (const [id, number] of numbers) {
      if (number !== e164) continue
      if (flying.has(id)) seen.add('opt-out between request and answer')
      else if (claimed.has(id)) seen.add('opt-out between claim and request')
    }
  }

  return {
    seen,
    saw: (what) => void seen.add(what),
    began: ({ clientRef, participants }) => {
      const id = idOf(clientRef)
      const members = copies.get(messageOf.get(id) as MessageId) ?? 0
      if (participants.length > 0 && participants.length + 1 < members) seen.add('a group named fewer after a stop')
      claimed.delete(id)
      flying.set(id, { isTaken: false })
    },
    ended: ({ clientRef }, { isTaken }, outcome) => {
      const id = idOf(clientRef)
      flying.delete(id)
      if (isTaken) answered.add(id)
      throttledInARow = outcome.class === 'THROTTLED' ? throttledInARow + 1 : 0
      if (throttledInARow >= 3) seen.add('a storm of 429')
      if (outcome.class === 'ACCOUNT') seen.add('the line refused')
    },
    learn: (facts) => {
      acceptedNow.clear()
      for (const fact of facts) {
        if (fact.kind === 'delivery') came(fact)
        else if (fact.kind === 'move') moved(fact)
        else if (fact.kind === 'suppression' && fact.isLifted && fact.source === 'inbound_text')
          seen.add('opt-out lifted by START')
        else if (fact.kind === 'suppression' && !fact.isLifted) stopped(fact.e164)
      }
    },
    died: () => {
      if (flying.size > 0) seen.add('crash between accept and answer')
      if (answered.size > 0) seen.add('crash between answer and its record')
      claimed.clear()
      flying.clear()
      answered.clear()
    },
  }
}

function idOf(clientRef: string): DeliveryId {
  return clientRef.slice(0, clientRef.lastIndexOf('.')) as DeliveryId
}
