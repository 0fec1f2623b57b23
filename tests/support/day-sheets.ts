import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shiftDaySheet } from '../../shared/domain/sample-practice.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { SAMPLE_DIR, type TestCore } from './core.ts'

/** One row of a made-up sheet: who, under which number, when on the day, and in what state. */
export interface SheetRow {
  readonly name: string
  readonly phone?: string
  readonly time?: string
  readonly status?: string
  readonly reference?: string
}

/** The day after the test clock's, `YYYY-MM-DD`: far enough ahead for everything to be on time. */
export const TOMORROW = '2026-11-25'

/** Writes rows as a practice system would export them. */
export function sheetOf(rows: readonly SheetRow[], isoDay = TOMORROW): Uint8Array<ArrayBuffer> {
  const lines = rows.map(({ name, phone = '', time = '9:00 AM', status = 'Scheduled', reference = '' }) =>
    [reference, isoDay, time, `"${name}"`, phone, 'Dr. Osei', 'Check-up', status].join(','),
  )
  return new TextEncoder().encode(['Appt ID,Date,Time,Patient,Mobile,Provider,Type,Status', ...lines, ''].join('\n'))
}

const AREA_CODES = [206, 253, 360, 425, 509, 503] as const

/** As many rows of different new people as are asked for, with fictional numbers as far as these go. */
export function manyRows(count: number): readonly SheetRow[] {
  return Array.from({ length: count }, (_, place) => ({
    name: `Sheet, Person ${place}`,
    phone: `(${AREA_CODES[Math.floor(place / 100) % AREA_CODES.length]}) 555-01${String(place % 100).padStart(2, '0')}`,
    reference: `R${place}`,
  }))
}

/** The practice's sample day sheet, moved to a day. */
export async function sampleSheet(isoDay = TOMORROW): Promise<Uint8Array<ArrayBuffer>> {
  const csv = await readFile(join(SAMPLE_DIR, 'day-sheet.csv'), 'utf8')
  return new TextEncoder().encode(shiftDaySheet(csv, isoDay))
}

/** Opens a sheet and takes it in. */
export async function importSheet(
  core: TestCore,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<OutputOf<'daySheets.import'>> {
  const { importId } = await core.ask('daySheets.open', { name: 'day.csv', bytes })
  return core.ask('daySheets.import', { importId })
}

/** Three people of the sample practice who agreed to care texts: few, because a line sends one message a second. */
export function threeWhoAgreed(): Uint8Array<ArrayBuffer> {
  return sheetOf([
    { name: 'Delgado, Rosa', phone: '(206) 555-0111' },
    { name: 'Lindgren, Otto', phone: '(206) 555-0110', time: '10:00 AM' },
    { name: 'Asante, Kwame', phone: '(425) 555-0113', time: '11:00 AM' },
  ])
}
