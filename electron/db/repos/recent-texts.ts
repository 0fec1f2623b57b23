import { sql } from 'kysely'
import type { BroadcastId, DeliveryId, E164 } from '../../../shared/ids.ts'
import { DAY_MS } from '../../../shared/time.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { Reader } from '../schema.ts'

/** A text that left for a number or waits for it, as far as it counts for another one. */
export interface RecentText {
  readonly id: DeliveryId
  readonly e164: E164
  readonly purpose: 'care' | 'marketing' | 'emergency' | 'service'
  /** When its last request began; for one that waits, when it may leave. */
  readonly atMs: Instant
  /** It waits, and may yet be stopped. */
  readonly isWaiting: boolean
  readonly broadcastId: BroadcastId | null
  /** It answered somebody who had written. */
  readonly isAnswer: boolean
  /** It tells how to stop. */
  readonly tellsHowToStop: boolean
}

/** A text that was spread over days may leave so long after it was written; the index knows only when that was. */
const LONGEST_WAIT_MS = 14 * DAY_MS

/** What failed, was stopped or was called back reached nobody. */
const WAITS = ['held', 'queued'] as const
const LEFT = ['sending', 'accepted', 'submitted', 'delivered', 'in_doubt', 'needs_person', 'closed'] as const

/**
 * What left for these numbers since an instant or waits for them, but for what a group says among itself. Keep the list to
 * a few hundred.
 */
export async function recentTexts(
  reader: Reader,
  numbers: readonly E164[],
  sinceMs: Instant,
): Promise<readonly RecentText[]> {
  const rows = await reader
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .select(['delivery.id', 'delivery.e164', 'message.purpose', 'message.broadcast_id as broadcastId'])
    .select('message.is_answer as isAnswer')
    .select((eb) => [
      eb.fn
        .coalesce(
          eb
            .selectFrom('attempt')
            .select((attempt) => attempt.fn.max('started_at_ms').as('startedAtMs'))
            .whereRef('attempt.delivery_id', '=', 'delivery.id'),
          'delivery.not_before_ms',
        )
        .$castTo<Instant>()
        .as('atMs'),
      eb('delivery.state', 'in', among(WAITS)).$castTo<0 | 1>().as('isWaiting'),
      sql<0 | 1>`instr(delivery.body, 'STOP') > 0`.as('tellsHowToStop'),
    ])
    .where('delivery.e164', 'in', among(numbers))
    .where('delivery.created_at_ms', '>=', sinceMs - LONGEST_WAIT_MS)
    .where('message.kind', '<>', 'group')
    .where('delivery.state', 'in', among([...WAITS, ...LEFT]))
    .execute()
  return rows
    .filter(({ atMs }) => atMs >= sinceMs)
    .map((row) => ({
      ...row,
      isWaiting: row.isWaiting === 1,
      isAnswer: row.isAnswer === 1,
      tellsHowToStop: row.tellsHowToStop === 1,
    }))
}

/** When each of these numbers wrote last, since an instant; who did not write is not in the map. */
export async function lastInboundAt(
  reader: Reader,
  numbers: readonly E164[],
  sinceMs: Instant,
): Promise<ReadonlyMap<E164, Instant>> {
  const rows = await reader
    .selectFrom('inbound_message')
    .select(['e164', (eb) => eb.fn.max('sent_at_ms').as('atMs')])
    .where('e164', 'in', among(numbers))
    .where('sent_at_ms', '>=', sinceMs)
    .groupBy('e164')
    .execute()
  return new Map(rows.map(({ e164, atMs }) => [e164, atMs]))
}
