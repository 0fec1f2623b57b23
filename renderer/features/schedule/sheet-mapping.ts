import type { OutputOf } from '../../../shared/ipc/contract.ts'

export type SheetPreview = OutputOf<'daySheets.open'>
export type SheetMapping = SheetPreview['mapping']
export type SheetColumn = keyof SheetMapping

/** What a column of a day sheet may hold, in the order in which it is offered. */
export const SHEET_COLUMNS = [
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
] as const satisfies readonly SheetColumn[]

/** What the mapping says of one column of the file; null where it is not used. */
export function columnAt(mapping: SheetMapping, place: number): SheetColumn | null {
  return SHEET_COLUMNS.find((column) => mapping[column] === place) ?? null
}

/** The mapping after a person said what a column of the file holds. A meaning is given to one column only: it moves. */
export function assignColumn(mapping: SheetMapping, place: number, column: SheetColumn | null): SheetMapping {
  const before = columnAt(mapping, place)
  return { ...mapping, ...(before === null ? {} : { [before]: null }), ...(column === null ? {} : { [column]: place }) }
}
