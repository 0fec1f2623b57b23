import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { CELL_INPUT_BYTES } from '../vision/cell-input.ts'
import type { CharacterAlphabet, CharacterCard } from './cell-scores.ts'
import { alphabetClasses, readCharacterCard } from './cell-scores.ts'
import { shiftedCells } from './shifted-cells.ts'

/** An opened model: what its outputs mean, and its scores for cells. */
export interface CharacterModel {
  readonly card: CharacterCard
  /** The scores of all classes for each cell; a cell between two characters of the alphabet is looked at five times. */
  scores(cells: readonly Uint8Array[], alphabet: CharacterAlphabet): Promise<readonly Float32Array[]>
}

/** The model's file is missing, damaged or no model of characters: without it no sheet can be read. */
export class CharacterModelError extends Error {}

/** Cells go through the model in lots of this many, so that a sheet of any size needs the same memory. */
const LOT = 256

/** If the best score leads by less, the cell is looked at again, shifted by a pixel to each side. */
const CLEAR_LEAD = 5

/** Opens a model, its `.json` beside it. It runs on one thread: the desk's other work goes on while a pile is read. */
export async function openCharacterModel(modelPath: string): Promise<CharacterModel> {
  const { card, session } = await loadModel(modelPath)
  const once = async (cells: readonly Uint8Array[]): Promise<readonly Float32Array[]> => {
    const rows: Float32Array[] = []
    for (let from = 0; from < cells.length; from += LOT) {
      const lot = cells.slice(from, from + LOT)
      const scores = await scoresOf(session, lot)
      const width = card.classes.length
      rows.push(...lot.map((_, place) => scores.slice(place * width, (place + 1) * width)))
    }
    return rows
  }
  return {
    card,
    scores: async (cells, alphabet) => {
      const classes = alphabetClasses(card, alphabet).map(({ place }) => place)
      const first = await once(cells)
      const doubtful = first.flatMap((row, place) => (lead(row, classes) < CLEAR_LEAD ? [place] : []))
      const again = await once(doubtful.flatMap((place) => shiftedCells(cells[place] ?? new Uint8Array(0))))
      const looks = doubtful.length === 0 ? 0 : again.length / doubtful.length
      const settled = [...first]
      doubtful.forEach((place, turn) => {
        settled[place] = mean([first[place], ...again.slice(turn * looks, (turn + 1) * looks)])
      })
      return settled
    },
  }
}

/** By how much the best of these classes leads before the next. */
function lead(row: Float32Array, classes: readonly number[]): number {
  const [best = 0, next = 0] = classes.map((place) => row[place] ?? -Infinity).toSorted((left, right) => right - left)
  return best - next
}

function mean(rows: readonly (Float32Array | undefined)[]): Float32Array {
  const known = rows.filter((row) => row !== undefined)
  return Float32Array.from(known[0] ?? [], (_, place) => {
    return known.reduce((sum, row) => sum + (row[place] ?? 0), 0) / known.length
  })
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

/** Opens the model and lets it read an empty cell, so that a wrong one is found here and not in the middle of a sheet. */
async function loadModel(
  modelPath: string,
): Promise<{ readonly card: CharacterCard; readonly session: InferenceSession }> {
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
