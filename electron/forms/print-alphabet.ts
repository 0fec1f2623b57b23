import { PDFDocument } from 'pdf-lib'
import type { AlphabetSheet } from '../../shared/domain/alphabet-sheet.ts'
import { drawInk } from './draw-ink.ts'
import { drawCornerMark, drawSheetCode } from './draw-marks.ts'
import { pdfPen, POINTS_PER_MM } from './pdf-pen.ts'
import { describe, drawOnce } from './print-sheets.ts'
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
  const size: [number, number] = [sheet.pageWidthMm * POINTS_PER_MM, sheet.pageHeightMm * POINTS_PER_MM]
  const base = await drawOnce(pdf, size, (page) => drawAlphabet(pdfPen(page, fonts), sheet))
  for (const serial of serials) {
    const page = pdf.addPage(size)
    page.drawPage(base)
    drawSheetCode(pdfPen(page, fonts), sheet.codeSquare, sheet.code, serial)
  }
  return pdf.save()
}

/** Draws what all alphabet sheets have in common. */
function drawAlphabet(pen: SheetPen, sheet: AlphabetSheet): void {
  for (const mark of sheet.marks) drawCornerMark(pen, mark)
  drawInk(pen, sheet.ink)
  for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
    pen.fill(cell, SHEET_COLORS.cellFill)
    pen.frame(cell, 0.2, SHEET_COLORS.cell)
  }
}
