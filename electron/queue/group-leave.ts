import type { MessageId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { deliveriesOfMessage } from '../db/repos/delivery-rows.ts'
import { type Candidate, queuedOfMessage } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import { type Leave, mayLeave } from './may-leave.ts'

/** What becomes of one copy, and who of its group may not have theirs any more. */
export interface GroupLeave {
  readonly leave: Leave
  readonly never: readonly { readonly candidate: Candidate; readonly leave: Extract<Leave, { may: 'never' }> }[]
}

/**
 * Decides about a copy as `mayLeave` does. The copies of a group are decided together, when the first of them is looked at:
 * who may not have it is out of the group before anybody is told who is in it, and all wait for the hour of the last. Once
 * one has left, the rest follow each by its own rules: a thread that has begun is not held for one of its members.
 */
export async function decideLeave(reader: Reader, candidate: Candidate, nowMs: Instant): Promise<GroupLeave> {
  const own = await mayLeave(reader, candidate, nowMs)
  const { messageId, id } = candidate.delivery
  const isAlone = candidate.groupThreadId === null || own.may === 'never'
  if (isAlone || (await hasBegun(reader, messageId))) return { leave: own, never: [] }
  const never: GroupLeave['never'][number][] = []
  let leave: Leave = own
  for (const other of await queuedOfMessage(reader, messageId)) {
    if (other.delivery.id === id) continue
    const theirs = await mayLeave(reader, other, nowMs)
    if (theirs.may === 'never') never.push({ candidate: other, leave: theirs })
    else leave = laterOf(leave, theirs)
  }
  return { leave, never }
}

async function hasBegun(reader: Reader, messageId: MessageId): Promise<boolean> {
  const copies = await deliveriesOfMessage(reader, messageId)
  return copies.some(({ state }) => !['held', 'queued', 'blocked', 'expired', 'cancelled'].includes(state))
}

/** Who has no hour at all ends alone and holds nobody. */
function laterOf(one: Leave, other: Leave): Leave {
  if (other.may !== 'wait' || other.untilMs === null) return one
  if (one.may !== 'wait') return other
  return one.untilMs === null || one.untilMs >= other.untilMs ? one : other
}
