import type { IsoDay } from '../../shared/time.ts'
import { appointmentIdsOnDay, appointmentsByIds } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import type { Reader } from '../db/schema.ts'
import { askInBatches } from './in-pieces.ts'

/**
 * The appointments of a day from first to last, read in pieces: a sheet may hold thousands. Which ones they are is asked
 * at once, so that none is missed or told twice while a sheet is taken in meanwhile.
 */
export async function dayBook(reader: Reader, day: IsoDay): Promise<readonly Appointment[]> {
  const ids = await appointmentIdsOnDay(reader, day)
  const found = await askInBatches(ids, (batch) => appointmentsByIds(reader, batch))
  const byId = new Map(found.map((appointment) => [appointment.id, appointment]))
  return ids.flatMap((id) => byId.get(id) ?? []).filter(({ isoDay }) => isoDay === day)
}
