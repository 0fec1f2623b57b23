import type { Purpose } from './consent.ts'
import type { CombName, PageCorner } from './opt-in-form-layout.ts'

/** One thing that a character may be. `confidence` is calibrated: of a hundred read at 0.9, ninety are right. */
export interface CharacterGuess {
  readonly text: string
  readonly confidence: number
}

/**
 * What the reader made of one cell. `text` is one character of the field's alphabet, or empty for an empty cell and for
 * one whose character was struck out. `alternatives` are the next likely ones, best first, without `text` itself.
 */
export interface CellReading extends CharacterGuess {
  readonly alternatives: readonly CharacterGuess[]
}

/** One answer: the text as its grammar wants it, and its cells in print order. `confidence` is that of its weakest cell. */
export interface FieldReading {
  readonly text: string
  readonly confidence: number
  readonly cells: readonly CellReading[]
}

/**
 * What stands in a box. Anything that is neither plainly empty nor plainly ticked is `unclear`, and says why: a tick that
 * was struck out or corrected is never a Yes that nobody looked at.
 */
export type BoxMark = 'empty' | 'ticked' | 'unclear'
export type BoxDoubt = 'faint' | 'struck_out' | 'scribbled' | 'beside_the_box' | 'two_boxes' | 'covered'
export interface BoxReading {
  readonly mark: BoxMark
  readonly confidence: number
  readonly doubt: BoxDoubt | null
}

/** Whether something was written where the signature belongs. It is never compared with another. */
export interface SignatureReading {
  readonly isPresent: boolean
  readonly confidence: number
}

/** Why a sheet could not be read: each is a sentence that a person can act on. */
export type UnreadCause =
  | { readonly code: 'no_marks' }
  | { readonly code: 'corner_missing'; readonly corners: readonly PageCorner[] }
  | { readonly code: 'two_sheets' }
  | { readonly code: 'mirrored' }
  | { readonly code: 'too_small' }
  | { readonly code: 'too_blurred' }
  | { readonly code: 'code_unreadable' }
  | { readonly code: 'unknown_version'; readonly formCode: string }
  | { readonly code: 'newer_version'; readonly formCode: string }

/** The sheet straightened to its printed size: grey, 8 bits a pixel, `pxPerMm` both ways. */
export interface RectifiedPage {
  readonly widthPx: number
  readonly heightPx: number
  readonly pxPerMm: number
  readonly pixels: Uint8Array
}

/** Everything the machine read on one sheet. It is a proposal: only a person's Yes becomes consent. */
export interface SheetReading {
  readonly formCode: string
  readonly serial: string
  readonly fields: Readonly<Partial<Record<CombName, FieldReading>>>
  readonly boxes: Readonly<Partial<Record<Purpose, BoxReading>>>
  readonly signature: SignatureReading
  /** The model of characters that read it, for example `characters-1`. */
  readonly model: string
  /** Time spent on the sheet from its bytes to this reading, in milliseconds. */
  readonly tookMs: number
}

/** A cell that is at least this sure does not stop the eye. Belongs to the model; see its card. */
export const SURE_CONFIDENCE = 0.9

/** Below this a cell is left empty: a wrong guess is harder to notice than a gap. */
export const UNREADABLE_CONFIDENCE = 0.5

/** How a cell is shown: sure, worth a look, or not readable. */
export function cellNeed(cell: CellReading): 'sure' | 'look' | 'unreadable' {
  if (cell.confidence >= SURE_CONFIDENCE) return 'sure'
  return cell.confidence >= UNREADABLE_CONFIDENCE ? 'look' : 'unreadable'
}
