import type { PDFDocument } from '@napi-rs/canvas'
import type { SheetPen, TextStyle } from '../../electron/forms/sheet-pen.ts'
import { SHEET_COLORS, wrapWords } from '../../electron/forms/sheet-pen.ts'

/** The family under which the printed type is registered. */
export const PRINT_FAMILY = 'Optdesk Print'

/** What a page of a PDF and a picture have in common to draw on. */
export type PaperContext = ReturnType<PDFDocument['beginPage']>

/** Draws in millimetres on any canvas or PDF page. */
export interface PaperPen extends SheetPen {
  readonly context: PaperContext
  readonly pxPerMm: number
}

/** A pen for a context whose unit is `1 / pxPerMm` millimetres. */
export function paperPen(context: PaperContext, pxPerMm: number): PaperPen {
  return { context, pxPerMm, ...typeTools(context, pxPerMm), ...lineTools(context, pxPerMm) }
}

function typeTools(context: PaperContext, pxPerMm: number): Pick<PaperPen, 'text' | 'paragraph' | 'widthMm'> {
  const setStyle = (style: TextStyle): void => {
    context.font = `${style.weight ?? 400} ${style.sizeMm * pxPerMm}px "${style.family ?? PRINT_FAMILY}"`
    context.fillStyle = style.color ?? SHEET_COLORS.ink
    context.textAlign = style.align ?? 'left'
  }
  const widthMm: PaperPen['widthMm'] = (words, style) => {
    setStyle(style)
    return context.measureText(words).width / pxPerMm
  }
  const text: PaperPen['text'] = (words, xMm, baselineMm, style) => {
    setStyle(style)
    context.fillText(words, xMm * pxPerMm, baselineMm * pxPerMm)
  }
  const paragraph: PaperPen['paragraph'] = (words, xMm, baselineMm, roomMm, leadMm, style) => {
    const lines = wrapWords(words, (line) => widthMm(line, style) <= roomMm)
    lines.forEach((line, place) => text(line, xMm, baselineMm + place * leadMm, style))
    return baselineMm + (lines.length - 1) * leadMm
  }
  return { text, paragraph, widthMm }
}

function lineTools(context: PaperContext, pxPerMm: number): Pick<PaperPen, 'fill' | 'frame' | 'line' | 'modules'> {
  const px = (mm: number): number => mm * pxPerMm
  return {
    fill: (rect, color) => {
      context.fillStyle = color
      context.fillRect(px(rect.xMm), px(rect.yMm), px(rect.widthMm), px(rect.heightMm))
    },
    frame: (rect, lineMm, color) => {
      context.strokeStyle = color
      context.lineWidth = px(lineMm)
      context.strokeRect(px(rect.xMm), px(rect.yMm), px(rect.widthMm), px(rect.heightMm))
    },
    line: (x1Mm, y1Mm, x2Mm, y2Mm, lineMm, color) => {
      context.strokeStyle = color
      context.lineWidth = px(lineMm)
      context.beginPath()
      context.moveTo(px(x1Mm), px(y1Mm))
      context.lineTo(px(x2Mm), px(y2Mm))
      context.stroke()
    },
    modules: ({ xMm, yMm, moduleMm, count, isFilled }, color) => {
      const size = moduleMm * pxPerMm
      context.fillStyle = color
      context.beginPath()
      for (let row = 0; row < count; row += 1) {
        for (let column = 0; column < count; column += 1) {
          if (!isFilled(row, column)) continue
          context.rect(xMm * pxPerMm + column * size, yMm * pxPerMm + row * size, size, size)
        }
      }
      context.fill()
    },
  }
}
