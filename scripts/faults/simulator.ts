import type { ProofOptions, Verdict } from './proof.ts'
import { verdictOf } from './proof.ts'
import { huntBugs } from './simulator/hunt-bugs.ts'
import { runSeeds } from './simulator/run-seeds.ts'
import { PLANTED_BUGS } from './simulator/planted-bugs.ts'
import { SOMETIMES } from './simulator/sometimes.ts'

export const name = 'simulator'

const GOAL = '0 broken promises in whole simulated days; every planted bug seen in under 1,000 of them'
/** A bug that was not seen by then is not seen at all. */
const MOST_BUGGY_SEEDS = 999

/**
 * Lives through stretches of the sending desk, each made by one seed: chance decides what the network, the people, the
 * clock, the disk and the power do, and the same seed does it again word for word. Beside it, bugs planted into the
 * program's own text for one process, which the same judge must find; and what must happen now and then must have happened
 * in every whole ten thousand, or in all where there were fewer.
 */
export async function run({ seeds, seed, progress }: ProofOptions): Promise<Verdict> {
  const real = await runSeeds({ first: seed, count: seeds, progress })
  for (const { rule, what, seed: bad } of real.failed.slice(0, 20)) progress(`seed ${bad}, ${rule}: ${what}`)
  const stretches = real.tenThousands.length > 0 ? real.tenThousands : [real.sometimes]
  const rarest = Object.fromEntries(
    SOMETIMES.map((what) => [what, Math.min(...stretches.map((stretch) => stretch[what] ?? 0))]),
  )
  const never = SOMETIMES.filter((what) => rarest[what] === 0)
  for (const what of never) progress(`did not happen: ${what}`)

  const hunts = await huntBugs(PLANTED_BUGS, { first: seed, most: MOST_BUGGY_SEEDS })
  const missed = hunts.filter((hunt) => hunt.seeds === null)
  for (const { bug } of missed) progress(`not found: ${bug.name}`)
  const planted = Object.fromEntries(
    hunts.map(({ bug, seeds: needed }) => [bug.name, { breaks: bug.breaks, seeds: needed ?? 'not found' }]),
  )
  const verdict = verdictOf(real.failed.length, hunts.length - missed.length, GOAL, {
    seeds: real.done,
    sometimes: real.sometimes,
    rarestInTenThousand: rarest,
    planted,
  })
  return { ...verdict, ok: verdict.ok && missed.length === 0 && never.length === 0 }
}
