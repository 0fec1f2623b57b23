import { PDFDocument } from 'pdf-lib'
import { sheetCodeText } from '../../shared/domain/opt-in-form.ts'
import type { AlphabetSheet } from '../../shared/domain/alphabet-sheet.ts'
import { drawInk } from './draw-ink.ts'
import { drawCodeSquare, drawCornerMark } from './draw-marks.ts'
import { pdfPen, POINTS_PER_MM } from './pdf-pen.ts'
import { describe } from './print-sheets.ts'
import { embedSheetFonts } from './sheet-fonts.ts'
import type { SheetPen } from './sheet-pen.ts'
import { SHEET_COLORS } from './sheet-pen.ts'

/** Alphabet sheets to print, one page for each serial number. */
export interface AlphabetToPrint {
  readonly sheet: AlphabetSheet
  readonly serials: readonly string[]
  readonly fontsDir: string
  readonly atMs: number
}

/** Makes the PDF of blank alphabet sheets. */
export async function printAlphabet({ sheet, serials, fontsDir, atMs }: AlphabetToPrint): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const [heading] = sheet.ink
  const title = heading?.kind === 'line' ? heading.words : sheet.code
  describe(pdf, { title, author: 'Optdesk', language: sheet.language, atMs })
  const fonts = await embedSheetFonts(pdf, fontsDir)
  for (const serial of serials) {
    const page = pdf.addPage([sheet.pageWidthMm * POINTS_PER_MM, sheet.pageHeightMm * POINTS_PER_MM])
    drawAlphabet(pdfPen(page, fonts), sheet, serial)
  }
  return pdf.save()
}

/** Draws the blank alphabet sheet. */
export function drawAlphabet(pen: SheetPen, sheet: AlphabetSheet, serial: string): void {
  for (const mark of sheet.marks) drawCornerMark(pen, mark)
  drawCodeSquare(pen, sheet.codeSquare, sheetCodeText(sheet.code, serial))
  drawInk(pen, sheet.ink)
  for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
    pen.fill(cell, SHEET_COLORS.cellFill)
    pen.frame(cell, 0.2, SHEET_COLORS.cell)
  }
  const { codeSquare } = sheet
  const caption = { sizeMm: 2.6, color: SHEET_COLORS.soft, align: 'center' } as const
  const middle = codeSquare.xMm + codeSquare.widthMm / 2
  pen.text(`${sheet.code} / ${serial}`, middle, codeSquare.yMm + codeSquare.heightMm + 3.4, caption)
}
