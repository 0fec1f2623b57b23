import { sql } from 'kysely'

// The words of the partial indexes on `delivery` stand here as they stand there: SQLite uses such an index only where a
// query repeats its condition, and a bound value is no repetition. Where it might still prefer another one, the query names
// its index, and fails rather than walks along a hundred thousand rows.

/** Waits for its turn. */
export const isQueued = sql<boolean>`delivery.state = 'queued'`

/** Is for somebody of its own; the copies of a mass text stand in the third lane. */
export const isPersonal = sql<boolean>`delivery.lane < 2`

/** Has not left. */
export const isWaiting = sql<boolean>`delivery.state IN ('held', 'queued')`

/** Was tried, and waits for another try. */
export const isRetrying = sql<boolean>`delivery.state = 'queued' AND delivery.retry_at_ms > 0`

/** Nobody has yet to decide whether the number's last reply meant stop. */
export const hasNoDoubt = sql<boolean>`NOT EXISTS (
  SELECT 1 FROM suppression WHERE suppression.e164 = delivery.e164
  AND suppression.source = 'maybe_stop' AND suppression.lifted_at_ms IS NULL)`
