import type { RectMm } from './opt-in-form-layout.ts'
import type { PrintWeight } from './print-type.ts'

/** The colours of a printed sheet, by what they are for; each printer makes of them what it can. */
export type InkTone = 'ink' | 'soft' | 'accent' | 'cell' | 'black' | 'white'

/** How a line of type is set; `sizeMm` is its em square. */
export interface TypeStyle {
  readonly sizeMm: number
  readonly weight: PrintWeight
  readonly tone: InkTone
}

/** One line of type. `xMm` is its left end, its middle or its right end, as `align` says. */
export interface PrintedLine extends TypeStyle {
  readonly kind: 'line'
  readonly words: string
  readonly xMm: number
  readonly baselineMm: number
  readonly align: 'left' | 'center' | 'right'
}

/** One thing that is printed on a sheet besides its fields: a line of type, a filled area, an empty frame. */
export type InkItem =
  | PrintedLine
  | ({ readonly kind: 'area'; readonly tone: InkTone } & RectMm)
  | ({ readonly kind: 'frame'; readonly tone: InkTone; readonly lineMm: number } & RectMm)
