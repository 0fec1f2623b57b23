import type { ProofOptions, Verdict } from './proof.ts'
import { verdictOf } from './proof.ts'
import { runSeeds } from './simulator/run-seeds.ts'
import { PLANTED_BUGS } from './simulator/planted-bugs.ts'

export const name = 'simulator'

const GOAL = '0 broken promises in whole simulated days of the sending desk'
/** By then a judge that can see a planted bug has seen it. */
const MOST_BUGGY_SEEDS = 400

/**
 * Lives through stretches of the sending desk, each made by one seed: chance decides what the network, the people, the
 * clock, the disk and the power do, and the same seed does it again word for word. Beside it, bugs planted into the
 * program's own text for one process, which the same judge must find.
 */
export async function run({ seeds, seed, progress }: ProofOptions): Promise<Verdict> {
  const real = await runSeeds({ first: seed, count: seeds, progress })
  for (const { rule, what, seed: bad } of real.failed.slice(0, 20)) progress(`seed ${bad}, ${rule}: ${what}`)
  let found = 0
  for (const bug of PLANTED_BUGS) {
    const spoiled = await runSeeds({ first: seed, count: MOST_BUGGY_SEEDS, bug: bug.name, progress: () => undefined })
    if (spoiled.failed.some(({ rule }) => rule === bug.breaks)) found += 1
    else progress(`not found: ${bug.name}`)
  }
  const verdict = verdictOf(real.failed.length, found, GOAL, { seeds: real.done, sometimes: real.sometimes })
  return { ...verdict, ok: verdict.ok && found === PLANTED_BUGS.length }
}
