import { type RawBuilder, sql } from 'kysely'

/**
 * The right side of `column IN ...` for a list. The list travels as one JSON value, so that the statement has the same
 * text for every length and is prepared once.
 */
export function among<T extends string>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
}
