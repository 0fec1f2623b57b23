import type { E164 } from '../ids.ts'
import type { Result } from '../result.ts'
import type { RuleId } from '../rules/rule-sources.ts'
import type { Instant } from '../time.ts'
import { mayText } from './consent.ts'
import type { ConsentByPurpose, Purpose, RefusalReason, Suppression } from './consent.ts'
import type { MergeError, MergeField } from './merge-fields.ts'
import type { PhoneError } from './phone.ts'

/** Why somebody does not get a message that others get. */
export type LeftOutReason =
  | RefusalReason
  | 'cancelled_appointment'
  | 'no_appointment'
  | 'no_number'
  | 'number_not_valid'
  | 'same_number'
  | 'body_too_long'
  | 'too_late'
  | 'too_often'
  | 'no_lawful_hour'
  | MergeError['code']

/** Somebody a message may go to, with all that decides it. */
export interface AudienceCandidate {
  readonly e164: E164 | null
  /** What is wrong with the number as it was written, where there is none. */
  readonly phoneProblem?: PhoneError['code'] | null
  readonly consent: ConsentByPurpose
  readonly suppression: Suppression | null
  /** The appointment the message is about: absent where it is about none, null where the person has none that day. */
  readonly appointment?: { readonly startsAtMs: Instant; readonly isCancelled: boolean } | null
  /** The message as this person would read it. */
  readonly body: Result<string, MergeError>
}

/** Somebody who is left out; `rule` where a rule of law or of the carriers says so. */
export interface LeftOut<C> {
  readonly candidate: C
  readonly reason: LeftOutReason
  readonly rule: RuleId | null
  /** For `merge_field_empty`: the fields of the message that have no value for this person. */
  readonly emptyFields?: readonly MergeField[]
}

/** Somebody who gets the message. */
export interface Recipient<C> {
  readonly candidate: C
  readonly e164: E164
  readonly body: string
}

/** Everybody, on one side or the other. */
export interface Audience<C> {
  readonly recipients: readonly Recipient<C>[]
  readonly leftOut: readonly LeftOut<C>[]
}

/** What must have been agreed to, and whether it is an emergency, which needs no agreement. */
export interface AudienceQuestion {
  readonly purpose: Purpose
  readonly emergency?: boolean
  /** The numbers that get it already; those of this part of the audience are added. */
  readonly taken?: Set<E164>
}

/**
 * Decides who gets a message, and says of everybody else why not; nobody is lost on the way. A number gets it once: in a
 * household the first one in the list does, the others are named with `same_number`, so that a person can call them.
 */
export function decideAudience<C extends AudienceCandidate>(
  candidates: readonly C[],
  { purpose, emergency = false, taken = new Set() }: AudienceQuestion,
): Audience<C> {
  const recipients: Recipient<C>[] = []
  const leftOut: LeftOut<C>[] = []
  for (const candidate of candidates) {
    const decision = decide(candidate, purpose, emergency)
    if ('reason' in decision) leftOut.push(decision)
    else if (taken.has(decision.e164)) leftOut.push({ candidate, reason: 'same_number', rule: null })
    else {
      taken.add(decision.e164)
      recipients.push(decision)
    }
  }
  return { recipients, leftOut }
}

function decide<C extends AudienceCandidate>(
  candidate: C,
  purpose: Purpose,
  emergency: boolean,
): Recipient<C> | LeftOut<C> {
  const leave = (reason: LeftOutReason, rule: RuleId | null = null): LeftOut<C> => ({ candidate, reason, rule })
  const { appointment, e164, phoneProblem, consent, suppression, body } = candidate
  if (appointment === null) return leave('no_appointment')
  if (appointment?.isCancelled) return leave('cancelled_appointment')
  if (e164 === null) return leave(phoneProblem && phoneProblem !== 'phone_empty' ? 'number_not_valid' : 'no_number')
  const verdict = mayText({ consent, suppression, purpose, emergency })
  if (!verdict.may) return leave(verdict.reason, verdict.rule)
  if (!body.ok && body.error.code === 'merge_field_empty')
    return { ...leave(body.error.code), emptyFields: body.error.fields }
  if (!body.ok) return leave(body.error.code)
  return { candidate, e164, body: body.value }
}
