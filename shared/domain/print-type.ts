import { TYPE_CHARACTERS, TYPE_WIDTHS } from '../rules/form-type-widths.ts'

/** The weights in which a sheet is printed. */
export type PrintWeight = 400 | 600 | 700

const PLACES: ReadonlyMap<string, number> = new Map(
  Array.from(TYPE_CHARACTERS, (character, place) => [character, place]),
)

/** How wide words are when they are printed, in millimetres, `sizeMm` being the em square. Pairs are not kerned. */
export function printedWidthMm(words: string, sizeMm: number, weight: PrintWeight): number {
  const widths: readonly number[] = TYPE_WIDTHS[weight]
  const thousandths = Array.from(words).reduce(
    (sum, character) => sum + (widths[PLACES.get(character) ?? -1] ?? 1000),
    0,
  )
  return (thousandths * sizeMm) / 1000
}

/** The characters that the printed type does not have, each once. */
export function unprintableIn(words: string): string {
  return [...new Set(Array.from(words.normalize('NFC')))].filter((character) => !PLACES.has(character)).join('')
}

/**
 * Breaks words into lines that fit. A single word that is wider than the room is broken within, for an address of the web
 * has no spaces.
 */
export function brokenIntoLines(
  words: string,
  roomMm: number,
  sizeMm: number,
  weight: PrintWeight,
): readonly [string, ...string[]] {
  const fits = (line: string): boolean => printedWidthMm(line, sizeMm, weight) <= roomMm
  // A telephone number stays in one piece: (206) 555-0100.
  const pieces = words.split(/(?<!\)) /u).flatMap((word) => piecesOf(word, fits))
  const lines: [string, ...string[]] = ['']
  for (const { text, isNewWord } of pieces) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? text : `${last}${isNewWord ? ' ' : ''}${text}`
    if (fits(longer)) lines[lines.length - 1] = longer
    else lines.push(text)
  }
  return lines
}

interface Piece {
  readonly text: string
  readonly isNewWord: boolean
}

function piecesOf(word: string, fits: (text: string) => boolean): readonly Piece[] {
  if (fits(word)) return [{ text: word, isNewWord: true }]
  const pieces: string[] = ['']
  for (const character of word) {
    const longer = `${pieces.at(-1) ?? ''}${character}`
    if (fits(longer)) pieces[pieces.length - 1] = longer
    else pieces.push(character)
  }
  return pieces.map((text, place) => ({ text, isNewWord: place === 0 }))
}
