import type { PersonId } from '../../../shared/ids.ts'
import type { Reader } from '../schema.ts'

/** Tells whether anything of the office points to a person: a form, a consent, a message, an appointment. */
export async function isPersonUsed(reader: Reader, id: PersonId): Promise<boolean> {
  const { isUsed } = await reader
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(eb.selectFrom('form').select('form.id').where('form.person_id', '=', id)),
          eb.exists(eb.selectFrom('consent_event').select('seq').where('consent_event.person_id', '=', id)),
          eb.exists(eb.selectFrom('delivery').select('delivery.id').where('delivery.person_id', '=', id)),
          eb.exists(eb.selectFrom('broadcast_left_out').select('seq').where('broadcast_left_out.person_id', '=', id)),
          eb.exists(eb.selectFrom('appointment').select('appointment.id').where('appointment.person_id', '=', id)),
        ])
        .as('isUsed'),
    )
    .executeTakeFirstOrThrow()
  return Boolean(isUsed)
}
