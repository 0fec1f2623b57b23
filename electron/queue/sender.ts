import type { E164 } from '../../shared/ids.ts'
import { type Clock, DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import type { Provider } from '../provider/port.ts'
import { type Claimed, claimNext, type ClaimTerms } from './claim.ts'
import type { Consequence } from './consequence.ts'
import type { Started } from './step.ts'
import { settleAttempt } from './settle.ts'

/** What the sender works with. `random` gives numbers from 0 inclusive to 1 exclusive. */
export interface SenderParts {
  readonly store: Store
  readonly provider: Provider
  readonly clock: Clock
  readonly random: () => number
  /** Told when a delivery has become `sending`, before its request leaves. */
  readonly claimed: () => Promise<void>
}

/** What came of one turn of the sender. */
export type Turn =
  | { readonly did: 'nothing' | 'kept' }
  | { readonly did: 'sent'; readonly started: Started; readonly consequence: Consequence }

/** Vonage advises not to give the network less than half an hour; it tries for three days at most. Source: developer.vonage.com/en/api/sms, ttl. */
const SHORTEST_TTL_MS = 30 * MINUTE_MS
const LONGEST_TTL_MS = 3 * DAY_MS

/** Claims one delivery, makes its one request and writes down how it ended. */
export async function sendNext(parts: SenderParts, from: E164, terms: ClaimTerms): Promise<Turn> {
  const claim = await claimNext(parts.store, terms)
  if (claim === null) return { did: 'nothing' }
  if ('kept' in claim) return { did: 'kept' }
  await parts.claimed()
  const outcome = await parts.provider.send(requestOf(claim.claimed, from, terms.nowMs))
  const consequence = await settleAttempt(parts.store, claim.claimed, outcome, {
    nowMs: parts.clock.now(),
    random: parts.random,
  })
  return { did: 'sent', started: { atMs: terms.nowMs, segments: claim.claimed.delivery.segments }, consequence }
}

function requestOf({ delivery, clientRef }: Claimed, from: E164, nowMs: Instant) {
  const leftMs = Math.min(LONGEST_TTL_MS, Math.max(SHORTEST_TTL_MS, delivery.expiresAtMs - nowMs))
  return {
    channel: 'sms',
    attachments: [],
    participants: [],
    to: delivery.e164,
    from,
    text: delivery.body,
    clientRef,
    ttlSec: Math.floor(leftMs / 1000),
  } as const
}
