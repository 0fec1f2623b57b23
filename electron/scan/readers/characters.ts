import type { CellReading } from '../../../shared/domain/form-reading.ts'
import type { CharacterAlphabet } from './cell-scores.ts'
import { alphabetScorer } from './cell-scores.ts'
import { openCharacterModel } from './character-model.ts'

export type { CharacterAlphabet } from './cell-scores.ts'
export { CharacterModelError } from './character-model.ts'

/** Reads the characters of cells that `cellInput` prepared. It holds the model in memory; one is enough for a process. */
export interface CharacterReader {
  /** The model's name, as it is kept with what it read. */
  readonly model: string
  /** Reads all cells in one go, each as one character of the alphabet. */
  read(cells: readonly Uint8Array[], alphabet: CharacterAlphabet): Promise<readonly CellReading[]>
}

/** Opens a model, `characters-1.onnx` with its `characters-1.json` beside it. Rejects with CharacterModelError. */
export async function openCharacterReader(modelPath: string): Promise<CharacterReader> {
  const model = await openCharacterModel(modelPath)
  const scorers = {
    digits: alphabetScorer(model.card, 'digits'),
    letters: alphabetScorer(model.card, 'letters'),
    email: alphabetScorer(model.card, 'email'),
  }
  return {
    model: model.card.name,
    read: async (cells, alphabet) => (await model.scores(cells, alphabet)).map(scorers[alphabet]),
  }
}
