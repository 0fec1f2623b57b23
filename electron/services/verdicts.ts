import { decideAudience } from '../../shared/domain/audience.ts'
import type { AudienceCandidate, LeftOutReason } from '../../shared/domain/audience.ts'
import { foldConsent } from '../../shared/domain/consent.ts'
import type { Purpose } from '../../shared/domain/consent.ts'
import type { PhoneError } from '../../shared/domain/phone.ts'
import type { E164 } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { Reader } from '../db/schema.ts'
import { inBatches } from './in-pieces.ts'
import { standingsOf } from './text-state.ts'
import type { NumberStanding } from './text-state.ts'

/** What a message is for, as a person chooses it. */
export type MessagePurpose = 'care' | 'marketing' | 'emergency'

/** Where each of many numbers stands. */
export type Standings = ReadonlyMap<E164, NumberStanding>

/** Why somebody is not texted. `rule` is empty where no rule of law stands behind it. */
export interface ShownRefusal {
  readonly reason: LeftOutReason
  readonly rule: string
}

/** May a person be texted about an appointment, and if not, why. */
export interface ShownVerdict {
  readonly mayText: boolean
  readonly refusal: ShownRefusal | null
}

/** An appointment as far as it decides whether its person may be texted. */
export interface JudgedAppointment {
  readonly e164: E164 | null
  readonly startsAtMs: Instant
  readonly isCancelled: boolean
  readonly phoneProblem?: PhoneError['code'] | null
}

/** What must have been agreed to for a message, and whether it may go out without. */
export function consentQuestion(purpose: MessagePurpose): { readonly purpose: Purpose; readonly emergency: boolean } {
  return purpose === 'emergency' ? { purpose: 'care', emergency: true } : { purpose, emergency: false }
}

/** Asks the store in batches where these numbers stand, each once. */
export async function standingsInBatches(reader: Reader, numbers: Iterable<E164>): Promise<Standings> {
  const standings = new Map<E164, NumberStanding>()
  await inBatches([...new Set(numbers)], async (batch) => {
    for (const [e164, standing] of await standingsOf(reader, batch)) standings.set(e164, standing)
  })
  return standings
}

const UNKNOWN: Pick<AudienceCandidate, 'consent' | 'suppression'> = { consent: foldConsent([]), suppression: null }

/** What the audience must know of a number; of one that nobody asked about, that nothing was ever agreed to. */
export function consentFacts(
  standings: Standings,
  e164: E164 | null,
): Pick<AudienceCandidate, 'consent' | 'suppression'> {
  const standing = e164 === null ? undefined : standings.get(e164)
  return standing ? { consent: standing.consent, suppression: standing.stopped } : UNKNOWN
}

/** Says whether the person of an appointment may be texted about it for care. */
export function appointmentVerdict(appointment: JudgedAppointment, standings: Standings): ShownVerdict {
  const { e164, phoneProblem = null } = appointment
  const candidate = { e164, phoneProblem, appointment, body: ok(''), ...consentFacts(standings, e164) }
  const [refused] = decideAudience([candidate], { purpose: 'care' }).leftOut
  return refused ? { mayText: false, refusal: showRefusal(refused) } : { mayText: true, refusal: null }
}

/** A refusal as it is shown and kept. */
export function showRefusal({ reason, rule }: { reason: LeftOutReason; rule: string | null }): ShownRefusal {
  return { reason, rule: rule ?? '' }
}
