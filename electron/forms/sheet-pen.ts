import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'

/** How a piece of text is set. Sizes are millimetres of the em square. */
export interface TextStyle {
  readonly sizeMm: number
  readonly weight?: number
  readonly color?: string
  readonly family?: string
  readonly align?: 'left' | 'center' | 'right'
}

/** Colours of the printed sheet: deep teal for headings, pale blue for cells, which a reader can drop. */
export const SHEET_COLORS = { ink: '#14202b', soft: '#44525f', accent: '#12565c', cell: '#8fb8d8', cellFill: '#f7fbfe' }

/** Squares in rows and columns, some of them filled: a corner mark, a code. */
export interface ModuleGrid {
  readonly xMm: number
  readonly yMm: number
  readonly moduleMm: number
  /** Modules along a side. */
  readonly count: number
  readonly isFilled: (row: number, column: number) => boolean
}

/** What a sheet is drawn with, in millimetres from the page's upper left corner: on a canvas or into a PDF. */
export interface SheetPen {
  text(words: string, xMm: number, baselineMm: number, style: TextStyle): void
  /** Sets wrapped lines and gives the baseline of the last one. */
  paragraph(words: string, xMm: number, baselineMm: number, widthMm: number, leadMm: number, style: TextStyle): number
  widthMm(words: string, style: TextStyle): number
  fill(rect: RectMm, color: string): void
  frame(rect: RectMm, lineMm: number, color: string): void
  line(x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number, lineMm: number, color: string): void
  /** Fills all modules as one path: filled one by one, a pale seam would show between neighbours. */
  modules(grid: ModuleGrid, color: string): void
}

/** Breaks words into lines by a pen's own measure. */
export function wrapWords(words: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
