import { type Random, seededRandom } from '../samples/random.ts'

/** Chance that runs the same way for the same seed. */
export interface Chance {
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  /** True this often: 0 never, 1 always. */
  happens(share: number): boolean
  /** One of these, each as likely. Throws on none. */
  oneOf<T>(items: readonly T[]): T
}

/** Makes a source of chance. */
export function chanceOf(seed: number): Chance {
  const random: Random = seededRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  return {
    below,
    happens: (share) => random() < share,
    oneOf: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('There is none to choose from.')
      return item
    },
  }
}
