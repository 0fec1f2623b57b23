import type { Kysely } from 'kysely'
import type { ConsentTables } from './schema/consent.ts'
import type { MediaTables } from './schema/media.ts'
import type { PeopleTables } from './schema/people.ts'
import type { PracticeTables } from './schema/practice.ts'
import type { QueueTables } from './schema/queue.ts'
import type { ReadingTables } from './schema/readings.ts'

/** Every table of the store, as the newest migration leaves it. */
export interface Schema extends PracticeTables, PeopleTables, ConsentTables, QueueTables, MediaTables, ReadingTables {}

/** What a function that changes the store is given: the store itself, or the transaction it takes part in. */
export type Writer = Kysely<Schema>

/** What a function that only looks is given. It has no way to write; a store and a transaction both fit. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic'>
