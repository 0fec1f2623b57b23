import type { StaffId } from '../../../shared/ids.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { addStaffMember, signIn, staffList } from '../../services/staff-at-desk.ts'

/** Who works here, and who sits at the desk now. */
export const staffHandlers: HandlerGroup<'staff.list' | 'staff.add' | 'staff.signIn'> = (desk) => ({
  'staff.list': () => staffList(desk),
  'staff.add': ({ name }) => addStaffMember(desk, name),
  'staff.signIn': ({ id }) => signIn(desk, id as StaffId),
})
