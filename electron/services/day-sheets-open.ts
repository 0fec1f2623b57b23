import type { DateOrder, DaySheetMapping } from '../../shared/domain/day-sheet.ts'
import type { ImportRunId } from '../../shared/ids.ts'
import type { CsvRow } from '../workshop/csv-rows.ts'

/** A day sheet that was opened and not yet taken in: it lives in memory alone. */
export interface OpenDaySheet {
  readonly importId: ImportRunId
  readonly name: string
  /** SHA-256 of the file, in hex. */
  readonly sha256: string
  readonly headings: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly mapping: DaySheetMapping
  readonly dateOrder: DateOrder
}

/** The day sheets between opening and import, and the imports that are under way. */
export interface DaySheetsOpen {
  /** Keeps a sheet, or its new mapping. */
  keep(sheet: OpenDaySheet): void
  find(importId: string): OpenDaySheet | null
  drop(importId: string): boolean
  /** Notes that an import begins and hands out the signal that stops it; null when it is under way already. */
  begin(importId: string): AbortSignal | null
  end(importId: string, isCancelled: boolean): void
  /** Does imports one after the other: two at once could each take back what the other changed. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Asks an import under way to stop and waits for its end. False when there is none, or when it was done already. */
  stop(importId: string): Promise<boolean>
}

/** A person looks at one sheet at a time; the others are those that were opened and forgotten. */
const MOST_KEPT = 3

/** `whenEnded` holds those who wait for the import to have ended. */
interface RunningImport {
  readonly controller: AbortController
  readonly whenEnded: ((isCancelled: boolean) => void)[]
}

/** Makes the place for opened day sheets; it is empty again after a restart. */
export function createDaySheetsOpen(): DaySheetsOpen {
  const sheets = new Map<string, OpenDaySheet>()
  const running = new Map<string, RunningImport>()

  function keep(sheet: OpenDaySheet): void {
    sheets.delete(sheet.importId)
    sheets.set(sheet.importId, sheet)
    const forgotten = [...sheets.keys()].filter((importId) => !running.has(importId)).slice(0, -MOST_KEPT)
    for (const importId of forgotten) sheets.delete(importId)
  }

  function begin(importId: string): AbortSignal | null {
    if (running.has(importId)) return null
    const controller = new AbortController()
    running.set(importId, { controller, whenEnded: [] })
    return controller.signal
  }

  function end(importId: string, isCancelled: boolean): void {
    const run = running.get(importId)
    running.delete(importId)
    for (const tell of run?.whenEnded ?? []) tell(isCancelled)
  }

  async function stop(importId: string): Promise<boolean> {
    const run = running.get(importId)
    if (!run) return false
    run.controller.abort()
    return new Promise((resolve) => void run.whenEnded.push(resolve))
  }

  return {
    keep,
    find: (importId) => sheets.get(importId) ?? null,
    drop: (importId) => sheets.delete(importId),
    begin,
    end,
    inTurn: createTurns(),
    stop,
  }
}

/** Makes the function that does one work after the other. */
function createTurns(): DaySheetsOpen['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined) // Whoever waits for this work hears of it; the next one begins all the same.
    return done
  }
}
