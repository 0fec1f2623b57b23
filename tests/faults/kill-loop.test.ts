import { expect, test } from 'vitest'
import { requeueInterrupted } from '../../scripts/faults/kill-loop/naive-restart.ts'
import { runKills } from '../../scripts/faults/kill-loop/run-kills.ts'

const PATIENCE_MS = 180_000

test(
  'killed at random moments, the core sends nothing twice, loses nothing, and sends nothing after a stop',
  async () => {
    const outcome = await runKills({ kills: 25, seed: 11 })
    expect(outcome.violations).toEqual([])
    expect(outcome.taken).toBeGreaterThan(25)
    expect(outcome.interrupted).toBeGreaterThan(0)
  },
  PATIENCE_MS,
)

test(
  'the judge sees what a naive restart sends twice',
  async () => {
    const { violations } = await runKills({ kills: 10, seed: 12, spoil: requeueInterrupted, answerWithinMs: 200 })
    expect(violations.map(({ rule }) => rule)).toContain('sent twice')
  },
  PATIENCE_MS,
)
