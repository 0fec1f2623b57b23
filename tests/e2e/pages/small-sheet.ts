import { addDays } from '../../../shared/time.ts'
import { sheetOf } from '../../support/day-sheets.ts'
import type { SheetRow } from '../../support/day-sheets.ts'
import { officeDay } from '../../support/office-hours.ts'

/** Three people of the sample practice who agreed to care texts: few, because a line sends one message a second. */
export const ROSA = 'Rosa Delgado'
export const OTTO = 'Otto Lindgren'
export const KWAME = 'Kwame Asante'

const ROWS: readonly SheetRow[] = [
  { name: 'Delgado, Rosa', phone: '(206) 555-0111' },
  { name: 'Lindgren, Otto', phone: '(206) 555-0110', time: '10:00 AM' },
  { name: 'Asante, Kwame', phone: '(425) 555-0113', time: '11:00 AM' },
  { name: 'Nguyen, Thomas', phone: '(425) 555-0163', time: '11:30 AM' },
]

/** A day sheet of tomorrow with these three and one who never agreed, as a file from the system's file window. */
export function tomorrowsSmallSheet() {
  const bytes = sheetOf(ROWS, addDays(officeDay(), 1))
  return { name: 'tomorrow.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) }
}
