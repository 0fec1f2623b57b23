import { join } from 'node:path'
import { alphabetSheet } from '../../shared/domain/alphabet-sheet.ts'
import { serialText } from '../../shared/domain/opt-in-form.ts'
import type { FormVersionId, PrintRunId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isoDay } from '../../shared/time.ts'
import { addPrintRun, lastSerial } from '../db/repos/print-runs.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { SheetsJob } from '../workshop/port.ts'
import { keepFormVersions } from './keep-form-versions.ts'
import { editionToPrint } from './sheet-edition.ts'
import type { EditionToPrint } from './sheet-edition.ts'
import { saveSheetOffice, sheetOffice, tidyOffice } from './sheet-office.ts'

type Printed = OutputOf<'sheets.print'>

/** The numbers below belong to sheets that were handed out before the program kept count. */
const FIRST_SERIAL = 1001
/** Shown in a preview, and never given to a sheet that is printed. */
const NO_SERIAL = '000000'

/** What the office says of itself on its sheets. */
export async function tellSheetOffice(desk: DeskServices): Promise<OutputOf<'sheets.office'>> {
  return { office: await sheetOffice(desk.store.db, desk) }
}

/** What a sheet would be today: its code, whether its words are new, and what keeps it from being printed. */
export async function checkSheet(
  desk: DeskServices,
  { office, choice }: ParsedInputOf<'sheets.check'>,
): Promise<OutputOf<'sheets.check'>> {
  const { version, missing, unprintable, isNewEdition } = await designToday(desk, office, choice)
  return { code: version.code, isNewEdition, missing: [...missing], unprintable }
}

/** The sheet as a picture. Fails as the workshop does. */
export async function pictureOfSheet(
  desk: DeskServices,
  { office, choice }: ParsedInputOf<'sheets.picture'>,
): Promise<Result<OutputOf<'sheets.picture'>, AppError>> {
  const { version } = await designToday(desk, office, choice)
  const drawn = await desk.workshop.run(
    'printSheets',
    sheetsJob(desk, { kind: 'form', version }, version.code, [NO_SERIAL]),
  )
  if (!drawn.ok) return drawn
  const file = { name: `${version.code}.pdf`, bytes: drawn.value.bytes, pageNo: 1 }
  const page = await desk.workshop.run('renderPage', file)
  return page.ok ? ok({ ...page.value, code: version.code, mediaType: 'image/jpeg' }) : page
}

/**
 * Prints sheets: keeps their edition for good, gives each its own serial number, and answers the PDF. The numbers of a PDF
 * that could not be made are lost, never used again. Fails with `form_incomplete` where the checklist is not met.
 */
export async function printForms(
  desk: DeskServices,
  { office: typed, choice, count }: ParsedInputOf<'sheets.print'>,
): Promise<Result<Printed, AppError>> {
  const kept = await desk.store.db.transaction().execute(async (writer) => {
    const office = tidyOffice(typed)
    const today = isoDay(desk.clock.now(), desk.practiceZone())
    const edition = await editionToPrint(writer, office, choice, today)
    if (edition.missing.length > 0) return err({ code: 'form_incomplete', points: edition.missing } as const)
    await saveSheetOffice(writer, office)
    const [stored] = await keepFormVersions(writer, desk.newId, desk.clock.now(), [edition.version])
    const firstSerial = await keepRun(writer, desk, edition.version.code, stored?.id ?? null, count)
    return ok({ version: edition.version, firstSerial })
  })
  if (!kept.ok) return kept
  const { version, firstSerial } = kept.value
  return makeFile(desk, { kind: 'form', version }, version.code, firstSerial, count)
}

/** Prints sheets with which the office teaches the reader its own hands. */
export async function printAlphabets(
  desk: DeskServices,
  { language, paper, count }: ParsedInputOf<'sheets.printAlphabet'>,
): Promise<Result<Printed, AppError>> {
  const sheet = alphabetSheet(language, paper)
  const firstSerial = await desk.store.db
    .transaction()
    .execute((writer) => keepRun(writer, desk, sheet.code, null, count))
  return makeFile(desk, { kind: 'alphabet', sheet }, sheet.code, firstSerial, count)
}

async function designToday(
  desk: DeskServices,
  office: ParsedInputOf<'sheets.check'>['office'],
  choice: ParsedInputOf<'sheets.check'>['choice'],
): Promise<EditionToPrint> {
  const today = isoDay(desk.clock.now(), desk.practiceZone())
  return editionToPrint(desk.store.db, tidyOffice(office), choice, today)
}

async function keepRun(
  writer: Writer,
  desk: DeskServices,
  sheetCode: string,
  formVersionId: FormVersionId | null,
  sheetCount: number,
): Promise<number> {
  const last = await lastSerial(writer)
  const firstSerial = last === null ? FIRST_SERIAL : last + 1
  const by = { staffId: desk.staffId(), printedAtMs: desk.clock.now() }
  await addPrintRun(writer, {
    id: desk.newId() as PrintRunId,
    sheetCode,
    formVersionId,
    firstSerial,
    sheetCount,
    ...by,
  })
  return firstSerial
}

async function makeFile(
  desk: DeskServices,
  what: SheetsJob['what'],
  code: string,
  firstSerial: number,
  count: number,
): Promise<Result<Printed, AppError>> {
  const serials = Array.from({ length: count }, (_, step) => serialText(firstSerial + step))
  const [first = '', last = first] = [serials[0], serials.at(-1)]
  const job = sheetsJob(desk, what, `${code} ${first}-${last}`, serials)
  const made = await desk.workshop.run('printSheets', job)
  return made.ok ? ok({ code, first, last, name: job.name, bytes: made.value.bytes }) : made
}

/** The fonts lie beside the sample practice, in the program's folder of resources. */
function sheetsJob(desk: DeskServices, what: SheetsJob['what'], title: string, serials: readonly string[]): SheetsJob {
  return { name: `${title}.pdf`, what, serials, fontsDir: join(desk.sampleDir, '..', 'fonts'), atMs: desk.clock.now() }
}
