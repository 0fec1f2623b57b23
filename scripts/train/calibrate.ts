import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { CharacterAlphabet } from '../../electron/scan/readers/cell-scores.ts'
import { STRUCK_CLASS, alphabetClasses, alphabetScorer } from '../../electron/scan/readers/cell-scores.ts'
import { openCharacterModel } from '../../electron/scan/readers/character-model.ts'
import { CELL_INPUT_BYTES, CELL_SIDE } from '../../electron/scan/vision/cell-input.ts'
import { SURE_CONFIDENCE } from '../../shared/domain/form-reading.ts'
import { CELL_KINDS, HELD_EVERY } from './parts.ts'

/**
 * Measures on the held-out cells how far the model's scores may be trusted, and writes it into the model's card: for each
 * alphabet the temperature under which the truth is likeliest, raised until few enough sure answers are wrong. Struck-out
 * cells are left out: some of them, written over once, are still the character they were.
 */
const [, , modelPath = 'resources/models/characters-1.onnx', folder = 'scripts/train/cache'] = process.argv

/** At most one sure answer in this many may be wrong. For digits as people write them; what fonts do to letters is odder. */
const SURE_FOR_A_WRONG: Readonly<Record<CharacterAlphabet, number>> = { digits: 1000, letters: 250, email: 250 }
const HIGHEST = 1.7
const STEP = 0.05
/** Less ink than this is the rest of a letter or digit that nobody can read; train.py leaves it out as well. */
const LEAST_INK = 16 * 255

interface HeldCell {
  readonly name: string
  readonly kind: (typeof CELL_KINDS)[number]
  readonly input: Uint8Array
}

const model = await openCharacterModel(modelPath)
const held = readHeld()
const temperature = {
  digits: await measure('digits', (cell) => cell.kind !== 'font'),
  letters: await measure('letters', () => true),
  email: await measure('email', () => true),
}
writeFileSync(modelPath.replace('.onnx', '.json'), `${JSON.stringify({ ...model.card, temperature })}\n`)

function readHeld(): readonly HeldCell[] {
  const row = 2 + CELL_INPUT_BYTES
  const parts = readdirSync(folder).filter(
    (file) => Number(/^part-(\d+)\.bin$/.exec(file)?.[1] ?? 0) % HELD_EVERY === HELD_EVERY - 1,
  )
  return parts.flatMap((file) => {
    const bytes = readFileSync(`${folder}/${file}`)
    return Array.from({ length: bytes.length / row }, (_, place): HeldCell => {
      const [label = 0, kind = 0] = bytes.subarray(place * row, place * row + 2)
      const input = bytes.subarray(place * row + 2, (place + 1) * row)
      return { name: model.card.classes[label] ?? '', kind: CELL_KINDS[kind] ?? 'font', input }
    }).filter(({ name, input }) => !/^[0-9A-Z]$/.test(name) || inkOf(input) >= LEAST_INK)
  })
}

function inkOf(input: Uint8Array): number {
  return input.subarray(0, CELL_SIDE ** 2).reduce((sum, value) => sum + value, 0)
}

async function measure(alphabet: CharacterAlphabet, counts: (cell: HeldCell) => boolean): Promise<number> {
  const texts = new Map(alphabetClasses(model.card, alphabet).map(({ name, text }) => [name, text]))
  const cells = held.filter((cell) => texts.has(cell.name) && cell.name !== STRUCK_CLASS && counts(cell))
  const scores = await model.scores(
    cells.map(({ input }) => input),
    alphabet,
  )
  const truths = cells.map(({ name, input }) => (inkOf(input) === 0 ? '' : (texts.get(name) ?? '')))
  const tries = Array.from({ length: Math.round((HIGHEST - 1) / STEP) + 1 }, (_, step) => {
    const value = Math.round((1 + step * STEP) * 100) / 100
    const card = { ...model.card, temperature: { digits: value, letters: value, email: value } }
    const readings = scores.map(alphabetScorer(card, alphabet))
    const sure = readings.flatMap((reading, place) => (reading.confidence >= SURE_CONFIDENCE ? [place] : []))
    const wrong = sure.filter((place) => readings[place]?.text !== truths[place]).length
    const surprise = readings.reduce((sum, reading, place) => {
      const guess = [reading, ...reading.alternatives].find(({ text }) => text === truths[place])
      return sum - Math.log(Math.max(guess?.confidence ?? 0, 1e-4))
    }, 0)
    return { value, sure: sure.length, wrong, surprise }
  })
  const likeliest = tries.toSorted((left, right) => left.surprise - right.surprise)[0]?.value ?? 1
  const isSafe = ({ wrong, sure }: (typeof tries)[number]): boolean => wrong * SURE_FOR_A_WRONG[alphabet] <= sure
  const chosen = tries.find((one) => one.value >= likeliest && isSafe(one)) ?? tries.at(-1)
  console.log(`${alphabet}: n ${cells.length}, likeliest ${likeliest}, chosen ${JSON.stringify(chosen)}`)
  return chosen?.value ?? 1
}
