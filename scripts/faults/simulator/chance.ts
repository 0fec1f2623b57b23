import type { RandomBytes } from '../../../electron/random-share.ts'

/** Where everything comes from that one run of the simulator leaves to chance: the same seed, the same run. */
export interface Chance {
  /** From 0 inclusive to 1 exclusive. */
  share(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(among: readonly [T, ...T[]]): T
  /** One of the names, as often as its weight says beside the others'. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  readonly bytes: RandomBytes
}

/** Makes chance out of a seed (the generator sfc32, by Chris Doty-Humphrey). */
export function chanceOf(seed: number): Chance {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) next()

  const share = () => next() / 2 ** 32
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1))
  return {
    share,
    between,
    happens: (probability) => share() < probability,
    pick: (among) => among[between(0, among.length - 1)] as (typeof among)[number],
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let draw = share() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        draw -= weight
        if (draw < 0) return name
      }
      throw new Error('There was nothing to draw from')
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => next() >>> 24),
  }
}
