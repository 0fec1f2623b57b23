import { fill, lineTo, moveTo, popGraphicsState, pushGraphicsState, rectangle, rgb } from 'pdf-lib'
import { setFillingRgbColor, setLineWidth, setStrokingRgbColor, stroke } from 'pdf-lib'
import type { PDFFont, PDFOperator, PDFPage } from 'pdf-lib'
import type { SheetFonts } from './sheet-fonts.ts'
import type { SheetPen, TextStyle } from './sheet-pen.ts'
import { SHEET_COLORS, wrapWords } from './sheet-pen.ts'

/** Points of a PDF in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4

type Rgb = readonly [red: number, green: number, blue: number]

/** Draws a sheet onto a page of a PDF, as lines, areas and type: nothing of it is a picture. */
export function pdfPen(page: PDFPage, fonts: SheetFonts): SheetPen {
  const height = page.getHeight()
  const pt = (mm: number): number => Math.round(mm * POINTS_PER_MM * 1000) / 1000
  const up = (yMm: number): number => Math.round((height - yMm * POINTS_PER_MM) * 1000) / 1000
  const draw = (...operators: readonly PDFOperator[]): void =>
    page.pushOperators(pushGraphicsState(), ...operators, popGraphicsState())
  const box = (x: number, y: number, width: number, boxHeight: number): PDFOperator =>
    rectangle(pt(x), up(y + boxHeight), pt(width), pt(boxHeight))

  const widthMm: SheetPen['widthMm'] = (words, style) =>
    fontOf(fonts, style).widthOfTextAtSize(words, style.sizeMm * POINTS_PER_MM) / POINTS_PER_MM
  const text: SheetPen['text'] = (words, xMm, baselineMm, style) => {
    if (words === '') return
    const before = { left: 0, center: 0.5, right: 1 }[style.align ?? 'left'] * widthMm(words, style)
    const [red, green, blue] = rgbOf(style.color ?? SHEET_COLORS.ink)
    page.drawText(words, {
      x: pt(xMm - before),
      y: up(baselineMm),
      size: style.sizeMm * POINTS_PER_MM,
      font: fontOf(fonts, style),
      color: rgb(red, green, blue),
    })
  }
  return {
    text,
    widthMm,
    paragraph: (words, xMm, baselineMm, roomMm, leadMm, style) => {
      const lines = wrapWords(words, (line) => widthMm(line, style) <= roomMm)
      lines.forEach((line, place) => text(line, xMm, baselineMm + place * leadMm, style))
      return baselineMm + (lines.length - 1) * leadMm
    },
    fill: ({ xMm, yMm, widthMm: width, heightMm }, color) =>
      draw(setFillingRgbColor(...rgbOf(color)), box(xMm, yMm, width, heightMm), fill()),
    frame: ({ xMm, yMm, widthMm: width, heightMm }, lineMm, color) =>
      draw(setStrokingRgbColor(...rgbOf(color)), setLineWidth(pt(lineMm)), box(xMm, yMm, width, heightMm), stroke()),
    line: (x1, y1, x2, y2, lineMm, color) =>
      draw(
        setStrokingRgbColor(...rgbOf(color)),
        setLineWidth(pt(lineMm)),
        moveTo(pt(x1), up(y1)),
        lineTo(pt(x2), up(y2)),
        stroke(),
      ),
    modules: ({ xMm, yMm, moduleMm, count, isFilled }, color) => {
      const places = Array.from({ length: count * count }, (_, place) => [Math.floor(place / count), place % count])
      const filled = places
        .filter(([row = 0, column = 0]) => isFilled(row, column))
        .map(([row = 0, column = 0]) => box(xMm + column * moduleMm, yMm + row * moduleMm, moduleMm, moduleMm))
      draw(setFillingRgbColor(...rgbOf(color)), ...filled, fill())
    },
  }
}

function fontOf(fonts: SheetFonts, { weight = 400 }: TextStyle): PDFFont {
  if (weight >= 700) return fonts[700]
  return weight >= 600 ? fonts[600] : fonts[400]
}

function rgbOf(color: string): Rgb {
  const part = (from: number): number => Number.parseInt(color.slice(from, from + 2), 16) / 255
  return [part(1), part(3), part(5)]
}
