import { timeEnqueue } from './enqueue.ts'
import type { Measurement } from './figure.ts'
import { median } from './figure.ts'

/** The longest single step of the main process while a mass text for 100,000 people is planned, beside that of its preview. */
export const name = 'enqueue-100k-step'

const RUNS = 3
const GOAL_MS = 16

/** Each in a fresh folder; the longer of the two, so that neither keeps the window waiting. Milliseconds. */
export async function run(): Promise<Measurement> {
  const times = []
  for (let round = 0; round < RUNS; round += 1) times.push(await timeEnqueue())
  const value = median(times.map(({ longestStepMs }) => longestStepMs))
  const baseline = median(times.map(({ previewStepMs }) => previewStepMs))
  return {
    value,
    baseline,
    ratio: value / baseline,
    goal: `<= ${GOAL_MS} ms`,
    ok: Math.max(value, baseline) <= GOAL_MS,
  }
}
