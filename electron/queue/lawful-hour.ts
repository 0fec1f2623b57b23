import { zonesOfAreaCode } from '../../shared/domain/phone.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { LawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { Instant } from '../../shared/time.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { OfficeRules } from './office-rules.ts'

/** The first moment from `fromMs` on at which a delivery may be read where its person is; null when there is none. */
export function lawfulHour(candidate: Candidate, fromMs: Instant, office: OfficeRules): LawfulInstant | null {
  const { purpose, zone, region, delivery } = candidate
  return nextLawfulInstant({
    at: fromMs,
    zones: [...new Set([...(zone === null ? [] : [zone]), ...zonesOfAreaCode(delivery.e164)])],
    state: region,
    purpose: purpose === 'marketing' ? 'marketing' : 'care',
    emergency: purpose === 'emergency',
    ...office,
  })
}
