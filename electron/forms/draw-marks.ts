import qrcode from 'qrcode-generator'
import type { CornerMark, RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import { sheetCodeText } from '../../shared/domain/opt-in-form.ts'
import type { SheetPen } from './sheet-pen.ts'
import { SHEET_COLORS } from './sheet-pen.ts'

/** Draws a corner mark: a black square whose white modules tell which corner it is. */
export function drawCornerMark(pen: SheetPen, mark: CornerMark): void {
  pen.fill(mark, '#000000')
  const rows = Array.from({ length: 6 }, (_, row) => mark.modules.slice(row * 6, row * 6 + 6))
  const moduleMm = mark.widthMm / 8
  const corner = { xMm: mark.xMm + moduleMm, yMm: mark.yMm + moduleMm }
  const isFilled = (row: number, column: number): boolean => rows[row]?.[column] === '1'
  pen.modules({ ...corner, moduleMm, count: 6, isFilled }, '#ffffff')
}

/** Draws the code square of a sheet with its code and serial number in plain type below it. */
export function drawSheetCode(pen: SheetPen, square: RectMm, code: string, serial: string): void {
  drawCodeSquare(pen, square, sheetCodeText(code, serial))
  const middle = square.xMm + square.widthMm / 2
  const below = square.yMm + square.heightMm + 3.4
  pen.text(`${code} / ${serial}`, middle, below, { sizeMm: 2.6, color: SHEET_COLORS.soft, align: 'center' })
}

/** Draws a QR code that fills the square; error level Q, so that a quarter of it may be soiled. */
function drawCodeSquare(pen: SheetPen, area: RectMm, text: string): void {
  const code = qrcode(0, 'Q')
  code.addData(text, 'Alphanumeric')
  code.make()
  const count = code.getModuleCount()
  const { xMm, yMm } = area
  const isFilled = (row: number, column: number): boolean => code.isDark(row, column)
  pen.modules({ xMm, yMm, moduleMm: area.widthMm / count, count, isFilled }, '#000000')
}
