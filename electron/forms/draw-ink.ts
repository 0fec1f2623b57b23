import type { InkItem, InkTone } from '../../shared/domain/opt-in-form-ink.ts'
import { assertNever } from '../../shared/result.ts'
import type { SheetPen } from './sheet-pen.ts'
import { SHEET_COLORS } from './sheet-pen.ts'

const COLORS: Readonly<Record<InkTone, string>> = {
  ink: SHEET_COLORS.ink,
  soft: SHEET_COLORS.soft,
  accent: SHEET_COLORS.accent,
  cell: SHEET_COLORS.cell,
  black: '#000000',
  white: '#ffffff',
}

/** Draws all that is printed besides the fields, in the order in which it was set. */
export function drawInk(pen: SheetPen, ink: readonly InkItem[]): void {
  for (const item of ink) drawItem(pen, item, COLORS[item.tone])
}

function drawItem(pen: SheetPen, item: InkItem, color: string): void {
  switch (item.kind) {
    case 'line': {
      const { words, xMm, baselineMm, sizeMm, weight, align } = item
      return pen.text(words, xMm, baselineMm, { sizeMm, weight, align, color })
    }
    case 'area':
      return pen.fill(item, color)
    case 'frame':
      return pen.frame(item, item.lineMm, color)
    default:
      return assertNever(item)
  }
}
