import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import type { FormLayout } from '../../shared/domain/opt-in-form-layout.ts'
import { drawFirstLayout } from './draw-first-layout.ts'
import { drawInk } from './draw-ink.ts'
import { drawCornerMark, drawSheetCode } from './draw-marks.ts'
import type { SheetPen } from './sheet-pen.ts'
import { SHEET_COLORS } from './sheet-pen.ts'

/** Draws the blank sheet as it leaves the printer: every field stands where the version's layout says. */
export function drawBlankForm(pen: SheetPen, version: FormVersion, serial: string): void {
  drawFormBase(pen, version)
  drawFormSerial(pen, version, serial)
}

/** Draws what all sheets of a version have in common. */
export function drawFormBase(pen: SheetPen, version: FormVersion): void {
  const { layout, ink } = version
  const paper = { xMm: 0, yMm: 0, widthMm: layout.pageWidthMm, heightMm: layout.pageHeightMm }
  pen.fill(paper, '#ffffff')
  for (const mark of layout.marks) drawCornerMark(pen, mark)
  if (ink === undefined) {
    drawFirstLayout(pen, version)
    return
  }
  drawInk(pen, ink)
  drawFields(pen, layout)
}

/** Draws what tells one sheet from the others: its code, for the reader and for people. */
export function drawFormSerial(pen: SheetPen, { code, layout }: FormVersion, serial: string): void {
  drawSheetCode(pen, layout.codeSquare, code, serial)
}

/** Draws what is written or ticked by hand: pale cells, black boxes, the frame of the signature. */
function drawFields(pen: SheetPen, { combs, consentBoxes, endingBoxes, signature }: FormLayout): void {
  for (const cell of combs.flatMap(({ cells }) => cells)) {
    pen.fill(cell, SHEET_COLORS.cellFill)
    pen.frame(cell, 0.2, SHEET_COLORS.cell)
  }
  for (const box of consentBoxes) pen.frame(box, 0.55, '#000000')
  for (const box of endingBoxes) pen.frame(box, 0.3, SHEET_COLORS.ink)
  pen.frame(signature, 0.35, SHEET_COLORS.ink)
}
