import { createHash } from 'node:crypto'
import { z } from 'zod'
import { guessDaySheetColumns } from '../../shared/domain/day-sheet.ts'
import type { DaySheetMapping } from '../../shared/domain/day-sheet.ts'
import { guessDateOrder } from '../../shared/domain/written-time.ts'
import type { ImportRunId } from '../../shared/ids.ts'
import { daySheetMapping } from '../../shared/ipc/contract/day-sheets.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readCsvChunk } from '../workshop/csv-rows.ts'
import type { CsvChunk, CsvRow } from '../workshop/csv-rows.ts'
import type { DaySheetsOpen, OpenDaySheet } from './day-sheets-open.ts'
import { mapInPieces } from './in-pieces.ts'
import { previewDaySheet } from './preview-day-sheet.ts'

type DaySheetPreview = OutputOf<'daySheets.open'>

const LARGEST_BYTES = 20_000_000

/** How the office reads files with certain headings: what a person chose outlives the file. */
const rememberedColumns = z.object({ mapping: daySheetMapping, dateOrder: z.enum(['month_first', 'day_first']) })
type RememberedColumns = z.output<typeof rememberedColumns>

/**
 * Reads a CSV file as a dry run: nothing is stored. Errors: `sheet_too_big` over 20 MB, `file_empty`, `csv_not_text`,
 * `csv_no_rows`, `csv_unbalanced_quotes`, and `file_broken` for one that the workshop could not end.
 */
export async function openDaySheet(
  desk: DeskServices,
  open: DaySheetsOpen,
  { name, bytes }: ParsedInputOf<'daySheets.open'>,
): Promise<Result<DaySheetPreview, AppError>> {
  if (bytes.length > LARGEST_BYTES) {
    return err({ code: 'sheet_too_big', name, sizeBytes: bytes.length, limitBytes: LARGEST_BYTES })
  }
  const chunks: CsvChunk[] = []
  const parsed = await desk.workshop.run('parseCsv', { name, bytes }, (chunk) => void chunks.push(chunk))
  if (!parsed.ok) return parsed

  const rows = (await mapInPieces(chunks, readCsvChunk)).flat()
  const { headings } = parsed.value
  const sheet: OpenDaySheet = {
    importId: desk.newId() as ImportRunId,
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    headings,
    rows,
    ...((await recallColumns(desk, headings)) ?? guessColumns(headings, rows)),
  }
  open.keep(sheet)
  return ok(await previewDaySheet(desk, sheet))
}

/** Reads the same file with other columns, and remembers them for files with the same headings. */
export async function remapDaySheet(
  desk: DeskServices,
  open: DaySheetsOpen,
  { importId, mapping, dateOrder }: ParsedInputOf<'daySheets.remap'>,
): Promise<Result<DaySheetPreview, AppError>> {
  const known = open.find(importId)
  if (!known) return err({ code: 'not_found', what: 'day_sheet' })
  const sheet: OpenDaySheet = { ...known, mapping, dateOrder }
  open.keep(sheet)
  await writeSetting(desk.store.db, columnsKey(sheet.headings), { mapping, dateOrder } satisfies RememberedColumns)
  return ok(await previewDaySheet(desk, sheet))
}

function guessColumns(headings: readonly string[], rows: readonly CsvRow[]): RememberedColumns {
  const mapping = guessDaySheetColumns(headings)
  const dates = rows.slice(0, 500).map(({ cells }) => cells[mapping.date ?? -1] ?? '')
  return { mapping, dateOrder: guessDateOrder(dates) }
}

async function recallColumns(desk: DeskServices, headings: readonly string[]): Promise<RememberedColumns | null> {
  const remembered = rememberedColumns.safeParse(await readSetting(desk.store.db, columnsKey(headings)))
  return remembered.success && fits(remembered.data.mapping, headings) ? remembered.data : null
}

function fits(mapping: DaySheetMapping, headings: readonly string[]): boolean {
  return Object.values(mapping).every((place) => place === null || place < headings.length)
}

/** The headings stay out of the key: some exports print a person's name above a column. */
function columnsKey(headings: readonly string[]): string {
  return `day_sheet.columns.${createHash('sha256').update(JSON.stringify(headings)).digest('hex')}`
}
