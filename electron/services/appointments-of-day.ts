import { displayName } from '../../shared/domain/person-name.ts'
import { addDays, isoDay } from '../../shared/time.ts'
import type { IsoDay } from '../../shared/time.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { appointmentDays, appointmentsOnDay } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import { peopleByIds } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { askInBatches } from './in-pieces.ts'
import { appointmentVerdict, standingsInBatches } from './verdicts.ts'

/** How far back a day can still be looked at. */
const DAYS_BACK = 14
const DAYS_SHOWN = 90

/** The appointments of a day from first to last, each with who comes and whether that person may be texted about it. */
export async function appointmentsOfDay(desk: DeskServices, day: IsoDay): Promise<OutputOf<'appointments.onDay'>> {
  const { db } = desk.store
  const booked = await appointmentsOnDay(db, day)
  const people = await peopleOfAppointments(desk, booked)
  const standings = await standingsInBatches(db, numbersOf(booked))
  const appointments = booked.map((appointment) => ({
    id: appointment.id,
    startsAtMs: appointment.startsAtMs,
    personId: appointment.personId,
    displayName: nameOf(people.get(appointment.personId)),
    e164: appointment.e164,
    provider: appointment.provider,
    visitType: appointment.visitType,
    isCancelled: appointment.isCancelled,
    ...appointmentVerdict(appointment, standings),
  }))
  return { isoDay: day, appointments, mayTextCount: appointments.filter(({ mayText }) => mayText).length }
}

/** The days that have appointments, from two weeks ago on, with how many of their people may be texted. */
export async function daysWithAppointments(desk: DeskServices): Promise<OutputOf<'appointments.days'>> {
  const today = isoDay(desk.clock.now(), desk.practiceZone())
  const days = (await appointmentDays(desk.store.db, addDays(today, -DAYS_BACK))).slice(0, DAYS_SHOWN)
  const booked = await askInBatches(days, async (batch) => {
    const ofDays: (readonly Appointment[])[] = []
    for (const day of batch) ofDays.push(await appointmentsOnDay(desk.store.db, day.isoDay))
    return ofDays
  })
  const standings = await standingsInBatches(desk.store.db, booked.flatMap(numbersOf))
  const mayText = (appointment: Appointment) => appointmentVerdict(appointment, standings).mayText
  return {
    days: days.map((day, place) => ({ ...day, mayTextCount: (booked[place] ?? []).filter(mayText).length })),
  }
}

/** The people behind appointments, by their ids. */
export async function peopleOfAppointments(
  desk: DeskServices,
  appointments: readonly Appointment[],
): Promise<ReadonlyMap<PersonId, Person>> {
  const ids = [...new Set(appointments.map(({ personId }) => personId))]
  const people = await askInBatches(ids, (batch) => peopleByIds(desk.store.db, batch))
  return new Map(people.map((person) => [person.id, person]))
}

function numbersOf(appointments: readonly Appointment[]) {
  return appointments.flatMap(({ e164 }) => e164 ?? [])
}

function nameOf(person: Person | undefined): string {
  return person ? displayName(person) : ''
}
