import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { PersonId } from '../../shared/ids.ts'
import { displayName } from '../../shared/domain/person-name.ts'
import type { OpenDaySheet } from './day-sheets-open.ts'
import { askInBatches, mapInPieces } from './in-pieces.ts'
import { matchPeople } from './match-people.ts'
import { missingColumns, namedPersonOf, readDaySheet } from './read-day-sheet.ts'
import type { GoodRow, ReadDaySheet } from './read-day-sheet.ts'
import { appointmentVerdict, standingsInBatches } from './verdicts.ts'
import type { JudgedAppointment } from './verdicts.ts'

type DaySheetPreview = OutputOf<'daySheets.open'>

const ROWS_SHOWN = 100
const PROBLEMS_SHOWN = 200
const SAMPLES_SHOWN = 3
const SAMPLE_ROWS = 20

/** Shows what an import of this sheet would do, with the person behind each row and whether that person may be texted. */
export async function previewDaySheet(desk: DeskServices, sheet: OpenDaySheet): Promise<DaySheetPreview> {
  const { good, problems } = await readOrMissing(desk, sheet)
  const numbers = good.flatMap(({ phone }) => phone?.e164 ?? [])
  const standings = await standingsInBatches(desk.store.db, numbers)
  const judged = await mapInPieces(good, (row) => ({ row, verdict: appointmentVerdict(judgedOf(row), standings) }))
  const shown = judged.slice(0, ROWS_SHOWN)
  const known = await knownPeople(
    desk,
    shown.map(({ row }) => row),
  )
  return {
    importId: sheet.importId,
    name: sheet.name,
    columns: columnsOf(sheet),
    mapping: sheet.mapping,
    dateOrder: sheet.dateOrder,
    rowCount: sheet.rows.length,
    goodCount: good.length,
    mayTextCount: judged.filter(({ verdict }) => verdict.mayText).length,
    days: countDays(good),
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
    rows: shown.map(({ row, verdict }, place) => ({ ...showRow(row), isKnown: known[place] !== null, ...verdict })),
  }
}

/** Without a column for the day or the name every row would be refused for the same cause, which is said once. */
async function readOrMissing(desk: DeskServices, sheet: OpenDaySheet): Promise<ReadDaySheet> {
  const missing = missingColumns(sheet.mapping)
  if (missing.length === 0) return readDaySheet(sheet, { zone: desk.practiceZone(), isPractice: desk.isPractice })
  return { good: [], problems: missing.map((column) => ({ row: 1, column, code: 'column_missing', value: null })) }
}

function knownPeople(desk: DeskServices, rows: readonly GoodRow[]): Promise<readonly (PersonId | null)[]> {
  return askInBatches(rows, (batch) => matchPeople(desk.store.db, batch.map(namedPersonOf)))
}

function columnsOf({ headings, rows }: OpenDaySheet): DaySheetPreview['columns'] {
  return headings.map((name, place) => {
    const cells = rows.slice(0, SAMPLE_ROWS).map((row) => row.cells[place] ?? '')
    const samples = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, SAMPLES_SHOWN)
    return { name, samples }
  })
}

function countDays(rows: readonly GoodRow[]): DaySheetPreview['days'] {
  const counts = new Map<string, number>()
  for (const { isoDay } of rows) counts.set(isoDay, (counts.get(isoDay) ?? 0) + 1)
  return [...counts].map(([isoDay, count]) => ({ isoDay, count })).toSorted((a, b) => (a.isoDay < b.isoDay ? -1 : 1))
}

function judgedOf({ phone, phoneProblem, startsAtMs, status }: GoodRow): JudgedAppointment {
  return {
    e164: phone?.e164 ?? null,
    phoneProblem: phoneProblem?.code ?? null,
    startsAtMs,
    isCancelled: status === 'cancelled',
  }
}

function showRow(row: GoodRow) {
  const { e164, isCancelled } = judgedOf(row)
  return {
    row: row.row,
    startsAtMs: row.startsAtMs,
    displayName: displayName(namedPersonOf(row)),
    e164,
    provider: row.provider,
    visitType: row.visitType,
    isCancelled,
  }
}
