import type { PDFDocument } from '@napi-rs/canvas'
import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'

/** How a piece of text is set. Sizes are millimetres of the em square. */
export interface TextStyle {
  readonly sizeMm: number
  readonly weight?: number
  readonly color?: string
  readonly family?: string
  readonly align?: 'left' | 'center' | 'right'
}

/** The family under which the printed type is registered. */
export const PRINT_FAMILY = 'Optdesk Print'

/** Colours of the printed sheet: deep teal for headings, pale blue for cells, which a reader can drop. */
export const SHEET_COLORS = { ink: '#14202b', soft: '#44525f', accent: '#12565c', cell: '#8fb8d8', cellFill: '#f7fbfe' }

/** What a page of a PDF and a picture have in common to draw on. */
export type PaperContext = ReturnType<PDFDocument['beginPage']>

/** Draws in millimetres on any canvas or PDF page. */
export interface PaperPen {
  readonly context: PaperContext
  readonly pxPerMm: number
  text(words: string, xMm: number, baselineMm: number, style: TextStyle): void
  /** Sets wrapped lines and gives the baseline of the last one. */
  paragraph(words: string, xMm: number, baselineMm: number, widthMm: number, leadMm: number, style: TextStyle): number
  widthMm(words: string, style: TextStyle): number
  fill(rect: RectMm, color: string): void
  frame(rect: RectMm, lineMm: number, color: string): void
  line(x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number, lineMm: number, color: string): void
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
    const lines = wrap(words, (line) => widthMm(line, style) <= roomMm)
    lines.forEach((line, place) => text(line, xMm, baselineMm + place * leadMm, style))
    return baselineMm + (lines.length - 1) * leadMm
  }
  return { text, paragraph, widthMm }
}

function lineTools(context: PaperContext, pxPerMm: number): Pick<PaperPen, 'fill' | 'frame' | 'line'> {
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
  }
}

function wrap(words: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
