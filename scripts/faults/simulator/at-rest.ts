import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../shared/time.ts'

/**
 * Whether nothing can happen to a message any more before an instant of the office's clock: it has come to its end, its
 * hour comes later, or it waits until a person has read a reply.
 */
export function watchRest(database: Database): (untilMs: Instant) => boolean {
  const onItsWay = database.prepare(
    `SELECT 1 FROM delivery WHERE state IN ('held', 'sending', 'accepted', 'submitted', 'in_doubt')
       OR (state = 'queued' AND not_before_ms <= ? AND NOT EXISTS (SELECT 1 FROM suppression
         WHERE suppression.e164 = delivery.e164 AND source = 'maybe_stop' AND lifted_at_ms IS NULL)) LIMIT 1`,
  )
  return (untilMs) => onItsWay.get(untilMs) === undefined
}
