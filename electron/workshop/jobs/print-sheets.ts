import { ok } from '../../../shared/result.ts'
import type { JobInput, JobResult } from '../port.ts'

/** Makes the PDF of sheets to print. What draws it is read at its first use: few of the workshop's lives need it. */
export async function printSheetsJob({ what, ...how }: JobInput<'printSheets'>): Promise<JobResult<'printSheets'>> {
  const drawing = await import('../../forms/print-any-sheet.ts')
  return ok({ bytes: new Uint8Array(await drawing.printAnySheet(what, how)) })
}
