import type { Random } from './random.ts'
import { around, between } from './random.ts'
import type { PaperPen } from './paper-pen.ts'
import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'

/** Ballpoint colours. */
export const INKS = { blue: '#1f3a93', black: '#23242b' } as const

/** How one person writes: the font of the hand, the colour and thickness of the pen, and the slant in radians. */
export interface Handwriting {
  readonly family: string
  readonly color: string
  readonly penMm: number
  readonly letterMm: number
  readonly slant: number
}

/** The shapes people put into a box to say yes. */
export type BoxMark = 'tick' | 'cross' | 'slash'

type PointMm = readonly [xMm: number, yMm: number]

/** Writes one character into its cell, never twice in quite the same way. */
export function writeCharacter(pen: PaperPen, cell: RectMm, character: string, by: Handwriting, random: Random): void {
  const { context, pxPerMm } = pen
  const sizeMm = by.letterMm * between(random, 0.93, 1.08)
  context.save()
  context.globalCompositeOperation = 'multiply'
  context.translate(
    (cell.xMm + cell.widthMm / 2 + around(random, 0.55)) * pxPerMm,
    (cell.yMm + cell.heightMm * 0.78 + around(random, 0.5)) * pxPerMm,
  )
  context.transform(1, around(random, 0.04), -by.slant + around(random, 0.05), 1, 0, 0)
  context.rotate(around(random, 0.06))
  context.font = `400 ${sizeMm * pxPerMm}px "${by.family}"`
  context.textAlign = 'center'
  context.fillStyle = by.color
  context.strokeStyle = by.color
  context.lineJoin = 'round'
  context.lineWidth = by.penMm * 0.45 * between(random, 0.7, 1.25) * pxPerMm
  context.globalAlpha = between(random, 0.84, 0.97)
  context.fillText(character, 0, 0)
  context.strokeText(character, 0, 0)
  context.restore()
}

/** Puts a mark over a box, larger than the box as hurried people do. */
export function markBox(pen: PaperPen, box: RectMm, mark: BoxMark, by: Handwriting, random: Random): void {
  const at = (right: number, down: number): PointMm => [
    box.xMm + box.widthMm * (right + around(random, 0.07)),
    box.yMm + box.heightMm * (down + around(random, 0.07)),
  ]
  if (mark === 'tick')
    drawStroke(pen, smooth([at(0.12, 0.5), at(0.4, 0.92), at(0.68, 0.3), at(1.22, -0.28)]), by, random)
  if (mark !== 'tick') drawStroke(pen, smooth([at(0.08, 0.95), at(0.5, 0.52), at(0.98, 0.04)]), by, random)
  if (mark === 'cross') drawStroke(pen, smooth([at(0.1, 0.06), at(0.52, 0.47), at(0.95, 0.96)]), by, random)
}

/** What a signature is made of: the names it starts with, and how freely the hand runs after each first letter. */
export interface SignatureStyle {
  readonly names: readonly string[]
  readonly initialMm: number
  readonly rise: number
  readonly isUnderlined: boolean
}

/** Signs inside the area: each name is a first letter that can be read and a run of loops that cannot. */
export function sign(pen: PaperPen, area: RectMm, style: SignatureStyle, by: Handwriting, random: Random): void {
  const start: PointMm = [area.xMm + 14 + around(random, 2), area.yMm + 15.6 + around(random, 0.6)]
  const runMm = (area.widthMm - 30) / style.names.length
  let x = start[0]
  for (const name of style.names) {
    const baseline = start[1] - (x - start[0]) * style.rise
    writeInitial(pen, [x, baseline], name, style.initialMm, by)
    const from: PointMm = [x + style.initialMm * 0.52, baseline]
    const run = loops(from, Math.min(name.length - 1, 6), runMm - style.initialMm, style.rise, random)
    drawStroke(pen, smooth(run), by, random)
    x = (run.at(-1)?.[0] ?? x) + 2
  }
  if (!style.isUnderlined) return
  const under = start[1] + 2.2 - (x - start[0]) * style.rise
  drawStroke(
    pen,
    smooth([
      [x + 5, under - 0.8],
      [(x + start[0]) / 2, under + 1],
      [start[0] + 6, under + 1.4],
    ]),
    by,
    random,
  )
}

function writeInitial(pen: PaperPen, at: PointMm, name: string, sizeMm: number, by: Handwriting): void {
  const { context, pxPerMm } = pen
  context.save()
  context.globalCompositeOperation = 'darken'
  context.translate(at[0] * pxPerMm, at[1] * pxPerMm)
  context.transform(1, 0, -by.slant - 0.18, 1, 0, 0)
  context.font = `400 ${sizeMm * pxPerMm}px "${by.family}"`
  context.fillStyle = by.color
  context.textAlign = 'left'
  context.fillText(name.slice(0, 1), 0, 0)
  context.restore()
}

/** A run of small letters: humps and loops of failing height, now and then a tall or a hanging one, and a tail. */
function loops(from: PointMm, letters: number, roomMm: number, rise: number, random: Random): readonly PointMm[] {
  const stepMm = Math.min(between(random, 3, 4.2), (roomMm - 8) / letters)
  const points: PointMm[] = []
  let x = from[0]
  for (let letter = 0; letter < letters; letter += 1) {
    const kind = random()
    const small = between(random, 1.2, 2.9) * (1 - letter / (letters * 1.7))
    const height = kind < 0.2 ? between(random, 4.5, 7) : kind < 0.32 ? -between(random, 2.5, 4) : small
    const loopMm = Math.abs(height) > 4 ? between(random, 1, 1.8) : between(random, -0.3, 1)
    const advanceMm = stepMm * between(random, 0.6, 1.3)
    for (let turn = 0; turn < 14; turn += 1) {
      const angle = (turn / 14) * Math.PI * 2
      const up = (height * (1 - Math.cos(angle))) / 2
      const along = x + (advanceMm * turn) / 14 + loopMm * Math.sin(angle) + up * 0.3
      points.push([along, from[1] - up - (along - from[0]) * rise])
    }
    x += advanceMm
  }
  const tail = between(random, 2, 6)
  points.push([x + tail, from[1] - 0.8 - (x + tail - from[0]) * rise + around(random, 1)])
  return points
}

/** Lays ink along a path: the line swells and thins as the hand slows and hurries. */
function drawStroke(pen: PaperPen, path: readonly PointMm[], by: Handwriting, random: Random): void {
  const { context, pxPerMm } = pen
  context.save()
  context.globalCompositeOperation = 'darken'
  context.lineCap = 'round'
  context.strokeStyle = by.color
  let pressure = 1
  for (let place = 1; place < path.length; place += 1) {
    const from = path[place - 1]
    const to = path[place]
    if (from === undefined || to === undefined) continue
    pressure = Math.min(1.3, Math.max(0.62, pressure + around(random, 0.06)))
    context.lineWidth = by.penMm * pressure * pxPerMm
    context.beginPath()
    context.moveTo(from[0] * pxPerMm, from[1] * pxPerMm)
    context.lineTo(to[0] * pxPerMm, to[1] * pxPerMm)
    context.stroke()
  }
  context.restore()
}

/** A fine path through the points without corners (Catmull-Rom). */
function smooth(points: readonly PointMm[]): readonly PointMm[] {
  const at = (place: number): PointMm => points[Math.min(points.length - 1, Math.max(0, place))] ?? [0, 0]
  return points.slice(1).flatMap((_, segment) =>
    Array.from({ length: 8 }, (__, step): PointMm => {
      const t = (step + 1) / 8
      const four = [at(segment - 1), at(segment), at(segment + 1), at(segment + 2)] as const
      return [
        spline(
          four.map(([x]) => x),
          t,
        ),
        spline(
          four.map(([, y]) => y),
          t,
        ),
      ]
    }),
  )
}

function spline(values: readonly number[], t: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = values
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
}
