import type { PersonName } from '../../shared/domain/person-name.ts'
import type { PhoneNumber } from '../../shared/domain/phone.ts'
import type { PersonId } from '../../shared/ids.ts'
import { addPerson, updatePerson } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { indexPerson } from '../db/repos/person-search.ts'
import { addPhoneNumber } from '../db/repos/phone-numbers.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'

/** What somebody typed of a person, after it was read. */
export interface TypedPerson extends PersonName {
  readonly email: string
  readonly language: 'en' | 'es'
  /** Null where no number was typed. */
  readonly phone: PhoneNumber | null
}

/** Adds a person, or changes a known one, with the number, and makes both findable. Call it inside a transaction. */
export async function keepPerson(
  writer: Writer,
  desk: DeskServices,
  known: Person | null,
  typed: TypedPerson,
): Promise<PersonId> {
  const { phone, ...fields } = typed
  const nowMs = desk.clock.now()
  const id = known?.id ?? (desk.newId() as PersonId)
  const place = { zone: known?.zone ?? phone?.zone ?? null, region: known?.region ?? null }
  if (known) await updatePerson(writer, { id, ...fields, ...place, updatedAtMs: nowMs })
  else await addPerson(writer, { id, ...fields, ...place, createdAtMs: nowMs, updatedAtMs: nowMs })
  if (phone) await addPhoneNumber(writer, { personId: id, e164: phone.e164, createdAtMs: nowMs })
  await indexPerson(writer, id)
  return id
}
