import type { Measurement } from './figure.ts'
import { median } from './figure.ts'
import { ourStepsPerSec, plainjobStepsPerSec } from './queue-work.ts'

/** Steps of the queue that are on disk in a second, claims and answers in groups, beside those of the package plainjob. */
export const name = 'queue-steps'

const RUNS = 3
const GOAL = 10

/** Both in fresh folders, one after the other, both flushing every commit; ours encrypted besides. */
export async function run(): Promise<Measurement> {
  const ours: number[] = []
  const plain: number[] = []
  for (let round = 0; round < RUNS; round += 1) {
    ours.push(await ourStepsPerSec(1_500))
    plain.push(await plainjobStepsPerSec(300))
  }
  const value = median(ours)
  const baseline = median(plain)
  return { value, baseline, ratio: value / baseline, goal: `>= ${GOAL}`, ok: value / baseline >= GOAL }
}
