/** The states of a delivery: one message on its way to one number. */
export const DELIVERY_STATES = [
  'held',
  'queued',
  'sending',
  'accepted',
  'submitted',
  'delivered',
  'undeliverable',
  'rejected',
  'failed',
  'cancelled',
  'blocked',
  'expired',
  'in_doubt',
  'needs_person',
  'closed',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Who moves a delivery. */
export type DeliveryMover =
  | 'user'
  | 'scheduler'
  | 'uploader'
  | 'sender'
  | 'startup'
  | 'stop_handler'
  | 'webhook'
  | 'reconciler'

/** One legal move; a new delivery comes from `none`. */
export type DeliveryTransition = readonly [from: DeliveryState | 'none', to: DeliveryState, who: DeliveryMover]

const evidenced = (from: DeliveryState, states: readonly DeliveryState[]): readonly DeliveryTransition[] =>
  states.flatMap((to): DeliveryTransition[] => [
    [from, to, 'webhook'],
    [from, to, 'reconciler'],
  ])

/**
 * Every move a delivery may make; what is not listed is refused.
 * `sending` is left by the sender that opened it, or at the next start, when nobody knows any more what became of it.
 * Only a person puts a delivery in doubt back into the queue.
 */
export const LEGAL_TRANSITIONS: readonly DeliveryTransition[] = [
  ['none', 'held', 'user'],
  ['none', 'held', 'scheduler'],
  ['none', 'queued', 'user'],
  ['none', 'queued', 'scheduler'],
  ['held', 'queued', 'user'],
  ['held', 'queued', 'scheduler'],
  ['held', 'queued', 'uploader'],
  ['held', 'cancelled', 'user'],
  ['queued', 'cancelled', 'user'],
  // Of a broadcast that was cancelled while this was on its way; it came back, for it had not left.
  ['queued', 'cancelled', 'sender'],
  // Sent again by a person, and then news came that the first one had arrived after all.
  ['queued', 'cancelled', 'webhook'],
  ['queued', 'cancelled', 'reconciler'],
  ['held', 'blocked', 'stop_handler'],
  ['queued', 'blocked', 'stop_handler'],
  ['held', 'expired', 'scheduler'],
  ['queued', 'expired', 'scheduler'],
  ['queued', 'sending', 'sender'],
  ['sending', 'accepted', 'sender'],
  ['sending', 'queued', 'sender'],
  ['sending', 'failed', 'sender'],
  ['sending', 'in_doubt', 'sender'],
  ['sending', 'in_doubt', 'startup'],
  ...evidenced('accepted', ['submitted', 'delivered', 'undeliverable', 'rejected']),
  ...evidenced('submitted', ['delivered', 'undeliverable', 'rejected']),
  ...evidenced('in_doubt', ['accepted', 'submitted', 'delivered', 'undeliverable', 'rejected']),
  ...evidenced('needs_person', ['accepted', 'submitted', 'delivered', 'undeliverable', 'rejected']),
  ['in_doubt', 'needs_person', 'reconciler'],
  // Whoever decides before the searches are over takes the doubt upon himself.
  ['in_doubt', 'needs_person', 'user'],
  ['needs_person', 'closed', 'user'],
  ['needs_person', 'queued', 'user'],
]

const legalPairs: ReadonlySet<string> = new Set(LEGAL_TRANSITIONS.map(([from, to]) => `${from} ${to}`))

/** Tells whether anybody may move a delivery from one state to another. Staying where it is, is no move. */
export function isLegal(from: DeliveryState | 'none', to: DeliveryState): boolean {
  return legalPairs.has(`${from} ${to}`)
}

const listedMoves: ReadonlySet<string> = new Set(LEGAL_TRANSITIONS.map((move) => move.join(' ')))

/** Tells whether this mover may make this move. */
export function mayMove(from: DeliveryState | 'none', to: DeliveryState, by: DeliveryMover): boolean {
  return listedMoves.has(`${from} ${to} ${by}`)
}

const leavable: ReadonlySet<string> = new Set(LEGAL_TRANSITIONS.map(([from]) => from))

/** Tells whether a delivery in this state has come to its end. */
export function isTerminal(state: DeliveryState): boolean {
  return !leavable.has(state)
}

/**
 * How far the provider has brought a delivery: 0 not in its hands, 1 accepted, 2 submitted to the carrier, 3 at its end.
 * A report counts only if it ranks higher than what is known; so reports may come twice and in any order.
 */
export function statusRank(state: DeliveryState): 0 | 1 | 2 | 3 {
  if (state === 'accepted') return 1
  if (state === 'submitted') return 2
  return state === 'delivered' || state === 'undeliverable' || state === 'rejected' ? 3 : 0
}

/** A state that the provider can report. */
export type ReportedState = 'submitted' | 'delivered' | 'undeliverable' | 'rejected'

/**
 * Reads the word of a status report; null for a word Optdesk does not know, which is stored and changes nothing.
 * Source: developer.vonage.com/en/messages/concepts/messages-status-callbacks.
 */
export function readReportedState(status: string): ReportedState | null {
  const word = status.toLowerCase()
  return word === 'submitted' || word === 'delivered' || word === 'undeliverable' || word === 'rejected' ? word : null
}
