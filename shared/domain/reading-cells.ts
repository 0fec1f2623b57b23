import type { CellReading, CharacterGuess } from './form-reading.ts'
import { SURE_CONFIDENCE } from './form-reading.ts'

/** Just under what needs no look: as sure as a character may be that a rule doubts. */
const JUST_UNSURE = SURE_CONFIDENCE - 0.01

/** Everything a cell may be, the likeliest first. */
export function guessesOf(cell: CellReading): readonly CharacterGuess[] {
  return [{ text: cell.text, confidence: cell.confidence }, ...cell.alternatives]
}

/** How likely the cell is that character; 0 if it is not among its guesses. */
export function likelihood(cell: CellReading, text: string): number {
  return guessesOf(cell).find((guess) => guess.text === text)?.confidence ?? 0
}

/** The cell as it stands, but to be looked at. */
export function doubted(cell: CellReading): CellReading {
  return cell.confidence <= JUST_UNSURE ? cell : { ...cell, confidence: JUST_UNSURE }
}

/**
 * The cell read as `text`. Where that is not what the eye took for likeliest, it is less than half sure, and the eye's own
 * guess comes first among the alternatives.
 */
export function readAs(cell: CellReading, text: string): CellReading {
  if (text === cell.text) return cell
  const alternatives = guessesOf(cell).filter((guess) => guess.text !== text)
  return { text, confidence: likelihood(cell, text), alternatives: alternatives.slice(0, 3) }
}

/** A row of characters for neighbouring cells, with how likely it is once the field's rule has weighed it. */
export interface RowGuess {
  readonly texts: readonly string[]
  readonly weight: number
}

/** Every row the cells allow, weighed by the eye and by the rule. A rule never adds a character of its own. */
export function weighRows(
  cells: readonly CellReading[],
  rule: (texts: readonly string[]) => number,
): readonly RowGuess[] {
  let rows: readonly RowGuess[] = [{ texts: [], weight: 1 }]
  for (const cell of cells) {
    rows = rows.flatMap(({ texts, weight }) =>
      guessesOf(cell).map((guess) => ({ texts: [...texts, guess.text], weight: weight * guess.confidence })),
    )
  }
  return rows
    .map(({ texts, weight }) => ({ texts, weight: weight * rule(texts) }))
    .toSorted((left, right) => right.weight - left.weight)
}

/**
 * Reads the cells as the likeliest row. The rule can take certainty away and never give it: a cell is at most as sure as
 * the eye was, and less so where rows that differ in it are likely too.
 */
export function settle(cells: readonly CellReading[], rows: readonly RowGuess[]): readonly CellReading[] {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const [best] = rows
  if (best === undefined || !(total > 0)) return cells
  return cells.map((cell, place) => {
    const text = best.texts[place] ?? ''
    const agreeing = rows.reduce((sum, row) => sum + (row.texts[place] === text ? row.weight : 0), 0)
    const read = readAs(cell, text)
    return { ...read, confidence: Math.min(read.confidence, agreeing / total) }
  })
}
