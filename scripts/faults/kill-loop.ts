import { median } from '../bench/figure.ts'
import { requeueInterrupted } from './kill-loop/naive-restart.ts'
import { type KillOutcome, runKills } from './kill-loop/run-kills.ts'
import type { ProofOptions, Verdict } from './proof.ts'
import { verdictOf } from './proof.ts'

export const name = 'kill-loop'

const GOAL = '0 sent twice, lost, stuck or sent after a stop'
/** Enough for a naive restart to send something twice; each such kill costs as much as any other. */
const NAIVE_SHARE = 20
const FEWEST_NAIVE_KILLS = 10

/**
 * Kills the real core at random instants while a real HTTP carrier takes its messages, and counts the promises that were
 * broken; beside those that the same judge sees when what was interrupted is sent again, as a naive queue would do.
 */
export async function run({ kills, seed, progress }: ProofOptions): Promise<Verdict> {
  const real = await runKills({ kills, seed, progress })
  for (const { rule, what } of real.violations.slice(0, 20)) progress(`${rule}: ${what}`)
  const naiveKills = Math.max(FEWEST_NAIVE_KILLS, Math.ceil(kills / NAIVE_SHARE))
  const naive = await runKills({ kills: naiveKills, seed, spoil: requeueInterrupted, answerWithinMs: 200 })
  const doubles = naive.violations.filter(({ rule }) => rule === 'sent twice').length
  return verdictOf(real.violations.length, doubles, GOAL, { kills, naiveKills, ...factsOf(real, kills) })
}

function factsOf(outcome: KillOutcome, kills: number) {
  const { violations, restartsMs, lastedMs, ...counts } = outcome
  return {
    ...counts,
    restartMedianMs: Math.round(median(restartsMs)),
    restartLongestMs: Math.round(Math.max(...restartsMs)),
    msPerKill: Math.round(lastedMs / (kills + 1)),
    broken: [...new Set(violations.map(({ rule }) => rule))],
  }
}
