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
  const scorers = {
    digits: alphabetScorer(card, 'digits'),
    letters: alphabetScorer(card, 'letters'),
    email: alphabetScorer(card, 'email'),
  }
  const width = card.classes.length
  return {
    model: card.name,
    read: async (cells, alphabet) => {
      const readings: CellReading[] = []
      for (let from = 0; from < cells.length; from += LOT) {
        const lot = cells.slice(from, from + LOT)
        const scores = await scoresOf(session, lot)
        readings.push(...lot.map((_, place) => scorers[alphabet](scores.subarray(place * width, (place + 1) * width))))
      }
      return readings
    },
  }
}

/** The scores of every class for every cell, one cell after the other. */
async function scoresOf(session: InferenceSession, cells: readonly Uint8Array[]): Promise<Float32Array> {
  const pixels = new Uint8Array(cells.length * CELL_INPUT_BYTES)
  cells.forEach((cell, place) => pixels.set(cell, place * CELL_INPUT_BYTES))
  const feeds = { [session.inputNames[0] ?? '']: new Tensor('uint8', pixels, [cells.length, CELL_INPUT_BYTES]) }
  const scores = (await session.run(feeds))[session.outputNames[0] ?? '']?.data
  if (!(scores instanceof Float32Array)) throw new CharacterModelError('The model of characters gives no scores.')
  return scores
}

interface LoadedModel {
  readonly card: ReturnType<typeof readCharacterCard>
  readonly session: InferenceSession
}

/** Opens the model and lets it read an empty cell, so that a wrong one is found here and not in the middle of a sheet. */
async function loadModel(modelPath: string): Promise<LoadedModel> {
  const refused = `The model of characters ${basename(modelPath)} cannot be opened.`
  try {
    const card = readCharacterCard(await readFile(modelPath.replace(/\.onnx$/, '.json'), 'utf8'))
    const session = await InferenceSession.create(await readFile(modelPath), {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 4,
    })
    const scores = await scoresOf(session, [new Uint8Array(CELL_INPUT_BYTES)])
    if (scores.length !== card.classes.length) throw new CharacterModelError(`${refused} Its card does not fit it.`)
    return { card, session }
  } catch (cause) {
    throw cause instanceof CharacterModelError ? cause : new CharacterModelError(refused, { cause })
  }
}
