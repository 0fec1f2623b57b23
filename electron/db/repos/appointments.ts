import type { Selectable } from 'kysely'
import type { AppointmentId, E164, ImportRunId, PersonId } from '../../../shared/ids.ts'
import type { Instant, IsoDay } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { AppointmentTable } from '../schema/practice.ts'
import type { Reader, Writer } from '../schema.ts'

/** A place in the day's book. */
export interface Appointment {
  readonly id: AppointmentId
  /** What makes it the same appointment when the sheet is imported again. */
  readonly sourceKey: string
  readonly personId: PersonId
  /** The number on the sheet, where it had a good one. */
  readonly e164: E164 | null
  readonly startsAtMs: Instant
  /** The day in the practice's zone. */
  readonly isoDay: IsoDay
  readonly provider: string
  readonly visitType: string
  readonly isCancelled: boolean
  readonly importRunId: ImportRunId
  readonly updatedAtMs: Instant
}

/** Adds an appointment, or brings the one with the same source key up to date; that one keeps its id. */
export async function saveAppointment(writer: Writer, appointment: Appointment): Promise<void> {
  const changeable = toChangeable(appointment)
  await writer
    .insertInto('appointment')
    .values({ id: appointment.id, source_key: appointment.sourceKey, ...changeable })
    .onConflict((conflict) => conflict.column('source_key').doUpdateSet(changeable))
    .execute()
}

/** Takes an appointment out again that a stopped import had added. */
export async function removeAppointment(writer: Writer, id: AppointmentId): Promise<void> {
  await writer.deleteFrom('appointment').where('id', '=', id).execute()
}

/** The appointments with these source keys. */
export async function appointmentsBySourceKey(
  reader: Reader,
  keys: readonly string[],
): Promise<readonly Appointment[]> {
  const rows = await reader.selectFrom('appointment').selectAll().where('source_key', 'in', among(keys)).execute()
  return rows.map(toAppointment)
}

/** Which appointments a day has, from first to last; read from the index alone, so that thousands are quick. */
export async function appointmentIdsOnDay(reader: Reader, isoDay: IsoDay): Promise<readonly AppointmentId[]> {
  const rows = await reader
    .selectFrom('appointment')
    .select('id')
    .where('iso_day', '=', isoDay)
    .orderBy('starts_at_ms')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The appointments with these ids, in the order of the ids. Unknown ids are left out; keep the list to a few hundred. */
export async function appointmentsByIds(
  reader: Reader,
  ids: readonly AppointmentId[],
): Promise<readonly Appointment[]> {
  const rows = await reader.selectFrom('appointment').selectAll().where('id', 'in', among(ids)).execute()
  const known = new Map(rows.map((row) => [row.id, toAppointment(row)]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** The days from `from` on that have appointments, with how many. */
export async function appointmentDays(
  reader: Reader,
  from: IsoDay,
): Promise<readonly { readonly isoDay: IsoDay; readonly count: number }[]> {
  return reader
    .selectFrom('appointment')
    .select((eb) => ['iso_day as isoDay', eb.fn.countAll<number>().as('count')])
    .where('iso_day', '>=', from)
    .groupBy('iso_day')
    .orderBy('iso_day')
    .execute()
}

/** The appointments of a person, the newest first. */
export async function appointmentsOfPerson(reader: Reader, personId: PersonId): Promise<readonly Appointment[]> {
  const rows = await reader
    .selectFrom('appointment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('starts_at_ms', 'desc')
    .execute()
  return rows.map(toAppointment)
}

function toChangeable(appointment: Appointment) {
  return {
    person_id: appointment.personId,
    e164: appointment.e164,
    starts_at_ms: appointment.startsAtMs,
    iso_day: appointment.isoDay,
    provider: appointment.provider,
    visit_type: appointment.visitType,
    is_cancelled: appointment.isCancelled ? (1 as const) : (0 as const),
    import_run_id: appointment.importRunId,
    updated_at_ms: appointment.updatedAtMs,
  }
}

function toAppointment(row: Selectable<AppointmentTable>): Appointment {
  return {
    id: row.id,
    sourceKey: row.source_key,
    personId: row.person_id,
    e164: row.e164,
    startsAtMs: row.starts_at_ms,
    isoDay: row.iso_day,
    provider: row.provider,
    visitType: row.visit_type,
    isCancelled: row.is_cancelled === 1,
    importRunId: row.import_run_id,
    updatedAtMs: row.updated_at_ms,
  }
}
