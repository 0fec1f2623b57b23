import type { CellReading, FieldReading } from './form-reading.ts'
import type { CombField } from './opt-in-form-layout.ts'

/** Turns the cells of a comb into its text. */
export function readField(_comb: CombField, cells: readonly CellReading[]): FieldReading {
  return {
    text: cells.map(({ text }) => text).join(''),
    confidence: Math.min(1, ...cells.map(({ confidence }) => confidence)),
    cells,
  }
}
