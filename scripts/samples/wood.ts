import type { Random } from './random.ts'
import { between } from './random.ts'

type Rgb = readonly [red: number, green: number, blue: number]

/** A wooden counter: boards with long grain that runs from left to right. Gives the colour at a pixel. */
export function woodAt(random: Random): (x: number, y: number) => Rgb {
  const noise = smoothNoise(random)
  const tone = between(random, 0.88, 1.08)
  return (x, y) => {
    const board = Math.floor((y + 130) / 330)
    const seam = Math.exp(-((((y + 130) % 330) / 2.2) ** 2))
    const drift = noise(x / 520 + board * 7.3, y / 90 + board * 3.1) * 34
    const rings = Math.sin((y + drift) / 7.5 + noise(x / 260, y / 24) * 5)
    const fiber = noise(x / 70, y / 2.1 + board * 11) - 0.5
    const light = tone * (0.86 + board * 0.025 + rings * 0.055 + fiber * 0.13) * (1 - seam * 0.55)
    return [164 * light, 116 * light, 76 * light]
  }
}

/** Noise between 0 and 1 that changes gently: a lattice of random values, blended. */
function smoothNoise(random: Random): (x: number, y: number) => number {
  const lattice = Float32Array.from({ length: 256 * 256 }, () => random())
  const at = (column: number, row: number): number => lattice[((row & 255) << 8) | (column & 255)] ?? 0
  const ease = (t: number): number => t * t * (3 - 2 * t)
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const [right, down] = [ease(x - column), ease(y - row)]
    const top = at(column, row) + (at(column + 1, row) - at(column, row)) * right
    const bottom = at(column, row + 1) + (at(column + 1, row + 1) - at(column, row + 1)) * right
    return top + (bottom - top) * down
  }
}
