import { availableParallelism } from 'node:os'
import type { PlantedBug } from './planted-bugs.ts'
import { runWorker } from './run-worker.ts'

/** How long it took until the judge saw a bug. */
export interface Hunt {
  readonly bug: PlantedBug
  /** How many seeds were lived through until the rule was broken that the bug breaks; null where it never was. */
  readonly seeds: number | null
}

interface HuntOptions {
  readonly first: number
  /** After so many seeds a hunt is given up. */
  readonly most: number
}

/** Hunts each bug in a process of its own, as many at a time as the computer has processors. */
export async function huntBugs(bugs: readonly PlantedBug[], options: HuntOptions): Promise<readonly Hunt[]> {
  const left = [...bugs]
  const hunts: Hunt[] = []
  async function work(): Promise<void> {
    for (let bug = left.shift(); bug !== undefined; bug = left.shift()) hunts.push(await hunt(bug, options))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return hunts
}

async function hunt(bug: PlantedBug, { first, most }: HuntOptions): Promise<Hunt> {
  const { done, failed } = await runWorker({ first, count: most, bug })
  return { bug, seeds: failed.some(({ rule }) => rule === bug.breaks) ? done : null }
}
