import { CELL, comb, cornerMarks, rect } from './opt-in-form-cells.ts'
import type { InkItem } from './opt-in-form-ink.ts'
import type { CornerMark, RectMm } from './opt-in-form-layout.ts'
import type { FormLanguage } from './opt-in-form.ts'
import type { SheetPaper } from './opt-in-form-office.ts'
import { createSetter, EDGE_MM, PAPERS, roomOf } from './opt-in-form-setting.ts'
import { ALPHABET_WORDS } from '../rules/alphabet-words.ts'

/** What the sheet asks a hand to write: digits, capitals, and the signs of an e-mail address. */
export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@.-_+'

/** One character and the cells into which it is written. */
export interface AlphabetRow {
  readonly character: string
  readonly cells: readonly RectMm[]
}

/** A sheet on which somebody writes each character several times, so that the reader learns the office's own hands. */
export interface AlphabetSheet {
  /** What its code square bears in place of a form's code. */
  readonly code: string
  readonly language: FormLanguage
  readonly name: string
  readonly pageWidthMm: number
  readonly pageHeightMm: number
  readonly marks: readonly CornerMark[]
  readonly codeSquare: RectMm
  readonly rows: readonly AlphabetRow[]
  readonly ink: readonly InkItem[]
}

const EDITION = 1
const IN_A_ROW = 4
const CELLS_EACH = 5
const TIMES_DOWN = 2
const MODEL_MM = 5.5
const CODE_MM = 21
const BETWEEN_TIMES_MM = 3

/** Lays out the sheet: the whole alphabet twice, five cells each time, because a hand changes while it writes. */
export function alphabetSheet(language: FormLanguage, paper: SheetPaper): AlphabetSheet {
  const page = PAPERS[paper]
  const room = roomOf(paper)
  const words = ALPHABET_WORDS[language]
  const set = createSetter()
  const codeLeft = room.rightMm - 4 - CODE_MM
  const textRoom = codeLeft - 4 - room.leftMm
  set.line(words.heading, room.leftMm, room.topMm + 0.5, { sizeMm: 6.4, weight: 700, tone: 'ink' })
  const body = { sizeMm: 3.45, weight: 400, tone: 'ink' } as const
  set.paragraph(words.intro, room.leftMm, room.topMm + 14, textRoom, body)
  const topMm = room.topMm + CODE_MM + 6
  const slotWidth = (room.rightMm - room.leftMm) / IN_A_ROW
  const rowsDown = Math.ceil(ALPHABET.length / IN_A_ROW) * TIMES_DOWN
  const step = Math.min(10.4, (room.bottomMm - CELL.heightMm - BETWEEN_TIMES_MM - topMm) / (rowsDown - 1))
  const model = { sizeMm: 4.6, weight: 600, tone: 'accent' } as const
  const rows = Array.from({ length: TIMES_DOWN }, (_, time) => time).flatMap((time) =>
    Array.from(ALPHABET, (character, place): AlphabetRow => {
      const down = Math.floor(place / IN_A_ROW) + (time * rowsDown) / TIMES_DOWN
      const xMm = room.leftMm + (place % IN_A_ROW) * slotWidth
      const yMm = topMm + down * step + time * BETWEEN_TIMES_MM
      set.beside(character, xMm + 0.6, yMm + CELL.heightMm / 2, model)
      return { character, cells: comb(xMm + MODEL_MM, yMm, [CELLS_EACH]).cells }
    }),
  )
  return {
    code: `ALPHA-${EDITION}`,
    language,
    name: `alphabet-${paper}-${EDITION}`,
    ...page,
    marks: cornerMarks(page, EDGE_MM.x, EDGE_MM.y),
    codeSquare: rect(codeLeft, room.topMm, CODE_MM, CODE_MM),
    rows,
    ink: set.ink,
  }
}
