import { promisedWords } from '../../shared/domain/opt-in-form.ts'
import { designForm } from '../../shared/domain/opt-in-form-design.ts'
import type { DesignedForm } from '../../shared/domain/opt-in-form-design.ts'
import { missingFromForm } from '../../shared/domain/opt-in-form-checklist.ts'
import { readSheetCode, sheetCode, wordForm } from '../../shared/domain/opt-in-form-office.ts'
import type { Edition, FormOffice, SheetChoice } from '../../shared/domain/opt-in-form-office.ts'
import { listFormVersions } from '../db/repos/form-versions.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'
import type { Reader } from '../db/schema.ts'

/** A sheet as it would be printed today. */
export interface EditionToPrint extends DesignedForm {
  /** True where its words were never printed before: printing it begins a new edition. */
  readonly isNewEdition: boolean
}

/**
 * Finds the edition whose words an office's sheet has: the same words are the same edition, however often they were changed
 * in between; other words begin the next one. A sheet that was kept is printed again line for line as it was.
 */
export async function editionToPrint(
  reader: Reader,
  office: FormOffice,
  choice: SheetChoice,
  today: string,
): Promise<EditionToPrint> {
  const series = seriesOf(await listFormVersions(reader), choice)
  const words = promisedWords(wordForm(office, choice, { number: 1, effectiveOn: today }))
  const same = series.find(({ stored }) => wordsOf(stored) === words)
  const next: Edition = { number: 1 + Math.max(0, ...series.map(({ edition }) => edition.number)), effectiveOn: today }
  const edition = same?.edition ?? next
  const designed = designForm(office, choice, edition)
  const kept = series.find(({ stored }) => stored.code === sheetCode(choice, edition.number))?.stored.sheet
  return {
    ...designed,
    ...(kept ? { version: kept, missing: missingFromForm(kept) } : {}),
    isNewEdition: same === undefined,
  }
}

interface InSeries {
  readonly stored: StoredFormVersion
  readonly edition: Edition
}

/** Editions are counted within a language and a size: large print has words of its own. */
function seriesOf(versions: readonly StoredFormVersion[], { language, size }: SheetChoice): readonly InSeries[] {
  return versions.flatMap((stored) => {
    const read = readSheetCode(stored.code)
    if (read?.language !== language || read.size !== size) return []
    return [{ stored, edition: { number: read.edition, effectiveOn: dayOf(stored) } }]
  })
}

/** The first line of a stored wording is the sheet's code, language and day; what is promised follows. */
function wordsOf({ wording }: StoredFormVersion): string {
  return wording.slice(wording.indexOf('\n') + 1)
}

function dayOf({ wording }: StoredFormVersion): string {
  return wording.slice(0, wording.indexOf('\n')).split(' ').at(-1) ?? ''
}
