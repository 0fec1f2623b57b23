import { type ConsentByPurpose, foldConsent, mayText, type Purpose } from '../../shared/domain/consent.ts'
import { assertNever } from '../../shared/result.ts'
import { consentEventsOf } from '../db/repos/consent-events.ts'
import { standingSuppressions } from '../db/repos/suppressions.ts'
import type { Why } from '../db/repos/deliveries.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'

/** Says why a delivery may not leave by what is known of its number now; null when it may. */
export async function refusalOf(reader: Reader, candidate: Candidate): Promise<Why | null> {
  const { e164 } = candidate.delivery
  // The law allows this one answer to a STOP, and nothing after it. Source: 47 CFR 64.1200(a)(12).
  if (candidate.kind === 'opt_out_reply') return null
  const [suppression] = await standingSuppressions(reader, [e164])
  if (suppression) return { code: 'said_stop', rule: 'opt-out.any-means' }
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
