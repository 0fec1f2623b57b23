import fc from 'fast-check'
import type { CellReading, FieldReading } from './form-reading.ts'
import { SURE_CONFIDENCE } from './form-reading.ts'
import type { CombName } from './opt-in-form-layout.ts'
import { LETTER_LAYOUT, combOf } from './opt-in-form-layout.ts'
import { readField } from './reading-grammar.ts'

/** A cell that is surely this character, or what the list says of it: pairs of text and confidence, best first. */
function cell(guesses: string | readonly (readonly [string, number])[]): CellReading {
  const [best, ...others] = typeof guesses === 'string' ? [[guesses, 0.99] as const] : guesses
  const alternatives = others.map(([text, confidence]) => ({ text, confidence }))
  return { text: best?.[0] ?? '', confidence: best?.[1] ?? 0, alternatives }
}

/** Reads a row of sure cells, a space being an empty one; `unsure` replaces the cells at its places. */
export function read(
  name: CombName,
  row: string,
  unsure: Readonly<Record<number, readonly (readonly [string, number])[]>> = {},
): FieldReading {
  const comb = combOf(LETTER_LAYOUT, name)
  if (comb === undefined) throw new Error(`no ${name}`)
  const cells = Array.from(row).map((character, place) => cell(unsure[place] ?? (character === ' ' ? '' : character)))
  return readField(comb, cells)
}

/** Whether a person must look at the cell. */
export const needsLook = ({ confidence }: CellReading): boolean => confidence < SURE_CONFIDENCE

/** A cell with up to four different guesses, best first, whose confidences sum to no more than one. */
export function anyCell(characters: readonly string[]): fc.Arbitrary<CellReading> {
  return fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...characters), { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 5 }),
    )
    .map(([texts, shares]) => {
      const total = shares.reduce((sum, share) => sum + share, 0)
      const confidences = shares.map((share) => share / total).toSorted((left, right) => right - left)
      return cell(texts.map((text, place) => [text, confidences[place] ?? 0] as const))
    })
}
