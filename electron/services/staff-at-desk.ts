import type { StaffId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addStaff, getStaff, listStaff } from '../db/repos/staff.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { tidy } from './typed-person.ts'

type StaffMember = OutputOf<'staff.add'>

/** Everybody who works here, and who sits at the desk now. */
export async function staffList(desk: DeskServices): Promise<Result<OutputOf<'staff.list'>, AppError>> {
  const staff = await listStaff(desk.store.db)
  return ok({ staff: staff.map(({ id, name, isActive }) => ({ id, name, isActive })), currentId: desk.staffId() })
}

/** Adds somebody to the staff. Fails with `name_missing`. */
export async function addStaffMember(desk: DeskServices, typed: string): Promise<Result<StaffMember, AppError>> {
  const name = tidy(typed)
  if (name === '') return err({ code: 'name_missing' })
  const id = desk.newId() as StaffId
  await addStaff(desk.store.db, { id, name, createdAtMs: desk.clock.now() })
  return ok({ id, name, isActive: true })
}

/** Notes who sits at the desk now. Fails with `not_found` for somebody who is not of the staff, or no longer. */
export async function signIn(desk: DeskServices, id: StaffId): Promise<Result<StaffMember, AppError>> {
  const member = await getStaff(desk.store.db, id)
  if (!member?.isActive) return err({ code: 'not_found', what: 'staff' })
  await desk.settings.signIn(id)
  return ok({ id, name: member.name, isActive: true })
}
