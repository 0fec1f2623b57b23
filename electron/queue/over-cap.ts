import { COUNTED_FOR_MS, overCap } from '../../shared/domain/frequency-cap.ts'
import type { OverCap } from '../../shared/domain/frequency-cap.ts'
import { promisedAMonth } from '../../shared/domain/frequency-promise.ts'
import type { LawfulInstant } from '../../shared/domain/texting-hours.ts'
import { mayExceedCaps } from '../db/repos/broadcast-plans.ts'
import { listFormVersions } from '../db/repos/form-versions.ts'
import { lastInboundAt, recentTexts } from '../db/repos/recent-texts.ts'
import type { Candidate } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import type { OfficeRules } from './office-rules.ts'

/**
 * Says whether a delivery that is about to leave would be one too many for its number, by what has really left since it was
 * planned. The office's own caps hold copies of broadcasts; what one person wrote to one was asked about when it was written,
 * and only laws and promises hold it.
 */
export async function capOf(
  reader: Reader,
  candidate: Candidate,
  { at, zone }: LawfulInstant,
  { rules }: OfficeRules,
): Promise<OverCap | null> {
  const { delivery, purpose, region, kind } = candidate
  if (purpose !== 'care' && purpose !== 'marketing') return null
  const sinceMs = at - COUNTED_FOR_MS
  const texts = await recentTexts(reader, [delivery.e164], sinceMs)
  const recent = texts.flatMap(({ id, isWaiting, ...text }) => {
    const counts = id !== delivery.id && !isWaiting && (text.purpose === 'care' || text.purpose === 'marketing')
    const { atMs, isAnswer } = text
    return counts
      ? [{ purpose: text.purpose === 'care' ? ('care' as const) : ('marketing' as const), atMs, isAnswer }]
      : []
  })
  const inbound = purpose === 'marketing' ? await lastInboundAt(reader, [delivery.e164], sinceMs) : null
  const lastInboundAtMs = inbound?.get(delivery.e164) ?? null
  if (recent.length === 0 && lastInboundAtMs === null) return null
  const forms = await listFormVersions(reader)
  const wordings = forms.map(({ wording }) => wording)
  const promised = promisedAMonth(wordings, purpose)
  const question = { at, zone, purpose, state: region, recent, lastInboundAtMs, caps: rules.caps }
  const over = overCap({ ...question, promisedAMonth: promised })
  if (over === null || over.isLaw) return over
  return kind === 'broadcast' && !(await mayExceedCaps(reader, delivery.messageId)) ? over : null
}
