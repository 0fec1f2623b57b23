import { foldConsent, mayText } from '../../shared/domain/consent.ts'
import { participantsFor } from '../../shared/domain/group-thread.ts'
import { foldStops } from '../../shared/domain/suppression.ts'
import type { E164, MessageId } from '../../shared/ids.ts'
import { consentEventsOf } from '../db/repos/consent-events.ts'
import { groupNumbersOfMessage } from '../db/repos/group-threads.ts'
import { standingSuppressions } from '../db/repos/suppressions.ts'
import type { Reader } from '../db/schema.ts'

/**
 * The others whom the copy of one member names: everybody in the group who may be in it now. Read inside the transaction
 * that claims the copy, so that a number that said stop is shown to nobody from then on; empty for a message to one alone.
 */
export async function participantsOf(reader: Reader, messageId: MessageId, to: E164): Promise<readonly E164[]> {
  const numbers = await groupNumbersOfMessage(reader, messageId)
  if (numbers.length === 0) return []
  const stops = Map.groupBy(await standingSuppressions(reader, numbers), ({ e164 }) => e164)
  const events = Map.groupBy(await consentEventsOf(reader, numbers), ({ e164 }) => e164)
  const standing = numbers.filter((e164) => {
    const consent = foldConsent(events.get(e164) ?? [])
    const suppression = foldStops(stops.get(e164) ?? [])
    return mayText({ consent, suppression, purpose: 'group' }).may
  })
  return participantsFor(to, standing)
}
