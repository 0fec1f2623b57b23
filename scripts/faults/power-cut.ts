import { runCuts } from './power-cut/run-cuts.ts'
import { whyNoShim } from './shim.ts'
import type { ProofOptions, Verdict } from './proof.ts'
import { verdictOf } from './proof.ts'

export const name = 'power-cut'

const GOAL = '0 unopenable, damaged or without something that was acknowledged'
const ACTIONS = 600
/** So many of the cuts are made again where the store does not flush each commit. */
const NORMAL_SHARE = 10

/**
 * Records every write of the app's own store while a desk works, cuts the power at random places and opens what is left;
 * beside the same with synchronous=NORMAL, where acknowledged actions must be seen to be missing.
 */
export async function run({ cuts, seed, progress }: ProofOptions): Promise<Verdict | undefined> {
  const missing = whyNoShim()
  if (missing !== null) {
    progress(missing)
    return undefined
  }
  const full = await runCuts({ cuts, seed, progress, synchronous: 'FULL', actions: ACTIONS })
  for (const example of full.examples) progress(example)
  const fewer = Math.max(50, Math.ceil(cuts / NORMAL_SHARE))
  const normal = await runCuts({ cuts: fewer, seed, progress, synchronous: 'NORMAL', actions: ACTIONS })
  const { badCuts, examples: _examples, ...facts } = full
  const planted = { cuts: normal.cuts, bad: normal.badCuts, byKind: normal.byKind }
  return verdictOf(badCuts, normal.badCuts, GOAL, { ...facts, synchronousNormal: planted })
}
