/** One row of a file. `row` counts from 1 as a spreadsheet shows it, title lines and blank rows included. */
export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** A CSV file to be read. */
export interface CsvFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** A list of one thing a row, perhaps with nothing above it. */
  readonly isPlainList?: boolean
}

/** What a CSV file is, apart from its rows. `rowCount` counts those that are not blank, without the headings. */
export interface CsvSummary {
  readonly headings: readonly string[]
  readonly rowCount: number
}

/** Some rows on their way to the main process, as JSON: cheap to receive, and unpacked there when there is time. */
export type CsvChunk = string

/** Unpacks the rows of a chunk. */
export function readCsvChunk(chunk: CsvChunk): readonly CsvRow[] {
  return JSON.parse(chunk) as readonly CsvRow[]
}
