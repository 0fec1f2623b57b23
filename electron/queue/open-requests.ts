import type { Instant } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { isInDoubtAboutStop } from '../db/repos/waiting-deliveries.ts'
import type { Reader } from '../db/schema.ts'
import type { Claimed } from './claimed.ts'
import type { HeldBack } from './in-flight.ts'
import { refusalOf } from './may-leave.ts'
import { participantsOf } from './participants.ts'

/** What is done with each claimed delivery in the moment of the last look. */
export interface LastLook {
  /** The clock in the moment of the look: the answer to a stop does not leave after a clock that was set back. */
  readonly now: () => Instant
  /** Begins its request. Must not wait for anything. */
  readonly open: (claimed: Claimed) => void
  readonly holdBack: (claimed: Claimed, heldBack: HeldBack) => void
}

/**
 * Looks a last time and begins the requests, while nobody else has the store. Between the commit of a claim and its request
 * a STOP may be stored by another hand; here the store has one connection and we hold it, so no STOP can be stored between
 * the look at a number and the beginning of its request. A STOP is either seen here, or stored after the request began.
 */
export function openRequests(store: Store, claimed: readonly Claimed[], look: LastLook): Promise<void> {
  return store.db.connection().execute(async (db) => {
    for (const one of claimed) {
      const heldBack = await reasonToHold(db, one, look.now())
      if (heldBack === null) look.open(one)
      else look.holdBack(one, heldBack)
    }
  })
}

async function reasonToHold(
  reader: Reader,
  { candidate, enclosure }: Claimed,
  nowMs: Instant,
): Promise<HeldBack | null> {
  // Asked first: while a person has to read the reply, the number counts as stopped, but only for the time being.
  if (await isInDoubtAboutStop(reader, candidate.delivery.e164)) return { to: 'queued', why: { code: 'maybe_stop' } }
  const why = await refusalOf(reader, candidate, nowMs)
  if (why !== null) return { to: 'blocked', why }
  // Somebody of the group said stop: the copy would show that number. It is claimed again, and names the others alone.
  const { participants } = enclosure
  const { e164, messageId } = candidate.delivery
  const isChanged =
    participants.length > 0 && (await participantsOf(reader, messageId, e164)).length < participants.length
  return isChanged ? { to: 'queued', why: { code: 'group_changed' } } : null
}
