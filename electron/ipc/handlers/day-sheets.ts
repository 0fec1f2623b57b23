import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { createDaySheetsOpen } from '../../services/day-sheets-open.ts'
import { importDaySheet } from '../../services/import-day-sheet.ts'
import { openDaySheet, remapDaySheet } from '../../services/open-day-sheet.ts'

type Method = 'daySheets.open' | 'daySheets.remap' | 'daySheets.import' | 'daySheets.cancel'

/** Day sheets: a CSV of appointments is opened as a dry run, mapped, taken in, or dropped. */
export const daySheetHandlers: HandlerGroup<Method> = (desk) => {
  const open = createDaySheetsOpen()
  return {
    'daySheets.open': (file) => openDaySheet(desk, open, file),
    'daySheets.remap': (input) => remapDaySheet(desk, open, input),
    'daySheets.import': ({ importId }) => importDaySheet(desk, open, importId),
    'daySheets.cancel': async ({ importId }) => {
      const wasRunning = await open.stop(importId)
      return ok({ isCancelled: open.drop(importId) || wasRunning })
    },
  }
}
