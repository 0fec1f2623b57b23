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

/** Says why a delivery may not leave by what is known of its number now; null when it may. */
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
