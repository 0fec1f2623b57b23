import { type ConsentByPurpose, foldConsent, mayText, type Purpose, stopReason } from '../../shared/domain/consent.ts'
import { purposesOf } from '../../shared/domain/stop-scope.ts'
import { foldStops, isEnded, isEverythingEnded } from '../../shared/domain/suppression.ts'
import { assertNever } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { consentEventsOf } from '../db/repos/consent-events.ts'
import { standingSuppressions } from '../db/repos/suppressions.ts'
import type { Why } from '../db/repos/deliveries.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import { lawfulHour } from './lawful-hour.ts'
import { officeRules } from './office-rules.ts'
import { capOf } from './over-cap.ts'

/** What becomes of a delivery whose turn it is: it goes, it never will, or it waits until its hour; null for no hour at all. */
export type Leave =
  | { readonly may: 'go' }
  | { readonly may: 'never'; readonly why: Why }
  | { readonly may: 'wait'; readonly untilMs: Instant | null }

/**
 * Decides by what is known now whether a delivery may leave. It was checked and placed in its hours when it was written, but
 * a stop, an outage, a pause or a slow line may have come since, or a day on which the number had its text already. An offer
 * that is one too many does not leave at all; a care text waits for another day.
 */
export async function mayLeave(reader: Reader, candidate: Candidate, nowMs: Instant): Promise<Leave> {
  const refusal = await refusalOf(reader, candidate, nowMs)
  if (refusal !== null) return { may: 'never', why: refusal }
  if (isAnswer(candidate)) return { may: 'go' }
  const office = await officeRules(reader, nowMs)
  const open = lawfulHour(candidate, nowMs, office)
  if (open === null || open.at > nowMs) return { may: 'wait', untilMs: open?.at ?? null }
  const over = await capOf(reader, candidate, open, office)
  if (over === null) return { may: 'go' }
  if (candidate.purpose !== 'care' || over.isLaw) return { may: 'never', why: { code: 'too_often', rule: over.rule } }
  return { may: 'wait', untilMs: lawfulHour(candidate, over.againAtMs, office)?.at ?? null }
}

/** Who has just written STOP or HELP is awake, and the rules want the answer at once. */
function isAnswer({ kind }: Candidate): boolean {
  return kind === 'opt_out_reply' || kind === 'help_reply'
}

/** Says why a delivery may not leave by what its number agreed to and whether it said stop; null when it may. */
export async function refusalOf(reader: Reader, candidate: Candidate, nowMs: Instant): Promise<Why | null> {
  const { e164, createdAtMs } = candidate.delivery
  // The law allows this one answer to a STOP, within five minutes, and nothing after it. After a clock that was set back
  // nobody can say how late it is. Source: 47 CFR 64.1200(a)(12).
  if (candidate.kind === 'opt_out_reply') return nowMs < createdAtMs ? { code: 'clock_set_back' } : null
  const suppression = foldStops(await standingSuppressions(reader, [e164]))
  const isStopped =
    isEverythingEnded(suppression) || purposesOf(candidate).some((purpose) => isEnded(suppression, purpose))
  if (suppression && isStopped) return { code: stopReason(suppression), rule: 'opt-out.any-means' }
  const question = candidate.kind === 'group' ? IN_A_GROUP : questionOf(candidate.purpose)
  if (question === null) return null
  const consent: ConsentByPurpose = foldConsent(await consentEventsOf(reader, [e164]))
  const verdict = mayText({ consent, suppression: null, ...question })
  return verdict.may ? null : { code: verdict.reason, rule: verdict.rule }
}

/** Everybody in a group sees every number, whatever the message is about. */
const IN_A_GROUP = { purpose: 'group', emergency: false } as const

/** What must be agreed to; null for the answers that a number itself asked for, which only a stop holds back. */
function questionOf(purpose: Candidate['purpose']): { readonly purpose: Purpose; readonly emergency: boolean } | null {
  switch (purpose) {
    case 'care':
    case 'marketing':
      return { purpose, emergency: false }
    case 'emergency':
      return { purpose: 'care', emergency: true }
    case 'service':
      return null
    default:
      return assertNever(purpose)
  }
}
