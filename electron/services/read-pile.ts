import type { CoreEvent } from '../../shared/ipc/contract.ts'
import type { FormId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { nextFormToRead, wasReadBy } from '../db/repos/form-readings.ts'
import { startLoop } from '../queue/loop.ts'
import type { Timing } from '../queue/timing.ts'
import { readForm } from './read-form.ts'
import type { ReadFormParts } from './read-form.ts'

/** What reads the sheets that came in, one after the other, while the desk is open. */
export interface PileReading {
  /** Says that sheets came in. */
  wake(): void
  /** Somebody looks at this sheet now: it goes before the others. */
  hurry(id: FormId): void
  /** Lets go of the sheet that is being read; it begins anew at the next opening. */
  stop(): Promise<void>
}

/** What the pile is read with. */
export interface PileReadingParts extends ReadFormParts {
  readonly setAlarm: Timing['setAlarm']
  /** Resolves once the window shows its first page. */
  readonly mayBegin?: Promise<void>
  readonly emit: (event: CoreEvent) => void
  readonly onTrouble: (cause: unknown) => void
}

/** The program and its model of characters. Another name has every waiting sheet read once more. */
export const SHEET_READER = 'sheet-1 characters-1'

/** While nothing waits. */
const IDLE_MS = 60 * 60_000
/** After trouble with the disk, before the next try. */
const TROUBLE_WAIT_MS = 30_000

/**
 * Reads every sheet that waits to be checked and that this reader has not read. What is to be read is asked of the store
 * each time, so that a crash loses nothing: the sheet that was being read is simply the next one.
 */
export function startPileReading(parts: PileReadingParts, sheetReader: string = SHEET_READER): PileReading {
  const { store, clock, closing, emit, onTrouble } = parts
  let hurried: FormId | null = null

  async function next(): Promise<FormId | null> {
    const first = hurried
    hurried = null
    if (first !== null && !(await wasReadBy(store.db, first, sheetReader))) return first
    return nextFormToRead(store.db, sheetReader)
  }

  async function turn(): Promise<Instant | null> {
    try {
      const formId = closing.aborted ? null : await next()
      if (formId === null) return clock.now() + IDLE_MS
      const done = await readForm(parts, formId, sheetReader)
      if (!done.ok) return clock.now() + TROUBLE_WAIT_MS
      if (done.value) emit({ name: 'changed', value: { areas: ['forms'] } })
      return null
    } catch (cause) {
      onTrouble(cause)
      return clock.now() + TROUBLE_WAIT_MS
    }
  }

  const loop = startLoop(turn, parts.setAlarm, parts.mayBegin)
  return {
    wake: () => loop.wake(),
    hurry: (id) => {
      hurried = id
      loop.wake()
    },
    stop: () => loop.stop(),
  }
}
