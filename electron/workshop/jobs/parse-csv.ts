import { setImmediate as nextTurn } from 'node:timers/promises'
import Papa from 'papaparse'
import type { AppError } from '../../../shared/ipc/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Result } from '../../../shared/result.ts'
import type { CsvChunk, CsvFile, CsvRow, CsvSummary } from '../csv-rows.ts'
import { decodeText } from './decode-text.ts'

/** Why a file could not be read as a table. */
export type CsvError = Extract<
  AppError,
  { readonly code: 'file_empty' | 'csv_not_text' | 'csv_no_rows' | 'csv_unbalanced_quotes' }
>

/** As many rows as are in one chunk at most: few enough to be unpacked well within a frame. */
export const CSV_CHUNK_ROWS = 250

const DELIMITERS = [',', ';', '\t', '|']
const LONGEST_CELL = 1000
const MOST_CELLS = 200

/**
 * Reads a CSV file whole and hands its rows over in chunks of at most {@link CSV_CHUNK_ROWS}, then answers the headings.
 * Encoding, delimiter and line ends are found out; blank rows and title lines above the headings are passed over.
 * A plain list may have one column and nothing above it: then no headings are answered, and every row is handed over.
 */
export async function parseCsv(
  { name, bytes, isPlainList = false }: CsvFile,
  handOver: (chunk: CsvChunk) => void,
): Promise<Result<CsvSummary, CsvError>> {
  if (bytes.length === 0) return err({ code: 'file_empty', name })
  const text = decodeText(bytes)
  if (!text.ok) return err({ code: 'csv_not_text', name })
  const table = readTable(name, text.value, isPlainList ? 1 : 2)
  if (!table.ok) return table

  const [first, ...below] = table.value
  const [headings, rows] = isPlainList ? [[], table.value] : [first?.cells ?? [], below]
  if (rows.length === 0) return err({ code: 'csv_no_rows', name })
  for (let start = 0; start < rows.length; start += CSV_CHUNK_ROWS) {
    handOver(JSON.stringify(rows.slice(start, start + CSV_CHUNK_ROWS)))
    // Sent in one burst, all chunks would be received in one step of the main process.
    await nextTurn()
  }
  return ok({ headings, rowCount: rows.length })
}

/** The headings, the first row with so many filled cells, and every row below them that is not blank. */
function readTable(name: string, text: string, leastCells: number): Result<readonly CsvRow[], CsvError> {
  const { body, delimiter } = splitDelimiterLine(text.replace(/\u001a+$/, '').replace(/\r\n?/g, '\n'))
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: '\n' })
  const broken = parsed.errors.find((error) => error.type === 'Quotes')
  if (broken) return err({ code: 'csv_unbalanced_quotes', name, row: (broken.row ?? 0) + 1 })

  const rows = parsed.data
    .map((cells, place) => ({ row: place + 1, cells: cells.slice(0, MOST_CELLS).map(readCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const headingsAt = rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= leastCells)
  return ok(headingsAt < 0 ? [] : rows.slice(headingsAt))
}

/** Some spreadsheets write a first line `sep=;` that names the delimiter; without one it is guessed from the first rows. */
function splitDelimiterLine(text: string): { readonly body: string; readonly delimiter: string } {
  const line = /^sep=(.)\n/i.exec(text)
  // The line is emptied, not cut, so that the rows keep the numbers that the spreadsheet shows.
  if (line) return { body: text.slice(line[0].length - 1), delimiter: line[1] ?? ',' }
  const head = Papa.parse(text, { preview: 20, skipEmptyLines: 'greedy', delimitersToGuess: DELIMITERS, newline: '\n' })
  return { body: text, delimiter: head.meta.delimiter }
}

function readCell(cell: string): string {
  return cell.slice(0, LONGEST_CELL).trim()
}
