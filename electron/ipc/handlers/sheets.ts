import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { checkSheet, pictureOfSheet, printAlphabets, printForms, tellSheetOffice } from '../../services/print-sheets.ts'

type Method = 'sheets.office' | 'sheets.check' | 'sheets.picture' | 'sheets.print' | 'sheets.printAlphabet'

/** Blank sheets: what they say, how they look, and printing them. */
export const sheetHandlers: HandlerGroup<Method> = (desk) => ({
  'sheets.office': async () => ok(await tellSheetOffice(desk)),
  'sheets.check': async (input) => ok(await checkSheet(desk, input)),
  'sheets.picture': (input) => pictureOfSheet(desk, input),
  'sheets.print': (input) => printForms(desk, input),
  'sheets.printAlphabet': (input) => printAlphabets(desk, input),
})
