import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { assertNever } from '../../../shared/result.ts'
import { remedyOf } from '../../../shared/rules/error-codes.ts'

export type Delivery = OutputOf<'queue.list'>['deliveries'][number]

/** What stands under a message: the key of a sentence and its values. `atMs` is written as a time under the name `when`. */
export interface Truth {
  readonly key: string
  readonly atMs?: number
  /** A refusal: a key of `reason.*`, whose sentence is put into this one. */
  readonly reason?: string
  /** What a person can do: a key of `remedy.*`, whose sentence is put into this one. */
  readonly remedy?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** What is known of the line while a message waits for it. */
export interface LineFacts {
  readonly nowMs: number
  readonly isOnline: boolean
  /** Nothing can leave: no account, no number, or real phones are off. */
  readonly isOff: boolean
  readonly isHeldByPerson: boolean
  /** This computer's date is in question, or what came in was not read for a while: nothing leaves. */
  readonly isClockInQuestion: boolean
  readonly isInboundOld: boolean
  /** Until when the line's day is full for messages to many; null while it is not. */
  readonly dayFullUntilMs: number | null
}

/** Says where a message stands and why, in one sentence, from the core's code and facts. */
export function truthOf(delivery: Delivery, line: LineFacts): Truth {
  const { state, stateAtMs, why } = delivery
  switch (state) {
    case 'held':
      return why?.code === 'media' ? mediaTruth(delivery, line) : { key: 'truth.held' }
    case 'queued':
      return waitingTruth(delivery, line)
    case 'sending':
      return { key: 'truth.sending' }
    case 'accepted':
    case 'submitted':
      return { key: 'truth.sent', atMs: stateAtMs }
    case 'delivered':
      return { key: 'truth.delivered', atMs: stateAtMs }
    case 'in_doubt':
      return { key: why?.code === 'interrupted' ? 'truth.in_doubt.interrupted' : 'truth.in_doubt' }
    case 'needs_person':
      return { key: 'truth.needs_person' }
    case 'undeliverable':
    case 'rejected':
      return { key: `truth.${state}`, ...carrierCode(why) }
    case 'failed':
      return why?.code === 'too_fast_too_often'
        ? { key: 'truth.failed.too_fast' }
        : { key: 'truth.failed', ...carrierCode(why) }
    case 'blocked':
      return { key: 'truth.blocked', reason: why?.code ?? 'said_stop' }
    case 'cancelled':
      return { key: 'truth.cancelled', atMs: stateAtMs }
    case 'expired':
      return { key: 'truth.expired' }
    case 'closed':
      return { key: why?.code === 'arrived' ? 'truth.closed.arrived' : 'truth.closed.left', atMs: stateAtMs }
    default:
      return assertNever(state)
  }
}

/** The clock on the screen moves by half minutes: what is due within one is due now. */
const SOON_MS = 60_000

/** The nearest thing that a waiting message waits for: a person, its hour, the account, the network, or its turn. */
function waitingTruth({ notBeforeMs, why, heldBy, broadcastId }: Delivery, line: LineFacts): Truth {
  if (heldBy !== null) return { key: `truth.waits.${heldBy}` }
  if (line.isClockInQuestion) return { key: 'truth.waits.clock' }
  if (notBeforeMs > line.nowMs + SOON_MS) return { key: 'truth.waits.hour', atMs: notBeforeMs }
  if (line.isHeldByPerson) return { key: 'truth.waits.held' }
  if (why?.code === 'line_paused') return { key: 'truth.waits.account' }
  if (line.isOff) return { key: 'truth.waits.off' }
  if (!line.isOnline) return { key: 'truth.waits.network' }
  if (line.isInboundOld) return { key: 'truth.waits.inbound' }
  if (why?.code === 'too_fast') return { key: 'truth.waits.pace' }
  if (why?.code === 'not_sent') return { key: 'truth.waits.again' }
  if (why?.code === 'not_opened') return { key: 'truth.waits.soon' }
  if (why?.code === 'group_changed') return { key: 'truth.waits.group' }
  if (broadcastId !== null && line.dayFullUntilMs !== null) return { key: 'truth.waits.day', atMs: line.dayFullUntilMs }
  return { key: 'truth.waits.turn' }
}

/**
 * The carrier's own number for what it refused, which support will ask for, and what a person can do about it. A number
 * that is not known is shown all the same.
 */
function carrierCode(why: Delivery['why']): Pick<Truth, 'values' | 'remedy'> {
  const code = why?.['providerCode']
  return typeof code === 'string' && code !== ''
    ? { values: { hasCode: 'yes', code }, remedy: remedyOf(code) }
    : { values: { hasCode: 'no', code: '' }, remedy: remedyOf(null) }
}

/** What a message waits for whose pictures are not yet where the networks fetch them. */
function mediaTruth({ notBeforeMs, why, heldBy }: Delivery, line: LineFacts): Truth {
  if (heldBy === 'decision') return { key: 'truth.waits.decision' }
  const trouble = why?.['trouble'] as { readonly code?: unknown } | undefined
  if (trouble?.code === 'bucket_not_set') return { key: 'truth.media.no_place' }
  if (trouble?.code === 'bucket_refused') return { key: 'truth.media.refused' }
  if (notBeforeMs > line.nowMs + SOON_MS) return { key: 'truth.waits.hour', atMs: notBeforeMs }
  if (!line.isOnline) return { key: 'truth.media.network' }
  return { key: trouble ? 'truth.media.again' : 'truth.media.soon' }
}
