import type { E164, StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { decideOpenReplies } from '../db/repos/inbound-messages.ts'
import { liftSuppressions } from '../db/repos/suppressions.ts'
import type { Writer } from '../db/schema.ts'

/** What made it known what a number wants. */
export interface KnownWish {
  readonly e164: E164
  readonly decision: 'stop' | 'not_stop'
  readonly atMs: Instant
  /** The text that said it, or the member of staff who noted it. */
  readonly by: string
  /** Null where the person's own text said it. */
  readonly staffId: StaffId | null
}

/**
 * Whatever earlier replies of a number may have meant: now it is known, so nobody is asked any more and the hold ends.
 * Call it inside the transaction of what made it known.
 */
export async function settleDoubt(writer: Writer, wish: KnownWish): Promise<void> {
  const { e164, decision, atMs, by, staffId } = wish
  await liftSuppressions(writer, { e164, sources: ['maybe_stop'], atMs, by })
  await decideOpenReplies(writer, { e164, decision, staffId })
}
