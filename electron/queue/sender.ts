import type { E164 } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import type { Provider } from '../provider/port.ts'
import { claimNext, type ClaimTerms } from './claim.ts'
import type { Consequence } from './consequence.ts'
import { requestOf } from './request-of.ts'
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
  return {
    did: 'sent',
    started: { atMs: terms.nowMs, segments: claim.claimed.candidate.delivery.segments },
    consequence,
  }
}
