import type { AlphabetSheet } from '../../shared/domain/alphabet-sheet.ts'
import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { printAlphabet } from './print-alphabet.ts'
import type { AlphabetToPrint } from './print-alphabet.ts'
import { printSheets } from './print-sheets.ts'

/** A sheet of either kind. */
export type AnySheet =
  | { readonly kind: 'form'; readonly version: FormVersion }
  | { readonly kind: 'alphabet'; readonly sheet: AlphabetSheet }

/** Makes the PDF of sheets of one kind. */
export function printAnySheet(what: AnySheet, how: Omit<AlphabetToPrint, 'sheet'>): Promise<Uint8Array> {
  return what.kind === 'form'
    ? printSheets({ ...how, version: what.version })
    : printAlphabet({ ...how, sheet: what.sheet })
}
