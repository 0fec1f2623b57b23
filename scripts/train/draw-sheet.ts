import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import { createCanvas } from '@napi-rs/canvas'
import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import type { Random } from '../samples/random.ts'
import { around, between } from '../samples/random.ts'
import type { Writer } from './cell-writers.ts'
import { crossesOut, strikeOut } from './strike-out.ts'

export const PX_PER_MM = 8
const COLUMNS = 26
const ROWS = 15
const MARGIN_MM = 8

/** A cell of a drawn sheet and the class of what stands in it. */
export interface DrawnCell {
  readonly rect: RectMm
  readonly label: string
  readonly kind: Writer['kind']
}

/** A sheet of nothing but combs, each row filled by somebody else. */
export interface DrawnSheet {
  readonly canvas: Canvas
  readonly cells: readonly DrawnCell[]
}

/** How the writer of one row holds the pen. */
interface Row {
  readonly writer: Writer
  readonly color: string
  readonly alpha: number
  readonly penPx: number
  readonly heightMm: number
  readonly shiftX: number
  readonly shiftY: number
}

const INKS = ['#1f3a93', '#23242b', '#0b0b10', '#2a3f8f', '#14315e', '#55565c', '#6b6c70', '#3b1f6b', '#7a1f25']

/** Draws rows of cells with their frames, and into them what `newWriter` makes for each row. */
export function drawSheet(newWriter: () => Writer & { label?(): string }, random: Random): DrawnSheet {
  const widthMm = between(random, 6, 8)
  const heightMm = Math.max(7.4, widthMm * between(random, 1.15, 1.35))
  const pitchMm = heightMm + between(random, 2.4, 4)
  const canvas = createCanvas(
    Math.round((2 * MARGIN_MM + COLUMNS * widthMm) * PX_PER_MM),
    Math.round((2 * MARGIN_MM + ROWS * pitchMm) * PX_PER_MM),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const frame = frameStyle(random)
  const cells: DrawnCell[] = []
  for (let row = 0; row < ROWS; row += 1) {
    const rects = Array.from({ length: COLUMNS }, (_, column) => ({
      xMm: MARGIN_MM + column * widthMm,
      yMm: MARGIN_MM + row * pitchMm,
      widthMm,
      heightMm,
    }))
    for (const rect of rects) drawFrame(context, rect, frame)
    const writer = newWriter()
    const by = rowStyle(writer, heightMm, random)
    for (const rect of rects) cells.push({ rect, label: fillCell(context, rect, by, random), kind: writer.kind })
  }
  return { canvas, cells }
}

interface FrameStyle {
  readonly color: string
  readonly linePx: number
  readonly fill: string
  readonly dash: readonly number[]
}

function frameStyle(random: Random): FrameStyle {
  const kind = random()
  const color = kind < 0.62 ? '#8fb8d8' : kind < 0.8 ? '#b9bec4' : kind < 0.92 ? '#83868a' : '#202020'
  return {
    color,
    linePx: between(random, 0.14, 0.3) * PX_PER_MM,
    fill: random() < 0.6 ? '#f7fbfe' : '#ffffff',
    dash: random() < 0.12 ? [2, 3] : [],
  }
}

function drawFrame(context: SKRSContext2D, rect: RectMm, { color, linePx, fill, dash }: FrameStyle): void {
  const [x, y, width, height] = [rect.xMm, rect.yMm, rect.widthMm, rect.heightMm].map((mm) => mm * PX_PER_MM) as [
    number,
    number,
    number,
    number,
  ]
  context.fillStyle = fill
  context.fillRect(x, y, width, height)
  context.strokeStyle = color
  context.lineWidth = linePx
  context.setLineDash([...dash])
  context.strokeRect(x, y, width, height)
  context.setLineDash([])
}

function rowStyle(writer: Writer, heightMm: number, random: Random): Row {
  return {
    writer,
    color: INKS[Math.floor(random() * INKS.length)] ?? '#000000',
    alpha: random() < 0.85 ? between(random, 0.82, 1) : between(random, 0.45, 0.8),
    penPx: between(random, 0.22, 0.75) * PX_PER_MM,
    heightMm: heightMm * between(random, 0.42, 0.84),
    shiftX: around(random, 0.35),
    shiftY: around(random, 0.4),
  }
}

/** Writes into a cell and gives the class of what stands there then. */
function fillCell(
  context: SKRSContext2D,
  rect: RectMm,
  by: Row & { writer: Writer & { label?(): string } },
  random: Random,
): string {
  if (random() < 0.05) return speckle(context, rect, random)
  const { writer } = by
  const name = writer.label?.() ?? choose(writer.knows, random)
  const spot = {
    x: (rect.xMm + rect.widthMm / 2 + by.shiftX + around(random, 0.5)) * PX_PER_MM,
    y: (rect.yMm + rect.heightMm / 2 + by.shiftY + around(random, 0.45)) * PX_PER_MM,
    heightPx: by.heightMm * between(random, 0.9, 1.1) * PX_PER_MM,
    penPx: by.penPx * between(random, 0.85, 1.15),
  }
  context.save()
  context.globalCompositeOperation = 'multiply'
  context.globalAlpha = by.alpha * between(random, 0.93, 1)
  context.fillStyle = by.color
  context.strokeStyle = by.color
  writer.write(context, name, spot, random)
  const isStruck = random() < 0.08 && crossesOut(name)
  if (isStruck && random() < 0.2) overwrite(context, name, spot, writer, random)
  else if (isStruck) strikeOut(context, spot, random)
  context.restore()
  return isStruck ? 'struck' : name.toUpperCase()
}

/** Another character on top of the first: nobody can know which one is meant. */
function overwrite(
  context: SKRSContext2D,
  name: string,
  spot: Parameters<Writer['write']>[2],
  writer: Writer & { label?(): string },
  random: Random,
): void {
  const others = writer.knows.filter((other) => crossesOut(other) && other !== name)
  const other = writer.label?.() ?? choose(others, random)
  if (other === name) return strikeOut(context, spot, random)
  writer.write(context, other, { ...spot, penPx: spot.penPx * 1.4 }, random)
}

/** Letters more often than digits, digits more often than signs, small letters now and then. */
function choose(knows: readonly string[], random: Random): string {
  const share = random()
  const pick = share < 0.6 ? /[A-Z]/ : share < 0.8 ? /[0-9]/ : share < 0.92 ? /[^a-zA-Z0-9]/ : /[a-z]/
  const names = knows.filter((name) => pick.test(name))
  const from = names.length === 0 ? knows : names
  return from[Math.floor(random() * from.length)] ?? ''
}

/** Leaves the cell empty, often with what gets onto paper all the same: dust, a touch of the pen, a crease. */
function speckle(context: SKRSContext2D, rect: RectMm, random: Random): string {
  const count = random() < 0.5 ? 0 : Math.ceil(random() * 5)
  context.fillStyle = '#404040'
  for (let speck = 0; speck < count; speck += 1) {
    const reach = between(random, 0.05, 0.2) * PX_PER_MM
    context.fillRect(
      (rect.xMm + random() * rect.widthMm) * PX_PER_MM,
      (rect.yMm + random() * rect.heightMm) * PX_PER_MM,
      reach * between(random, 0.6, 1.6),
      reach,
    )
  }
  if (random() < 0.12) {
    context.globalAlpha = between(random, 0.15, 0.4)
    context.lineWidth = between(random, 0.1, 0.3) * PX_PER_MM
    context.beginPath()
    context.moveTo((rect.xMm - 1) * PX_PER_MM, (rect.yMm + random() * rect.heightMm) * PX_PER_MM)
    context.lineTo((rect.xMm + rect.widthMm + 1) * PX_PER_MM, (rect.yMm + random() * rect.heightMm) * PX_PER_MM)
    context.stroke()
    context.globalAlpha = 1
  }
  return 'empty'
}
