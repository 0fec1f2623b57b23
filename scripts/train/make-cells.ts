import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { CELL_INPUT_BYTES, CELL_SIDE, cellInput } from '../../electron/scan/vision/cell-input.ts'
import type { Random } from '../samples/random.ts'
import { seededRandom } from '../samples/random.ts'
import { classOf } from './classes.ts'
import type { Writer } from './cell-writers.ts'
import { fontWriter, mnistTrain, mnistWriter, registerTrainingFonts, strokeWriter } from './cell-writers.ts'
import { CELL_KINDS, HELD_EVERY } from './parts.ts'
import { drawSheet } from './draw-sheet.ts'
import { wearSheet } from './wear-sheet.ts'

/** Sheets in one part of the cache: a part is made once and never again. */
const SHEETS_A_PART = 20

const HELD_FROM = 55_000

const [, , partsText = '1', folder = 'scripts/train/cache'] = process.argv
mkdirSync(folder, { recursive: true })
const fonts = registerTrainingFonts()
const { labels, pictures } = mnistTrain()

for (let part = 0; part < Number(partsText); part += 1) {
  if (!existsSync(`${folder}/part-${part}.bin`)) await makePart(part)
}

/** Draws one part's sheets and keeps each cell as label, kind and input. */
async function makePart(part: number): Promise<void> {
  const random = seededRandom(7_000 + part)
  const rows: Uint8Array[] = []
  const isHeld = part % HELD_EVERY === HELD_EVERY - 1
  const [first, count] = isHeld ? [HELD_FROM, labels.length - HELD_FROM] : [0, HELD_FROM]
  let digit = Math.floor(random() * count)
  const nextDigit = (): number => first + (digit = (digit + 7919) % count)
  const hands = fonts.filter((_, place) => (place % 10 === 9) === isHeld)
  for (let sheet = 0; sheet < SHEETS_A_PART; sheet += 1) {
    const drawn = drawSheet(() => newWriter(hands, random, nextDigit), random)
    const page = await wearSheet(drawn.canvas, random)
    for (const { rect, label, kind } of drawn.cells) rows.push(row(label, kind, cellInput(page, rect)))
  }
  for (let raw = 0; raw < SHEETS_A_PART * 30; raw += 1) {
    const at = nextDigit()
    const input = new Uint8Array(CELL_INPUT_BYTES)
    input.set(pictures.subarray(at * CELL_SIDE ** 2, (at + 1) * CELL_SIDE ** 2))
    input.fill(128, CELL_SIDE ** 2)
    rows.push(row(String(labels[at]), 'mnist_raw', input))
  }
  writeFileSync(`${folder}/part.tmp`, Buffer.concat(rows))
  renameSync(`${folder}/part.tmp`, `${folder}/part-${part}.bin`)
  console.log(`part ${part}: ${rows.length} cells`)
}

function newWriter(fonts: readonly string[], random: Random, nextDigit: () => number): Writer & { label?(): string } {
  const share = random()
  if (share < 0.36) return fontWriter(fonts[Math.floor(random() * fonts.length)] ?? '', random)
  return share < 0.68 ? strokeWriter(random) : mnistWriter(nextDigit)
}

function row(label: string, kind: (typeof CELL_KINDS)[number], input: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(2 + input.length)
  bytes[0] = classOf(label)
  bytes[1] = CELL_KINDS.indexOf(kind)
  bytes.set(input, 2)
  return bytes
}
