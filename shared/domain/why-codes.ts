import type { LeftOutReason } from './audience.ts'
import type { DeliveryState } from './delivery.ts'

/**
 * What the sender notes beside a delivery in a state, as a code: the window has a sentence for each. Of one that was blocked
 * it is a reason of {@link LeftOutReason} instead, or that its clock was set back.
 */
export const DELIVERY_WHYS = {
  held: ['media'],
  queued: [
    'line_paused',
    'not_sent',
    'too_fast',
    'send_again',
    /** Held back at the last look: its number's answer may have meant stop, or somebody of its group is gone. */
    'maybe_stop',
    'group_changed',
    /** The last look itself failed, so that no request was made. */
    'not_opened',
  ],
  sending: [],
  accepted: [],
  submitted: [],
  delivered: [],
  undeliverable: ['provider_says'],
  rejected: ['provider_says'],
  failed: ['refused', 'too_fast_too_often'],
  cancelled: ['cancelled', 'arrived'],
  blocked: ['clock_set_back'],
  expired: ['too_late'],
  in_doubt: ['no_answer', 'interrupted'],
  needs_person: ['not_found', 'asked'],
  closed: ['arrived', 'left'],
} as const satisfies Record<DeliveryState, readonly string[]>

/** Why a line is paused: what the provider says of the account. */
export const LINE_WHYS = ['credentials', 'no_credit', 'refused', 'not_the_provider'] as const

/** Why Optdesk held a broadcast back after its first few. */
export const BROADCAST_WHYS = ['canary_failures', 'canary_opt_outs'] as const

/**
 * What holds a waiting delivery besides its hour and the line: a person has yet to decide what its number's last answer
 * meant; its broadcast is still being planned, held by a person, held by Optdesk after the first few, or these are watched.
 */
export const DELIVERY_HOLDS = ['decision', 'plan', 'broadcast', 'first_few', 'watch'] as const
export type DeliveryHold = (typeof DELIVERY_HOLDS)[number]

/** A code that the sender notes beside a delivery, a line or a broadcast. */
export type WhyCode =
  | (typeof DELIVERY_WHYS)[DeliveryState][number]
  | (typeof LINE_WHYS)[number]
  | (typeof BROADCAST_WHYS)[number]
  | LeftOutReason
