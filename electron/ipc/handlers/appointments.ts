import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { appointmentsOfDay, daysWithAppointments } from '../../services/appointments-of-day.ts'

/** Appointments, as the day sheets told them. */
export const appointmentHandlers: HandlerGroup<'appointments.days' | 'appointments.onDay'> = (desk) => ({
  'appointments.days': async () => ok(await daysWithAppointments(desk)),
  'appointments.onDay': async ({ isoDay }) => ok(await appointmentsOfDay(desk, isoDay)),
})
