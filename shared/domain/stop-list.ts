import type { E164 } from '../ids.ts'
import { type Instant, isoDay } from '../time.ts'
import { formatPhone, parsePhone, type PhoneError } from './phone.ts'
import type { StopScope, StopSource } from './suppression.ts'

/** One row of a list of numbers that said stop: the number, or why the cell holds none. */
export type StopListRow =
  | { readonly row: number; readonly e164: E164 }
  | { readonly row: number; readonly value: string; readonly code: PhoneError['code'] }

/** One row of a file as it was taken apart: `row` counts as a spreadsheet shows it. */
export interface ListedCells {
  readonly row: number
  readonly cells: readonly string[]
}

const HEADINGS = /\b(phone|mobile|cell|cellular|number|recipient|msisdn|telephone|telefono|celular|numero|to)\b/
const SAMPLE_ROWS = 200
const LONGEST_VALUE = 60

/**
 * Finds the column with the numbers: the one in which most cells are numbers, and among equals the one that says so above.
 * Null where no column holds any. The first row may be headings or a number like the others.
 */
export function findPhoneColumn(rows: readonly ListedCells[], allowFiction: boolean): number | null {
  const some = rows.slice(0, SAMPLE_ROWS)
  const width = Math.max(0, ...some.map(({ cells }) => cells.length))
  const scores = Array.from({ length: width }, (_, at) => {
    const numbers = some.filter(({ cells }) => parsePhone(cells[at] ?? '', { allowFiction }).ok).length
    return numbers === 0 ? 0 : numbers + (HEADINGS.test(plain(some[0]?.cells[at] ?? '')) ? 0.5 : 0)
  })
  const best = Math.max(0, ...scores)
  return best === 0 ? null : scores.indexOf(best)
}

function plain(heading: string): string {
  return heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[_-]+/g, ' ')
}

/** Reads one cell of that column. */
export function readStopCell(row: number, cell: string, allowFiction: boolean): StopListRow {
  const phone = parsePhone(cell, { allowFiction })
  return phone.ok
    ? { row, e164: phone.value.e164 }
    : { row, value: cell.slice(0, LONGEST_VALUE), code: phone.error.code }
}

/** A stop as it leaves the office in a list. */
export interface ListedStop {
  readonly e164: E164
  readonly source: StopSource
  readonly scope: StopScope
  readonly atMs: Instant
}

/**
 * Writes the list as CSV: number, since when, how, what ended. A number stands as `(206) 555-0142`: a cell that begins with
 * `+` is a formula to a spreadsheet, and so are those with `=`, `-`, `@` or a tab, which get an apostrophe in front.
 * Source: OWASP, CSV injection. The words that people used stay here: they may say more than that they want no texts.
 */
export function writeStopList(stops: readonly ListedStop[], zone: string): string {
  const rows = stops.map(({ e164, source, scope, atMs }) => [formatPhone(e164), isoDay(atMs, zone), source, scope])
  return [['phone', 'opted_out_on', 'how', 'scope'], ...rows]
    .map((cells) => `${cells.map(safeCell).join(',')}\r\n`)
    .join('')
}

/** A cell that no spreadsheet takes for a formula. */
export function safeCell(text: string): string {
  const safe = /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
