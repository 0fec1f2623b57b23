import { runFailures } from './failing-disk/run-failures.ts'
import type { ProofOptions, Verdict } from './proof.ts'
import { verdictOf } from './proof.ts'
import { whyNoShim } from './shim.ts'

export const name = 'failing-disk'

const GOAL = '0 half done, lost, unreadable or without a plain refusal'
/** More calls than any of the things that are tried makes; each is tried until nothing fails any more. */
const MOST_CALLS = 200

/**
 * Lets every call that changes the disk fail in turn, as full and as broken, once and from then on, while a desk works:
 * what is refused leaves nothing, what is done is there, and all of it works again afterwards. Beside the same for a deed
 * without a transaction.
 */
export async function run({ progress }: ProofOptions): Promise<Verdict | undefined> {
  const missing = whyNoShim()
  if (missing !== null) {
    progress(missing)
    return undefined
  }
  const { broken, planted, ...facts } = await runFailures(MOST_CALLS)
  for (const what of broken.slice(0, 20)) progress(what)
  return verdictOf(broken.length, planted, GOAL, facts)
}
