/** A source of numbers in [0, 1) that always runs the same way for the same seed. */
export type Random = () => number

/** Makes a repeatable source of numbers (mulberry32), so that the sample pictures come out the same each time. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number spread evenly around zero, at most `reach` away. */
export function around(random: Random, reach: number): number {
  return (random() * 2 - 1) * reach
}

/** A whole or broken number between `low` and `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}
