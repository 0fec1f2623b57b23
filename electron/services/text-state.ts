import type { z } from 'zod'
import { foldConsent } from '../../shared/domain/consent.ts'
import type { ConsentByPurpose, ConsentSource } from '../../shared/domain/consent.ts'
import type { E164 } from '../../shared/ids.ts'
import type { textState } from '../../shared/ipc/contract/common.ts'
import { numbersReachedByConfirmation } from '../db/repos/confirmations.ts'
import { consentEventsOf } from '../db/repos/consent-events.ts'
import type { StoredConsentEvent } from '../db/repos/consent-events.ts'
import { standingSuppressions } from '../db/repos/suppressions.ts'
import type { StoredSuppression } from '../db/repos/suppressions.ts'
import type { Reader } from '../db/schema.ts'

/** The one word that the window shows of a number. */
export type TextState = z.output<typeof textState>

/** Where one number stands: what was agreed to, whether it said stop, and the word for both. */
export interface NumberStanding {
  readonly e164: E164
  readonly consent: ConsentByPurpose
  readonly events: readonly StoredConsentEvent[]
  /** The stop that stands; where there is none, the reply that may have meant one. */
  readonly suppression: StoredSuppression | null
  readonly state: TextState
}

/** What the word for a number rests on. */
interface StateFacts {
  readonly consent: ConsentByPurpose
  readonly suppression: Pick<StoredSuppression, 'source'> | null
  /** A confirmation text has arrived there. */
  readonly isReached: boolean
}

/** These came from the phone itself, so that no digit can have been typed wrong. */
const OWN_PHONE: ReadonlySet<ConsentSource> = new Set(['keyword', 'inbound_text'])

/**
 * Puts the standing of a number into one word. It speaks of care texts, the daily work of a front desk; what was agreed
 * beyond them stands with each purpose.
 */
export function textStateOf({ consent, suppression, isReached }: StateFacts): TextState {
  const { state, event, grant } = consent.care
  if (suppression) return suppression.source === 'maybe_stop' ? 'perhaps_said_stop' : 'said_stop'
  if (state === 'revoked' && event?.kind === 'revoked') return 'said_stop'
  if (state === 'confirmed') return 'may_text'
  if (state !== 'granted' || !grant) return 'did_not_agree'
  return isReached || OWN_PHONE.has(grant.source) ? 'may_text' : 'not_confirmed'
}

/** Where these numbers stand. Three questions to the store, however many numbers; keep the list to a few hundred. */
export async function standingsOf(
  reader: Reader,
  numbers: readonly E164[],
): Promise<ReadonlyMap<E164, NumberStanding>> {
  const events = Map.groupBy(await consentEventsOf(reader, numbers), ({ e164 }) => e164)
  const suppressions = Map.groupBy(await standingSuppressions(reader, numbers), ({ e164 }) => e164)
  const reached = await numbersReachedByConfirmation(reader, numbers)
  return new Map(
    numbers.map((e164) => {
      const own = events.get(e164) ?? []
      const consent = foldConsent(own)
      const suppression = strongest(suppressions.get(e164) ?? [])
      const state = textStateOf({ consent, suppression, isReached: reached.has(e164) })
      return [e164, { e164, consent, events: own, suppression, state }]
    }),
  )
}

function strongest(standing: readonly StoredSuppression[]): StoredSuppression | null {
  return standing.find(({ source }) => source !== 'maybe_stop') ?? standing[0] ?? null
}
