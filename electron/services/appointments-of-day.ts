import { displayName } from '../../shared/domain/person-name.ts'
import { addDays, isoDay } from '../../shared/time.ts'
import type { IsoDay } from '../../shared/time.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { appointmentDays } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import { peopleByIds } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { dayBook } from './day-book.ts'
import { askInBatches, mapInPieces } from './in-pieces.ts'
import { appointmentVerdict, standingsInBatches } from './verdicts.ts'

/** How far back a day can still be looked at. */
const DAYS_BACK = 14
const DAYS_SHOWN = 90

/** The appointments of a day from first to last, each with who comes and whether that person may be texted about it. */
export async function appointmentsOfDay(desk: DeskServices, day: IsoDay): Promise<OutputOf<'appointments.onDay'>> {
  const { db } = desk.store
  const booked = await dayBook(db, day)
  const people = await peopleOfAppointments(desk, booked)
  const standings = await standingsInBatches(db, numbersOf(booked))
  const appointments = await mapInPieces(booked, (appointment) => ({
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
  const booked: Appointment[] = []
  for (const day of days) booked.push(...(await dayBook(desk.store.db, day.isoDay)))
  const standings = await standingsInBatches(desk.store.db, numbersOf(booked))
  const mayText = await mapInPieces(booked, (appointment) => appointmentVerdict(appointment, standings).mayText)
  const mayTextOn = Map.groupBy(
    booked.filter((_, place) => mayText[place]),
    (appointment) => appointment.isoDay,
  )
  return { days: days.map((day) => ({ ...day, mayTextCount: mayTextOn.get(day.isoDay)?.length ?? 0 })) }
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
