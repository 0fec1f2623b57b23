import type { E164 } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Reader } from '../schema.ts'

/** How many answers of a kind Optdesk gave a number by itself since an instant, and when the last one was. */
export async function ownAnswersSince(
  reader: Reader,
  e164: E164,
  kind: 'opt_out_reply' | 'help_reply',
  sinceMs: Instant,
): Promise<{ readonly count: number; readonly lastAtMs: Instant | null }> {
  return reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('delivery.created_at_ms').as('lastAtMs')])
    .where('delivery.e164', '=', e164)
    .where('delivery.created_at_ms', '>=', sinceMs)
    .where('message.kind', '=', kind)
    .executeTakeFirstOrThrow()
}
