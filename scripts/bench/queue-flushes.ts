import type { Measurement } from './figure.ts'
import { median } from './figure.ts'
import { flushesPerSec, ourStepsPerSec } from './queue-work.ts'

/** Steps of the queue that are on disk in a second, beside how often this disk flushes when asked for nothing else. */
export const name = 'queue-flushes'

const RUNS = 3
const GOAL = 10

/** Taken in turns, because the same disk is quick and slow by the minute. */
export async function run(): Promise<Measurement> {
  const ours: number[] = []
  const disk: number[] = []
  for (let round = 0; round < RUNS; round += 1) {
    ours.push(await ourStepsPerSec(1_500))
    disk.push(await flushesPerSec(200))
  }
  const value = median(ours)
  const baseline = median(disk)
  return { value, baseline, ratio: value / baseline, goal: `>= ${GOAL}`, ok: value / baseline >= GOAL }
}
