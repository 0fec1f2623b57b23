import { expect, test } from 'vitest'
import { runSeeds } from '../../scripts/faults/simulator/run-seeds.ts'

/** `npm run faults -- --only simulator` runs as many as it is told. */
const SEEDS = 200
const progress = () => undefined

test('whatever network, people, clock, disk and power do, no promise is broken', async () => {
  const { done, failed } = await runSeeds({ first: 1, count: SEEDS, progress })
  expect(failed).toEqual([])
  expect(done).toBe(SEEDS)
}, 300_000)

test('the judge finds a sender that asks nobody before it sends', async () => {
  const bug = 'no look at consent and stops before sending'
  const { failed } = await runSeeds({ first: 1, count: SEEDS, bug, progress })
  expect(failed.map(({ rule }) => rule)).toContain('I3')
}, 300_000)
