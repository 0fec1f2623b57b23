import type { Purpose } from './consent.ts'
import { comb, cornerMarks, rect } from './opt-in-form-cells.ts'

/** A rectangle on the page; the origin is the page's upper left corner. */
export interface RectMm {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

/** The corners that a corner mark can stand in. */
export type PageCorner = 'top_left' | 'top_right' | 'bottom_right' | 'bottom_left'

/**
 * A square mark whose pattern says which corner it is, so that a picture may lie upside down.
 * `modules` are the 6 x 6 inner squares row by row, '1' white; around them runs a black border one module wide.
 */
export interface CornerMark extends RectMm {
  readonly corner: PageCorner
  readonly id: number
  readonly modules: string
}

/** What is written by hand, one character a cell. */
export type CombName = 'first_name' | 'last_name' | 'mobile' | 'email' | 'signed_on'

/** A row of cells for one answer. `groups` are the lengths of its parts, e.g. 3-3-4 for a number. */
export interface CombField {
  readonly name: CombName
  readonly characters: 'letters' | 'digits' | 'email'
  readonly groups: readonly number[]
  readonly cells: readonly RectMm[]
}

/** The box that grants one purpose. A box is always printed empty. */
export interface ConsentBox extends RectMm {
  readonly purpose: Purpose
}

/** A small box that stands for a common e-mail ending, so that only the part before it is written. */
export interface EndingBox extends RectMm {
  readonly ending: string
}

/** Everything a reader of the picture must know about where things stand. */
export interface FormLayout {
  readonly name: string
  readonly pageWidthMm: number
  readonly pageHeightMm: number
  readonly marks: readonly CornerMark[]
  readonly codeSquare: RectMm
  readonly combs: readonly CombField[]
  readonly consentBoxes: readonly ConsentBox[]
  readonly endingBoxes: readonly EndingBox[]
  readonly signature: RectMm
}

/** The comb of that name, if the layout has it. */
export function combOf(layout: FormLayout, name: CombName): CombField | undefined {
  return layout.combs.find((comb) => comb.name === name)
}

/** The consent box of that purpose, if the layout has it. */
export function boxOf(layout: FormLayout, purpose: Purpose): ConsentBox | undefined {
  return layout.consentBoxes.find((box) => box.purpose === purpose)
}

const LETTER = { pageWidthMm: 215.9, pageHeightMm: 279.4 } as const

/**
 * US Letter, one page: marks inside the printable area, number and date in groups, consent boxes at least 10 mm apart
 * so that a generous tick never reaches the next one.
 */
export const LETTER_LAYOUT: FormLayout = {
  name: 'letter-1',
  ...LETTER,
  marks: cornerMarks(LETTER, 8, 8),
  codeSquare: { xMm: 166.9, yMm: 9, widthMm: 21, heightMm: 21 },
  combs: [
    { name: 'first_name', characters: 'letters', ...comb(20, 55.5, [11]) },
    { name: 'last_name', characters: 'letters', ...comb(96.7, 55.5, [15]) },
    { name: 'mobile', characters: 'digits', ...comb(20, 70, [3, 3, 4]) },
    { name: 'email', characters: 'email', ...comb(20, 84.5, [26]) },
    { name: 'signed_on', characters: 'digits', ...comb(136.5, 243, [2, 2, 4]) },
  ],
  consentBoxes: [boxAt('care', 112), boxAt('marketing', 129), boxAt('group', 146)],
  endingBoxes: [
    { ending: 'gmail.com', ...rect(92, 94.6, 4, 4) },
    { ending: 'yahoo.com', ...rect(117.5, 94.6, 4, 4) },
    { ending: 'outlook.com', ...rect(143, 94.6, 4, 4) },
    { ending: 'icloud.com', ...rect(171.5, 94.6, 4, 4) },
  ],
  signature: rect(20, 229.4, 110, 22),
}

function boxAt(purpose: Purpose, yMm: number): ConsentBox {
  return { purpose, ...rect(20.5, yMm, 6.5, 6.5) }
}
