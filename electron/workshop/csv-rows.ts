/** One row of a file. `row` counts from 1 as a spreadsheet shows it, title lines and blank rows included. */
export interface CsvRow {
  readonly row: number
  readonly cells: readonly string[]
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
