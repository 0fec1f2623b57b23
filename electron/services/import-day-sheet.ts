import type { ImportRunId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { foldLog } from '../db/fold-log.ts'
import { addImportRun } from '../db/repos/import-runs.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { DaySheetsOpen, OpenDaySheet } from './day-sheets-open.ts'
import { inTransactions } from './in-pieces.ts'
import { missingColumns, readDaySheet } from './read-day-sheet.ts'
import type { GoodRow } from './read-day-sheet.ts'
import { takeInRows } from './take-in-rows.ts'
import type { TakenIn } from './take-in-rows.ts'
import { endRun, takeBackRun } from './take-back-run.ts'

type ImportOutcome = OutputOf<'daySheets.import'>

const NOTHING: TakenIn = { added: 0, updated: 0, unchanged: 0, newPeople: 0, undoSteps: 0 }

/**
 * Takes the good rows of an opened sheet in, a few at a time, each few in one transaction. Stopped in the middle or cut
 * off by a crash, it leaves nothing. Errors: `not_found`, and `columns_missing` where no row could be an appointment.
 */
export async function importDaySheet(
  desk: DeskServices,
  open: DaySheetsOpen,
  importId: string,
): Promise<Result<ImportOutcome, AppError>> {
  const sheet = open.find(importId)
  if (!sheet) return err({ code: 'not_found', what: 'day_sheet' })
  const columns = missingColumns(sheet.mapping)
  if (columns.length > 0) return err({ code: 'columns_missing', columns })
  const signal = open.begin(importId)
  if (!signal) return err({ code: 'not_found', what: 'day_sheet' })
  let isCancelled = true
  try {
    const outcome = await open.inTurn(() => runImport(desk, sheet, AbortSignal.any([signal, desk.closing])))
    if (outcome === null) return err({ code: 'desk_closed' })
    open.drop(importId)
    isCancelled = outcome.isCancelled
    return ok(outcome)
  } finally {
    open.end(importId, isCancelled)
  }
}

/** Null when the desk was closed in the middle: the next opening takes back what was done, as after a crash. */
async function runImport(desk: DeskServices, sheet: OpenDaySheet, signal: AbortSignal): Promise<ImportOutcome | null> {
  const { good, problems } = await readDaySheet(sheet, { zone: desk.practiceZone(), isPractice: desk.isPractice })
  const runId = sheet.importId
  const { db } = desk.store
  await addImportRun(db, {
    id: runId,
    kind: 'day_sheet',
    fileName: sheet.name,
    fileSha256: sheet.sha256,
    staffId: desk.staffId(),
    startedAtMs: desk.clock.now(),
  })
  try {
    const { undoSteps: _, ...taken } = await takeInAll(desk, runId, good, signal)
    const outcome = { runId, ...taken, refused: problems.length, isCancelled: false }
    if (desk.closing.aborted) return null
    if (signal.aborted) return await takeBack(desk, outcome)
    await endRun(db, desk.clock, runId, { ...taken, refused: problems.length })
    return outcome
  } catch (cause) {
    await takeBackRun(db, desk.clock, runId)
    throw cause
  }
}

async function takeBack(desk: DeskServices, outcome: ImportOutcome & { readonly runId: ImportRunId }) {
  await takeBackRun(desk.store.db, desk.clock, outcome.runId)
  return { ...outcome, added: 0, updated: 0, unchanged: 0, newPeople: 0, isCancelled: true }
}

async function takeInAll(
  desk: DeskServices,
  runId: ImportRunId,
  rows: readonly GoodRow[],
  signal: AbortSignal,
): Promise<TakenIn> {
  let sum = NOTHING
  let done = 0
  const takeIn = async (trx: Writer, count: number): Promise<number> => {
    const some = rows.slice(done, done + count)
    sum = await takeInRows(trx, desk, { runId, rows: some, sum })
    done += some.length
    return some.length
  }
  const committed = async () => {
    desk.emit({ name: 'import.progress', value: { importId: runId, done, total: rows.length } })
    await foldLog(desk.store.db)
  }
  await inTransactions((work) => desk.store.db.transaction().execute(work), takeIn, { signal, committed })
  return sum
}
