import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import type { PrintWeight } from '../../shared/domain/print-type.ts'

/** The printed type in a PDF, by weight. */
export type SheetFonts = Readonly<Record<PrintWeight, PDFFont>>

const FILES = { 400: 'SourceSans3-Regular.ttf', 600: 'SourceSans3-Semibold.ttf', 700: 'SourceSans3-Bold.ttf' } as const

/** Puts the printed type into a PDF: of each font the characters that are used, so that no printer swaps it for another. */
export async function embedSheetFonts(pdf: PDFDocument, fontsDir: string): Promise<SheetFonts> {
  pdf.registerFontkit(fontkit)
  // Ligatures off: a sheet is laid out by the width of single characters.
  const embed = async (file: string): Promise<PDFFont> =>
    pdf.embedFont(await readFile(join(fontsDir, file)), { subset: true, features: { liga: false } })
  return { 400: await embed(FILES[400]), 600: await embed(FILES[600]), 700: await embed(FILES[700]) }
}
