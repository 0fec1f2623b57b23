import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { CellReading } from '../../../shared/domain/form-reading.ts'
import { CELL_INPUT_BYTES } from '../vision/cell-input.ts'
import type { CharacterAlphabet } from './cell-scores.ts'
import { alphabetScorer, readCharacterCard } from './cell-scores.ts'

export type { CharacterAlphabet } from './cell-scores.ts'

/** Reads the characters of cells that `cellInput` prepared. It holds the model in memory; one is enough for a process. */
export interface CharacterReader {
  /** The model's name, as it is kept with what it read. */
  readonly model: string
  /** Reads all cells in one go, each as one character of the alphabet. */
  read(cells: readonly Uint8Array[], alphabet: CharacterAlphabet): Promise<readonly CellReading[]>
}

/** The model's file is missing, damaged or no model of characters: without it no sheet can be read. */
export class CharacterModelError extends Error {}

/** Cells go through the model in lots of this many, so that a sheet of any size needs the same memory. */
const LOT = 256

/**
 * Opens a model, `characters-1.onnx` with its `characters-1.json` beside it. Rejects with CharacterModelError.
 * It runs on one thread: the desk's other work goes on while a pile is read.
 */
export async function openCharacterReader(modelPath: string): Promise<CharacterReader> {
  const { card, session } = await loadModel(modelPath)
  const input = session.inputNames[0] ?? ''
  const output = session.outputNames[0] ?? ''
  const scorers = {
    digits: alphabetScorer(card, 'digits'),
    letters: alphabetScorer(card, 'letters'),
    email: alphabetScorer(card, 'email'),
  }
  const readLot = async (cells: readonly Uint8Array[], alphabet: CharacterAlphabet): Promise<CellReading[]> => {
    const pixels = new Uint8Array(cells.length * CELL_INPUT_BYTES)
    cells.forEach((cell, place) => pixels.set(cell, place * CELL_INPUT_BYTES))
    const outputs = await session.run({ [input]: new Tensor('uint8', pixels, [cells.length, CELL_INPUT_BYTES]) })
    const scores = outputs[output]?.data
    if (!(scores instanceof Float32Array)) throw new CharacterModelError('The model gives no scores.')
    const width = card.classes.length
    return cells.map((_, place) => scorers[alphabet](scores.subarray(place * width, (place + 1) * width)))
  }
  return {
    model: card.name,
    read: async (cells, alphabet) => {
      const readings: CellReading[] = []
      for (let from = 0; from < cells.length; from += LOT) {
        readings.push(...(await readLot(cells.slice(from, from + LOT), alphabet)))
      }
      return readings
    },
  }
}

async function loadModel(modelPath: string): Promise<{
  readonly card: ReturnType<typeof readCharacterCard>
  readonly session: InferenceSession
}> {
  try {
    const card = readCharacterCard(await readFile(modelPath.replace(/\.onnx$/, '.json'), 'utf8'))
    const session = await InferenceSession.create(await readFile(modelPath), {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    })
    return { card, session }
  } catch (cause) {
    throw new CharacterModelError(`The model of characters ${basename(modelPath)} cannot be opened.`, { cause })
  }
}
