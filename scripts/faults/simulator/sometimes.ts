import type { SendRequest } from '../../../electron/provider/port.ts'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { SendOutcome } from '../../../shared/domain/send-outcome.ts'
import type { DeliveryId, E164 } from '../../../shared/ids.ts'
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
  'opt-out lifted by START',
  'the line refused',
] as const
export type Sometimes = (typeof SOMETIMES)[number]

/** Watches for what must happen now and then. */
export interface SometimesWatch {
  readonly seen: ReadonlySet<Sometimes>
  began(request: SendRequest): void
  ended(request: SendRequest, fate: Fate, outcome: SendOutcome): void
  learn(facts: readonly Fact[]): void
  died(deliveries: ReadonlyMap<DeliveryId, { readonly state: DeliveryState }>): void
}

/** Makes a watch for one run. */
export function watchSometimes(): SometimesWatch {
  const seen = new Set<Sometimes>()
  const numbers = new Map<DeliveryId, E164>()
  /** What was claimed and has not left; what left and was not answered; what was answered and is not written down. */
  const claimed = new Set<DeliveryId>()
  const flying = new Map<DeliveryId, { isTaken: boolean }>()
  const answered = new Set<DeliveryId>()
  let throttledInARow = 0

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
    if (from === 'accepted' && to !== 'submitted' && flying.has(id)) seen.add('status before the answer')
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
    began: ({ clientRef }) => {
      const id = idOf(clientRef)
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
      for (const fact of facts) {
        if (fact.kind === 'delivery') numbers.set(fact.id, fact.e164)
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
