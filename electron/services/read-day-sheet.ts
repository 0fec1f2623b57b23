import { createHash } from 'node:crypto'
import { DAY_SHEET_COLUMNS, readDaySheetRow } from '../../shared/domain/day-sheet.ts'
import type { DaySheetColumn, DaySheetMapping, DaySheetReading, DaySheetRow } from '../../shared/domain/day-sheet.ts'
import { nameKey } from '../db/name-key.ts'
import type { OpenDaySheet } from './day-sheets-open.ts'
import { mapInPieces } from './in-pieces.ts'
import type { NamedPerson } from './match-people.ts'

/** A row that can be taken in, with the key by which the same appointment is known in the next sheet. */
export interface GoodRow extends DaySheetRow {
  readonly row: number
  readonly sourceKey: string
}

/** A row that is refused; `column` is the heading of the cell that says so. */
export interface RowProblem {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly value: string | null
}

/** A day sheet read with its columns: what can be taken in, and what not. */
export interface ReadDaySheet {
  readonly good: readonly GoodRow[]
  readonly problems: readonly RowProblem[]
}

/** Reads every row in pieces. The second and any further row of one appointment is refused as `row_repeated`. */
export async function readDaySheet(
  sheet: OpenDaySheet,
  { zone, isPractice }: { readonly zone: string; readonly isPractice: boolean },
): Promise<ReadDaySheet> {
  const reading: DaySheetReading = { zone, dateOrder: sheet.dateOrder, allowFiction: isPractice }
  const seen = new Set<string>()
  const good: GoodRow[] = []
  const problems: RowProblem[] = []
  await mapInPieces(sheet.rows, ({ row, cells }) => {
    const read = readDaySheetRow(cells, sheet.mapping, reading)
    if (!read.ok) return void problems.push({ row, ...read.error, column: headingOf(sheet, read.error.column) })
    const sourceKey = sourceKeyOf(read.value)
    if (seen.has(sourceKey)) return void problems.push({ row, column: null, code: 'row_repeated', value: null })
    seen.add(sourceKey)
    return void good.push({ ...read.value, row, sourceKey })
  })
  return { good, problems }
}

function headingOf({ headings, mapping }: OpenDaySheet, column: DaySheetColumn): string | null {
  return headings[mapping[column] ?? -1] ?? null
}

/** The columns without which no row can be an appointment. A name may stand in one column or in two. */
export function missingColumns(mapping: DaySheetMapping): readonly DaySheetColumn[] {
  const has = (column: DaySheetColumn) => mapping[column] !== null
  const hasName = has('name') || has('givenName') || has('familyName')
  // A time may stand behind the date in one cell, so that its column alone is not missed.
  return DAY_SHEET_COLUMNS.filter((column) => (column === 'date' && !has('date')) || (column === 'name' && !hasName))
}

/**
 * What makes an appointment the same in two sheets: the practice system's own number, or else who comes and when.
 * Without a number of the system an appointment that was moved is a new one.
 */
function sourceKeyOf({ reference, name, phone, startsAtMs }: DaySheetRow): string {
  if (reference !== null) return `reference:${reference}`
  const who = [nameKey(name.given), nameKey(name.family), phone?.e164 ?? '', startsAtMs]
  return `sha256:${createHash('sha256').update(JSON.stringify(who)).digest('hex')}`
}

const LONGEST_NAME = 80

/** Who a row is about, as the store keeps names: a middle initial stays on the sheet. */
export function namedPersonOf({ name, phone }: DaySheetRow): NamedPerson {
  return {
    givenName: name.given.slice(0, LONGEST_NAME).trim(),
    familyName: name.family.slice(0, LONGEST_NAME).trim(),
    e164: phone?.e164 ?? null,
  }
}
