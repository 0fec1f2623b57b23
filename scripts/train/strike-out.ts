import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Random } from '../samples/random.ts'
import { around, between } from '../samples/random.ts'
import type { Spot } from './cell-writers.ts'

type Place = readonly [right: number, down: number]

/** Whether a stroke through this character leaves something else than another character: a struck dash is a dash. */
export function crossesOut(name: string): boolean {
  return /^[A-Z0-9a-z]$/.test(name) && !/^[ilI]$/.test(name)
}

/** Strikes out what stands there: scribbled over, crossed by several lines or by an X, or blacked out. */
export function strikeOut(context: SKRSContext2D, spot: Spot, random: Random): void {
  const kind = random()
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = spot.penPx * between(random, 0.8, 1.3)
  if (kind < 0.3) return line(context, spot, zigzag(random))
  if (kind < 0.45) return line(context, spot, loops(random))
  if (kind < 0.6) {
    context.lineWidth = spot.penPx * between(random, 1.6, 2.6)
    return line(context, spot, [...zigzag(random), ...loops(random)])
  }
  if (kind < 0.8) {
    line(context, spot, [at(random, -0.5, -0.55), at(random, 0.5, 0.55)])
    return line(context, spot, [at(random, 0.5, -0.55), at(random, -0.5, 0.55)])
  }
  const count = kind < 0.9 ? 2 : 3
  const isSlanted = random() < 0.5
  for (let number = 0; number < count; number += 1) {
    const down = ((number + 0.5) / count - 0.5) * between(random, 0.4, 0.9)
    line(context, spot, [
      at(random, -0.6, down + (isSlanted ? 0.25 : 0)),
      at(random, 0.6, down - (isSlanted ? 0.25 : 0)),
    ])
  }
}

function at(random: Random, right: number, down: number): Place {
  return [right + around(random, 0.1), down + around(random, 0.08)]
}

function zigzag(random: Random): readonly Place[] {
  const turns = 5 + Math.floor(random() * 7)
  const isUpright = random() < 0.35
  return Array.from({ length: turns }, (_, turn): Place => {
    const along = turn / (turns - 1) - 0.5
    const side = (turn % 2 === 0 ? -0.5 : 0.5) * between(random, 0.75, 1.15)
    return isUpright ? [along * 0.9, side] : [side, along * 0.95]
  })
}

function loops(random: Random): readonly Place[] {
  const turns = between(random, 3, 6)
  const drift = around(random, 0.2)
  return Array.from({ length: 40 }, (_, step): Place => {
    const angle = (step / 40) * turns * Math.PI * 2
    const reach = between(random, 0.3, 0.52)
    return [Math.cos(angle) * reach + (step / 40 - 0.5) * drift, Math.sin(angle) * reach]
  })
}

function line(context: SKRSContext2D, { x, y, heightPx }: Spot, places: readonly Place[]): void {
  context.beginPath()
  places.forEach(([right, down], place) => {
    const [toX, toY] = [x + right * heightPx * 0.8, y + down * heightPx]
    if (place === 0) context.moveTo(toX, toY)
    else context.lineTo(toX, toY)
  })
  context.stroke()
}
