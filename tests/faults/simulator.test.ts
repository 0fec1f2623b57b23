import { expect, test } from 'vitest'
import { huntBugs } from '../../scripts/faults/simulator/hunt-bugs.ts'
import { PLANTED_BUGS } from '../../scripts/faults/simulator/planted-bugs.ts'
import { runSeeds } from '../../scripts/faults/simulator/run-seeds.ts'

/** `npm run faults -- --only simulator` runs as many as it is told. */
const SEEDS = 2_000
const progress = () => undefined

test('whatever network, people, clock, disk and power do, no promise is broken', async () => {
  const { done, failed } = await runSeeds({ first: 1, count: SEEDS, progress })
  expect(failed).toEqual([])
  expect(done).toBe(SEEDS)
}, 900_000)

test('the judge sees each planted bug in under 1,000 days, by the promise that it breaks', async () => {
  expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(10)
  expect(new Set(PLANTED_BUGS.map(({ breaks }) => breaks)).size).toBe(PLANTED_BUGS.length)
  const hunts = await huntBugs(PLANTED_BUGS, { first: 1, most: 999 })
  expect(hunts.flatMap(({ bug, seeds }) => (seeds === null ? [bug.name] : []))).toEqual([])
}, 900_000)
