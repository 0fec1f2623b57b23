import type { Selectable } from 'kysely'
import type { StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { StaffTable } from '../schema/practice.ts'
import type { Reader, Writer } from '../schema.ts'

/** Somebody who works with Optdesk. */
export interface Staff {
  readonly id: StaffId
  readonly name: string
  readonly isActive: boolean
  readonly createdAtMs: Instant
}

/** Adds somebody, active. */
export async function addStaff(writer: Writer, staff: Omit<Staff, 'isActive'>): Promise<void> {
  await writer
    .insertInto('staff')
    .values({ id: staff.id, name: staff.name, created_at_ms: staff.createdAtMs })
    .execute()
}

/** One of the staff, or null. */
export async function getStaff(reader: Reader, id: StaffId): Promise<Staff | null> {
  const row = await reader.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toStaff(row) : null
}

/** Everybody, those who left included, in the order they came. */
export async function listStaff(reader: Reader): Promise<readonly Staff[]> {
  const rows = await reader.selectFrom('staff').selectAll().orderBy('created_at_ms').orderBy('id').execute()
  return rows.map(toStaff)
}

function toStaff(row: Selectable<StaffTable>): Staff {
  return { id: row.id, name: row.name, isActive: row.is_active === 1, createdAtMs: row.created_at_ms }
}
