import type { E164 } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'

/**
 * Which of these numbers got a text, or are about to get one, that tells how to stop. Keep the list to a few hundred.
 */
export async function numbersToldHowToStop(
  reader: Reader,
  numbers: readonly E164[],
  sinceMs: Instant,
): Promise<readonly E164[]> {
  const rows = await reader
    .selectFrom('delivery')
    .select('e164')
    .distinct()
    .where('e164', 'in', among(numbers))
    .where('created_at_ms', '>=', sinceMs)
    .where('state', 'in', ['queued', 'sending', 'accepted', 'submitted', 'delivered'])
    .where('body', 'like', '%STOP%')
    .execute()
  return rows.map(({ e164 }) => e164)
}
