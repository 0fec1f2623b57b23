import type { z } from 'zod'
import { foldConsent } from '../../shared/domain/consent.ts'
import type { ConsentByPurpose, ConsentSource } from '../../shared/domain/consent.ts'
import { foldStops, isEnded, type Suppression } from '../../shared/domain/suppression.ts'
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
  /** The widest stop that stands; where there is none, the reply that may have meant one. */
  readonly suppression: StoredSuppression | null
  /** What all stops that stand end together. */
  readonly stopped: Suppression | null
  readonly state: TextState
}

/** What the word for a number rests on. */
interface StateFacts {
  readonly consent: ConsentByPurpose
  readonly stopped: Suppression | null
  /** A confirmation text has arrived there. */
  readonly isReached: boolean
}

/** These came from the phone itself, so that no digit can have been typed wrong. */
const OWN_PHONE: ReadonlySet<ConsentSource> = new Set(['keyword', 'inbound_text'])

/**
 * Puts the standing of a number into one word. It speaks of care texts, the daily work of a front desk; what was agreed
 * beyond them stands with each purpose.
 */
export function textStateOf({ consent, stopped, isReached }: StateFacts): TextState {
  const { state, event, grant } = consent.care
  if (isEnded(stopped, 'care')) return stopped?.isUndecided === true ? 'perhaps_said_stop' : 'said_stop'
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
      const stops = suppressions.get(e164) ?? []
      const stopped = foldStops(stops)
      const state = textStateOf({ consent, stopped, isReached: reached.has(e164) })
      return [e164, { e164, consent, events: own, suppression: widest(stops), stopped, state }]
    }),
  )
}

/** A stop of all goes before a doubt, which holds all, and that before a stop of one kind; staff's note, the harder one to
 * take back, before a text. */
function widest(standing: readonly StoredSuppression[]): StoredSuppression | null {
  const rank = ({ source, scope }: StoredSuppression): number =>
    source === 'maybe_stop' ? 2 : scope !== 'everything' ? 3 : source === 'inbound_text' ? 1 : 0
  return standing.toSorted((left, right) => rank(left) - rank(right))[0] ?? null
}
