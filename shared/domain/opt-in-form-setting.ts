import type { SheetChoice, SheetPaper } from './opt-in-form-office.ts'
import type { InkItem, InkTone, PrintedLine, TypeStyle } from './opt-in-form-ink.ts'
import { MARK_MM, rect } from './opt-in-form-cells.ts'
import type { SheetSize } from '../rules/form-words-shape.ts'
import { brokenIntoLines, printedWidthMm } from './print-type.ts'

/** The papers that a sheet is printed on, upright. */
export const PAPERS: Readonly<Record<SheetPaper, { readonly pageWidthMm: number; readonly pageHeightMm: number }>> = {
  letter: { pageWidthMm: 215.9, pageHeightMm: 279.4 },
  a4: { pageWidthMm: 210, pageHeightMm: 297 },
}

/**
 * How far the marks stand from the page's edges. A printer that enlarges to 105% around the middle of the page still leaves
 * them 4 mm from the edge, where every printer prints.
 */
export const EDGE_MM = { x: 9, y: 11 } as const

/** The room of a page for type and fields: beside the marks, and from the top of the upper ones to the foot of the lower ones. */
export interface SheetRoom {
  readonly leftMm: number
  readonly rightMm: number
  readonly topMm: number
  readonly bottomMm: number
}

/** The white that a mark needs beside it, so that a frame is not taken for a part of it. */
const MARK_QUIET_MM = 2

/** The room of a paper. */
export function roomOf(paper: SheetPaper): SheetRoom {
  const { pageWidthMm, pageHeightMm } = PAPERS[paper]
  const leftMm = EDGE_MM.x + MARK_MM + MARK_QUIET_MM
  return { leftMm, rightMm: pageWidthMm - leftMm, topMm: EDGE_MM.y, bottomMm: pageHeightMm - EDGE_MM.y }
}

/** The sizes of type on a sheet, in millimetres of the em square, and of the boxes that are ticked. */
export interface TypeSizes {
  readonly name: number
  readonly address: number
  readonly heading: number
  readonly body: number
  readonly label: number
  readonly hint: number
  readonly section: number
  readonly title: number
  readonly disclosure: number
  readonly foot: number
  readonly model: number
  readonly box: number
  readonly endingBox: number
}

const REGULAR: TypeSizes = {
  name: 5.2,
  address: 3.1,
  heading: 7.6,
  body: 3.45,
  label: 3.1,
  hint: 2.9,
  section: 4.3,
  title: 3.9,
  disclosure: 3.2,
  foot: 2.8,
  model: 4,
  box: 6.5,
  endingBox: 4,
}
/** 16 point for all that is agreed to, at most an eighth less; the guidance for large print begins at 14. */
const LARGE: TypeSizes = {
  name: 6.2,
  address: 4.6,
  heading: 8,
  body: 5.65,
  label: 4.9,
  hint: 4.7,
  section: 5.9,
  title: 5.8,
  disclosure: 5.65,
  foot: 3.9,
  model: 4.6,
  box: 8,
  endingBox: 5,
}

/** How large the type may be, best first: it becomes smaller until the words fit. */
export const TYPE_STEPS: Readonly<Record<SheetSize, readonly [number, ...number[]]>> = {
  regular: [1.08, 1.05, 1.02, 1, 0.97, 0.94, 0.91, 0.88],
  large: [1.06, 1.03, 1, 0.97, 0.94, 0.91, 0.88],
}

/** The sizes of type of a sheet; boxes never become smaller. */
export function sizesOf({ size }: SheetChoice, step: number): TypeSizes {
  const full = size === 'large' ? LARGE : REGULAR
  const scaled = Object.entries<number>({ ...full }).map(([name, mm]) => [name, mm * step] as const)
  return { ...full, ...Object.fromEntries(scaled), box: full.box, endingBox: full.endingBox }
}

/** Sets type and shapes on a page one after the other; `y` is always the upper edge of what comes next. */
export interface Setter {
  readonly ink: readonly InkItem[]
  /** Sets one line, never broken, and gives its lower edge. */
  line(words: string, xMm: number, topMm: number, style: TypeStyle, align?: PrintedLine['align']): number
  /** Sets as many lines as the room needs, and gives the lower edge of the last one. */
  paragraph(words: string, xMm: number, topMm: number, roomMm: number, style: TypeStyle): number
  /** A line around the middle of a height, such as a word beside a box. */
  beside(words: string, xMm: number, middleMm: number, style: TypeStyle): void
  area(xMm: number, yMm: number, widthMm: number, heightMm: number, tone: InkTone): void
  frame(xMm: number, yMm: number, widthMm: number, heightMm: number, lineMm: number, tone: InkTone): void
}

/** The parts of a line of Source Sans above and below its baseline, and from one line to the next, in ems. */
const ASCENT = 0.75
const DESCENT = 0.24
const LEAD = 1.24

/** Makes a setter for one page. */
export function createSetter(): Setter {
  const ink: InkItem[] = []
  const put: Setter['line'] = (words, xMm, topMm, style, align = 'left') => {
    const baselineMm = round(topMm + ASCENT * style.sizeMm)
    if (words !== '') ink.push({ kind: 'line', words, xMm: round(xMm), baselineMm, align, ...rounded(style) })
    return topMm + (ASCENT + DESCENT) * style.sizeMm
  }
  return {
    ink,
    line: put,
    paragraph: (words, xMm, topMm, roomMm, style) => {
      const lines = brokenIntoLines(words, roomMm, style.sizeMm, style.weight)
      const bottoms = lines.map((line, place) => put(line, xMm, topMm + place * LEAD * style.sizeMm, style))
      return bottoms.at(-1) ?? topMm
    },
    beside: (words, xMm, middleMm, style) => void put(words, xMm, middleMm - 0.42 * style.sizeMm, style),
    area: (...where) => ink.push(shape('area', where)),
    frame: (xMm, yMm, widthMm, heightMm, lineMm, tone) =>
      ink.push({ kind: 'frame', tone, lineMm, ...rect(xMm, yMm, round(widthMm), round(heightMm)) }),
  }
}

/** How wide a line is. */
export function lineWidthMm(words: string, { sizeMm, weight }: TypeStyle): number {
  return printedWidthMm(words, sizeMm, weight)
}

function shape(
  kind: 'area',
  [xMm, yMm, widthMm, heightMm, tone]: readonly [number, number, number, number, InkTone],
): InkItem {
  return { kind, tone, ...rect(xMm, yMm, round(widthMm), round(heightMm)) }
}

function rounded(style: TypeStyle): TypeStyle {
  return { ...style, sizeMm: round(style.sizeMm) }
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100
}
