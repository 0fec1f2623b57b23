import { err, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { atZoned } from '../time.ts'
import type { Instant, IsoDay } from '../time.ts'
import { readAppointmentStatus } from './appointment.ts'
import type { AppointmentStatus } from './appointment.ts'
import { splitName } from './person-name.ts'
import type { SplitName } from './person-name.ts'
import { parsePhone } from './phone.ts'
import type { PhoneError, PhoneNumber } from './phone.ts'
import { readWrittenDate, readWrittenTime } from './written-time.ts'
import type { DateOrder } from './written-time.ts'

export type { DateOrder } from './written-time.ts'

/** What a day sheet can tell about an appointment. */
export const DAY_SHEET_COLUMNS = [
  'date',
  'time',
  'name',
  'givenName',
  'familyName',
  'phone',
  'email',
  'provider',
  'visitType',
  'status',
  'reference',
] as const
export type DaySheetColumn = (typeof DAY_SHEET_COLUMNS)[number]

/** Which cell of a row holds what, counted from 0; null where the sheet has no such column. */
export type DaySheetMapping = Readonly<Record<DaySheetColumn, number | null>>

/** One appointment as the sheet tells it. A number that cannot be texted is kept with its cause: the row still counts. */
export interface DaySheetRow {
  readonly name: SplitName
  readonly isoDay: IsoDay
  readonly startsAtMs: Instant
  readonly phone: PhoneNumber | null
  readonly phoneProblem: PhoneError | null
  readonly email: string | null
  readonly provider: string
  readonly visitType: string
  readonly status: AppointmentStatus
  /** The number of the appointment in the system it came from. */
  readonly reference: string | null
}

/** Why a row is no appointment, with the cell that says so. */
export interface DaySheetError {
  readonly code: 'name_missing' | 'date_missing' | 'date_not_valid' | 'time_missing' | 'time_not_valid'
  readonly column: DaySheetColumn
  readonly value: string
}

/** How the cells of a sheet are to be read. */
export interface DaySheetReading {
  readonly zone: string
  readonly dateOrder: DateOrder
  readonly allowFiction: boolean
}

/** The headings of the practice systems seen so far, best first, in small letters without punctuation. */
const HEADINGS: readonly (readonly [column: DaySheetColumn, headings: readonly string[]])[] = [
  ['givenName', ['first name', 'firstname', 'given name', 'patient first name', 'pt first', 'nombre de pila']],
  [
    'familyName',
    ['last name', 'lastname', 'surname', 'family name', 'patient last name', 'pt last', 'apellido', 'apellidos'],
  ],
  [
    'phone',
    ['mobile', 'cell', 'mobile phone', 'cell phone', 'phone', 'home phone', 'telephone', 'celular', 'telefono', 'tel'],
  ],
  ['email', ['email', 'e mail', 'correo']],
  ['status', ['status', 'appt status', 'appointment status', 'confirmation', 'estado']],
  ['provider', ['provider', 'doctor', 'physician', 'clinician', 'dentist', 'resource', 'with', 'proveedor', 'medico']],
  ['reference', ['appt id', 'appointment id', 'appointment number', 'appt no', 'confirmation no']],
  [
    'date',
    ['appt date', 'appointment date', 'visit date', 'date', 'start date', 'day', 'start', 'appointment', 'fecha'],
  ],
  ['time', ['time', 'appt time', 'appointment time', 'start time', 'start', 'hora']],
  [
    'visitType',
    ['visit type', 'appt type', 'appointment type', 'type', 'reason', 'service', 'procedure', 'tipo', 'motivo'],
  ],
  ['name', ['patient name', 'patient', 'name', 'full name', 'client', 'client name', 'paciente', 'nombre']],
]

/** Columns that look like one of ours and are about something else. */
const NOT_OURS =
  /\b(birth|dob|nacimiento|emergency|guarantor|insurance|created|end|fax|work|id|address|city|zip|sex|gender|age|notes?|balance)\b/

/** Guesses from the headings of a sheet which column holds what. Each column is taken once. */
export function guessDaySheetColumns(headings: readonly string[]): DaySheetMapping {
  const plain = headings.map(plainHeading)
  const mapping: Record<DaySheetColumn, number | null> = emptyMapping()
  const taken = new Set<number>()
  for (const match of [isSame, startsOrEndsWith]) {
    for (const [column, known] of HEADINGS) {
      if (mapping[column] !== null) continue
      const places = known.map((heading) => plain.findIndex((text, at) => !taken.has(at) && match(text, heading)))
      const place = places.find((at) => at >= 0)
      if (place === undefined) continue
      mapping[column] = place
      taken.add(place)
    }
  }
  return mapping
}

function emptyMapping(): Record<DaySheetColumn, number | null> {
  return Object.fromEntries(DAY_SHEET_COLUMNS.map((column) => [column, null])) as Record<DaySheetColumn, null>
}

function plainHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isSame(text: string, heading: string): boolean {
  return text === heading
}

function startsOrEndsWith(text: string, heading: string): boolean {
  return !NOT_OURS.test(text) && (text.startsWith(`${heading} `) || text.endsWith(` ${heading}`))
}

/**
 * Reads one row. The date and the time may stand in one cell. Without a name, a day or a time it is no appointment; an
 * empty or a wrong number is kept as a problem of the number, so that the person is listed among those who are called.
 */
export function readDaySheetRow(
  cells: readonly string[],
  mapping: DaySheetMapping,
  { zone, dateOrder, allowFiction }: DaySheetReading,
): Result<DaySheetRow, DaySheetError> {
  const cell = (column: DaySheetColumn) => cells[mapping[column] ?? -1]?.trim() ?? ''

  const name = readName(cell)
  if (name.given === '' && name.family === '') return refuse('name_missing', 'name', cell('name'))
  if (cell('date') === '') return refuse('date_missing', 'date', '')
  const date = readWrittenDate(cell('date'), dateOrder)
  if (!date) return refuse('date_not_valid', 'date', cell('date'))
  const timeText = cell('time') || date.rest
  if (timeText === '') return refuse('time_missing', 'time', '')
  const time = readWrittenTime(timeText) ?? readWrittenTime(readWrittenDate(timeText, dateOrder)?.rest ?? '')
  if (!time) return refuse('time_not_valid', 'time', timeText)

  const [year = 0, month = 0, day = 0] = date.isoDay.split('-').map(Number)
  const phone = parsePhone(cell('phone'), { allowFiction })
  return ok({
    name,
    isoDay: date.isoDay,
    startsAtMs: atZoned({ year, month, day, ...time }, zone),
    phone: phone.ok ? phone.value : null,
    phoneProblem: phone.ok ? null : phone.error,
    email: cell('email').includes('@') ? short(cell('email')) : null,
    provider: short(cell('provider')),
    visitType: short(cell('visitType')),
    status: readAppointmentStatus(cell('status')),
    reference: short(cell('reference')) || null,
  })
}

function readName(cell: (column: DaySheetColumn) => string): SplitName {
  const [given, family] = [cell('givenName'), cell('familyName')]
  if (given === '' && family === '') return splitName(cell('name'))
  return splitName(family === '' ? given : `${family}, ${given}`)
}

const LONGEST_CELL = 200

function short(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, LONGEST_CELL)
}

function refuse(code: DaySheetError['code'], column: DaySheetColumn, value: string) {
  return err({ code, column, value: short(value) })
}
