import { timeEnqueue } from './enqueue.ts'
import type { Measurement } from './figure.ts'
import { median } from './figure.ts'

/** The time to plan a mass text for 100,000 people, beside that of wording its copies alone. */
export const name = 'enqueue-100k'

const RUNS = 3
const GOAL = 3

/** Gathered, checked, worded, measured, placed and stored encrypted, in a fresh folder each time. Milliseconds. */
export async function run(): Promise<Measurement> {
  const times = []
  for (let round = 0; round < RUNS; round += 1) times.push(await timeEnqueue())
  const ratio = median(times.map(({ enqueueMs, renderMs }) => enqueueMs / renderMs))
  return {
    value: median(times.map(({ enqueueMs }) => enqueueMs)),
    baseline: median(times.map(({ renderMs }) => renderMs)),
    ratio,
    goal: `<= ${GOAL}`,
    ok: ratio <= GOAL,
  }
}
