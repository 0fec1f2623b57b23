import type { E164, PersonId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Counted, Defaulted, Once } from './column.ts'

/** The people Optdesk knows. */
export interface PersonTable {
  /** The row's number: it ties a person to both search tables. */
  readonly seq: Counted
  readonly id: Once<PersonId>
  readonly given_name: string
  readonly family_name: string
  /** The names as they are sorted and searched: lower case, without accents. */
  readonly given_key: string
  readonly family_key: string
  readonly email: Defaulted<string>
  readonly language: 'en' | 'es'
  readonly zone: string | null
  readonly region: string | null
  readonly created_at_ms: Once<Instant>
  readonly updated_at_ms: Instant
}

/** The numbers of a person; a household may share one. */
export interface PhoneNumberTable {
  readonly person_id: Once<PersonId>
  readonly e164: Once<E164>
  readonly created_at_ms: Once<Instant>
}

/** FTS5: the words a person is found by. */
export interface PersonSearchTable {
  /** `person.seq` */
  readonly rowid: number
  readonly words: string
}

/** FTS5 over trigrams: the digits a person is found by. */
export interface NumberSearchTable {
  /** `person.seq` */
  readonly rowid: number
  readonly digits: string
}

/** People, their numbers, and what they are searched by. */
export interface PeopleTables {
  readonly person: PersonTable
  readonly phone_number: PhoneNumberTable
  readonly person_search: PersonSearchTable
  readonly number_search: NumberSearchTable
}
