import { zonesOfAreaCode } from '../../shared/domain/phone.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { Instant } from '../../shared/time.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'

/**
 * The first moment from `nowMs` on at which a delivery may be read where its person is; null when there is none. It was
 * placed in its hours when it was written, but an outage, a pause or a slow line may have carried it past them.
 */
export function lawfulHour(candidate: Candidate, nowMs: Instant): Instant | null {
  if (isAnswer(candidate)) return nowMs
  const { purpose, zone, region, delivery } = candidate
  const lawful = nextLawfulInstant({
    at: nowMs,
    zones: [...new Set([...(zone === null ? [] : [zone]), ...zonesOfAreaCode(delivery.e164)])],
    state: region,
    purpose: purpose === 'marketing' ? 'marketing' : 'care',
    emergency: purpose === 'emergency',
  })
  return lawful?.at ?? null
}

/** Who has just written STOP or HELP is awake, and the rules want the answer at once. */
function isAnswer({ kind }: Candidate): boolean {
  return kind === 'opt_out_reply' || kind === 'help_reply'
}
