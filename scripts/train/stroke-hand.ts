import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../samples/random.ts'
import { around, between } from '../samples/random.ts'
import { SKELETONS } from './skeletons.ts'

type Point = readonly [x: number, y: number]

/** A writer of our own making: which habits they have and how their hand bends every stroke. */
export interface StrokeHand {
  readonly habits: ReadonlyMap<string, number>
  readonly wobble: number
  readonly aspect: number
  readonly slant: number
  readonly overshoot: number
  readonly seed: number
}

/** Makes up a writer. */
export function inventHand(random: Random): StrokeHand {
  return {
    habits: new Map(Object.entries(SKELETONS).map(([name, forms]) => [name, Math.floor(random() * forms.length)])),
    wobble: between(random, 2, 7),
    aspect: between(random, 0.5, 1),
    slant: between(random, -0.12, 0.34),
    overshoot: random() < 0.4 ? between(random, 2, 9) : 0,
    seed: random(),
  }
}

/** The strokes of one character in a box of its own size, y down, its height 1. */
export function writeStrokes(hand: StrokeHand, name: string, random: Random): readonly (readonly Point[])[] {
  const forms = SKELETONS[name]
  if (forms === undefined) throw new Error(`Nobody knows how to write "${name}".`)
  const usual = hand.habits.get(name) ?? 0
  const form = forms[random() < 0.85 ? usual : Math.floor(random() * forms.length)] ?? forms[0] ?? []
  const turn = around(random, 0.1)
  const aspect = hand.aspect * between(random, 0.88, 1.14)
  const shear = hand.slant + around(random, 0.06)
  const waves = [around(random, 3), around(random, 3), random() * 6, random() * 6] as const
  return form.map((stroke) => {
    const points = parse(stroke).map(([x, y]): Point => {
      const bentX = x + around(random, hand.wobble) + waves[0] * Math.sin(y / 28 + waves[2])
      const bentY = y + around(random, hand.wobble) + waves[1] * Math.sin(x / 28 + waves[3])
      return [bentX, bentY]
    })
    const path = stroke.startsWith('~') ? smooth(points) : roundCorners(overshot(points, hand.overshoot, random))
    return path.map(([x, y]): Point => {
      const [wide, high] = [((x - 50) / 100) * aspect - shear * (y / 100 - 0.5), y / 100 - 0.5]
      return [wide * Math.cos(turn) - high * Math.sin(turn), wide * Math.sin(turn) + high * Math.cos(turn)]
    })
  })
}

/** Draws strokes with a pen whose line swells and thins a little. Sizes in pixels. */
export function inkStrokes(
  context: SKRSContext2D,
  strokes: readonly (readonly Point[])[],
  {
    x,
    y,
    heightPx,
    penPx,
  }: { readonly x: number; readonly y: number; readonly heightPx: number; readonly penPx: number },
  random: Random,
): void {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  let pressure = 1
  for (const stroke of strokes) {
    for (let place = 1; place < stroke.length; place += 1) {
      const [from, to] = [stroke[place - 1], stroke[place]]
      if (from === undefined || to === undefined) continue
      pressure = Math.min(1.25, Math.max(0.7, pressure + around(random, 0.07)))
      context.lineWidth = penPx * pressure
      context.beginPath()
      context.moveTo(x + from[0] * heightPx, y + from[1] * heightPx)
      context.lineTo(x + to[0] * heightPx, y + to[1] * heightPx)
      context.stroke()
    }
  }
}

function parse(stroke: string): readonly Point[] {
  return stroke
    .replace('~', '')
    .split(' ')
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(',').map(Number)
      return [x, y]
    })
}

/** Lets a straight stroke begin and end a little late, as a hurried hand does. */
function overshot(points: readonly Point[], reach: number, random: Random): readonly Point[] {
  const [first, second] = points
  const [before, last] = points.slice(-2)
  if (first === undefined || second === undefined || before === undefined || last === undefined) return points
  return [beyond(second, first, reach * random()), ...points.slice(1, -1), beyond(before, last, reach * random())]
}

function beyond([fromX, fromY]: Point, [toX, toY]: Point, reach: number): Point {
  const length = Math.max(1, Math.hypot(toX - fromX, toY - fromY))
  return [toX + ((toX - fromX) / length) * reach, toY + ((toY - fromY) / length) * reach]
}

/** Straight pieces in small steps, so that the pen's pressure can change along them. */
function roundCorners(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, place) => {
    const next = points[place + 1]
    if (next === undefined) return [point]
    return Array.from({ length: 5 }, (_, step): Point => {
      const t = step / 5
      return [point[0] + (next[0] - point[0]) * t, point[1] + (next[1] - point[1]) * t]
    })
  })
}

/** A fine path through the points without corners (Catmull-Rom). */
function smooth(points: readonly Point[]): readonly Point[] {
  const at = (place: number): Point => points[Math.min(points.length - 1, Math.max(0, place))] ?? [0, 0]
  const bend = (a: number, b: number, c: number, d: number, t: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
  return points.slice(1).flatMap((_, part) =>
    Array.from({ length: 7 }, (__, step): Point => {
      const t = step / 6
      const [a, b, c, d] = [at(part - 1), at(part), at(part + 1), at(part + 2)]
      return [bend(a[0], b[0], c[0], d[0], t), bend(a[1], b[1], c[1], d[1], t)]
    }),
  )
}
