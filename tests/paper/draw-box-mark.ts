import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../../scripts/samples/random.ts'
import { around, between } from '../../scripts/samples/random.ts'
import type { RectMm } from '../../shared/domain/opt-in-form-layout.ts'
import type { DrawnMark } from './sheet-plan.ts'

/** A pen over a sheet in millimetres. */
export interface InkPen {
  readonly context: SKRSContext2D
  readonly color: string
  readonly penMm: number
}

type Place = readonly [right: number, down: number]

/** Draws what a person did to a box. `next` is where the one below stands, for a mark between the two. */
export function drawBoxMark(pen: InkPen, box: RectMm, mark: DrawnMark, random: Random): void {
  const stroke = (places: readonly Place[], weight = 1): void => strokeIn(pen, box, places, weight, random)
  const tick: readonly Place[] = [
    [0.12, 0.5],
    [0.38, 0.9],
    [1.15, -0.2],
  ]
  switch (mark) {
    case 'tick':
      return stroke(tick)
    case 'cross':
      stroke([
        [0.08, 0.08],
        [0.92, 0.94],
      ])
      return stroke([
        [0.94, 0.06],
        [0.06, 0.92],
      ])
    case 'slash':
      return stroke([
        [0.06, 0.96],
        [0.96, 0.02],
      ])
    case 'small':
      return stroke([
        [0.3, 0.5],
        [0.45, 0.72],
        [0.75, 0.28],
      ])
    case 'big':
      return stroke(
        [
          [-0.15, 0.35],
          [0.35, 1.2],
          [1.5, -0.5],
        ],
        1.2,
      )
    case 'light':
      pen.context.globalAlpha = 0.45
      stroke(tick, 0.7)
      pen.context.globalAlpha = 1
      return
    case 'empty':
      return
    case 'specks':
      return specks(pen, box, random)
    case 'stray_line':
      return strokeIn(
        pen,
        box,
        [
          [-0.62, -0.4],
          [-0.5, 1.5],
        ],
        0.8,
        random,
      )
    case 'scribble':
      return stroke(zigzag(random))
    case 'struck_out':
      stroke(tick)
      return stroke(
        [
          [-0.5, 0.5 + around(random, 0.1)],
          [1.5, 0.45 + around(random, 0.1)],
        ],
        1.1,
      )
    case 'crossed_through':
      stroke(tick)
      stroke([
        [-0.35, -0.3],
        [1.35, 1.3],
      ])
      return stroke([
        [1.35, -0.3],
        [-0.35, 1.3],
      ])
    case 'corrected':
      stroke([
        [0.06, 0.96],
        [0.96, 0.02],
      ])
      return stroke(zigzag(random), 1.3)
    case 'between':
      return strokeIn(
        pen,
        box,
        [
          [0.1, 1.55],
          [0.35, 1.95],
          [0.95, 1.2],
        ],
        1,
        random,
      )
  }
}

function zigzag(random: Random): readonly Place[] {
  const turns = 7 + Math.floor(random() * 5)
  return Array.from({ length: turns }, (_, turn): Place => [
    turn % 2 === 0 ? 0.05 : 0.95,
    0.05 + (0.9 * turn) / (turns - 1),
  ])
}

function specks({ context, color }: InkPen, box: RectMm, random: Random): void {
  context.fillStyle = color
  for (let speck = 0; speck < 3; speck += 1) {
    context.beginPath()
    const [x, y] = [box.xMm + random() * box.widthMm, box.yMm + random() * box.heightMm]
    context.arc(x, y, between(random, 0.06, 0.16), 0, Math.PI * 2)
    context.fill()
  }
}

/** A stroke through places of the box (0 to 1 are its sides), a little off as a hand is. */
function strokeIn(
  { context, color, penMm }: InkPen,
  box: RectMm,
  places: readonly Place[],
  weight: number,
  random: Random,
): void {
  context.strokeStyle = color
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = penMm * weight * between(random, 0.85, 1.2)
  context.beginPath()
  places.forEach(([right, down], place) => {
    const x = box.xMm + box.widthMm * (right + around(random, 0.06))
    const y = box.yMm + box.heightMm * (down + around(random, 0.06))
    if (place === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.stroke()
}
