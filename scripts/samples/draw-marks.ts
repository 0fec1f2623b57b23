import qrcode from 'qrcode-generator'
import type { CornerMark, RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import type { PaperPen } from './paper-pen.ts'

/** Draws a corner mark: a black square whose white modules tell which corner it is. */
export function drawCornerMark(pen: PaperPen, mark: CornerMark): void {
  pen.fill(mark, '#000000')
  const rows = Array.from({ length: 6 }, (_, row) => mark.modules.slice(row * 6, row * 6 + 6))
  const inner = mark.widthMm / 8
  fillModules(pen, { xMm: mark.xMm + inner, yMm: mark.yMm + inner }, inner, '#ffffff', 6, (row, column) => {
    return rows[row]?.[column] === '1'
  })
}

/** Draws a QR code that fills the square; error level Q, so that a quarter of it may be soiled. */
export function drawCodeSquare(pen: PaperPen, area: RectMm, text: string): void {
  const code = qrcode(0, 'Q')
  code.addData(text, 'Alphanumeric')
  code.make()
  const count = code.getModuleCount()
  fillModules(pen, area, area.widthMm / count, '#000000', count, (row, column) => code.isDark(row, column))
}

/** Fills all modules as one path: filled one by one, a pale seam would show between neighbours. */
function fillModules(
  pen: PaperPen,
  corner: { readonly xMm: number; readonly yMm: number },
  moduleMm: number,
  color: string,
  count: number,
  isFilled: (row: number, column: number) => boolean,
): void {
  const { context, pxPerMm } = pen
  const size = moduleMm * pxPerMm
  context.fillStyle = color
  context.beginPath()
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!isFilled(row, column)) continue
      context.rect(corner.xMm * pxPerMm + column * size, corner.yMm * pxPerMm + row * size, size, size)
    }
  }
  context.fill()
}
