import type { ColumnType } from 'kysely'

/** A yes or no as SQLite keeps it. */
export type Flag = 0 | 1

/** A column that is written once, with its row. */
export type Once<T> = ColumnType<T, T, never>

/** A column that SQLite fills when the row comes in, and that never changes. */
export type Counted = ColumnType<number, never, never>

/** A column with a default: it may be left out on the way in. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>
