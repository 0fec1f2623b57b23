import type { LeftText } from '../../../shared/domain/stop-scope.ts'
import type { E164, LineId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'

/** Which texts to look for: of one line to one number, those whose request began by an instant. */
interface LeftBy {
  readonly e164: E164
  readonly lineId: LineId
  readonly untilMs: Instant
  readonly limit: number
}

/** The texts that had left for a number, the newest first, each by its last attempt. */
export async function textsLeftFor(reader: Reader, by: LeftBy): Promise<readonly LeftText[]> {
  return reader
    .selectFrom('attempt')
    .innerJoin('delivery', 'delivery.id', 'attempt.delivery_id')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select(['message.kind', 'message.purpose', 'attempt.started_at_ms as atMs'])
    .where('delivery.e164', '=', by.e164)
    .where('delivery.line_id', '=', by.lineId)
    .where('attempt.started_at_ms', '<=', by.untilMs)
    .orderBy('attempt.started_at_ms', 'desc')
    .limit(by.limit)
    .execute()
}
