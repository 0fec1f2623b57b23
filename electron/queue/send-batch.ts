import type { Line } from '../db/repos/lines.ts'
import { claimBatch, type Claims } from './claim.ts'
import type { Claimed } from './claimed.ts'
import { budgetOf, type DeskParts, turnTermsOf } from './memory.ts'
import { momentNow } from './moment.ts'
import { openRequests } from './open-requests.ts'
import { requestOf } from './request-of.ts'
import { mayTrustInbound } from './step.ts'

/** A line that was said to have something to send and had nothing is left alone so long: never a busy loop. */
const NOTHING_FOUND_MS = 1_000

/**
 * Claims what the line may send now, and begins a request for each. Does not wait for the answers. Tells
 * whether anything changed.
 */
export async function sendBatch(parts: DeskParts, line: Line, most: number): Promise<boolean> {
  const { store, inbound, memory } = parts
  const claims = await claimBatch(store, {
    ...turnTermsOf(parts, line.id),
    isInboundKnown: mayTrustInbound(inbound, memory.connection.inboundFreshAt, momentNow(parts)),
    budget: await budgetOf(parts, store.db, line),
    most,
  })
  remember(parts, line, claims)
  try {
    if (claims.claimed.length > 0) await openAll(parts, line, claims.claimed)
  } finally {
    putBackUnopened(parts, claims.claimed)
  }
  return claims.claimed.length + claims.kept.length > 0
}

/** Counts what was claimed, whose turn it was, and how long the line has to rest. */
function remember({ memory, steadyMs }: DeskParts, line: Line, { claimed, kept, shortages }: Claims): void {
  memory.turns += 1
  memory.lineServed.set(line.id, memory.turns)
  for (const one of claimed) {
    memory.days.count(one, 1)
    const { broadcastId, delivery } = one.candidate
    memory.turns += 1
    if (broadcastId !== null) memory.served.set(delivery.messageId, memory.turns)
  }
  for (const shortage of shortages) {
    if (shortage.short === 'day') memory.days.close(line.id, shortage.lane === 2 ? 'broadcasts' : 'everybody')
  }
  if (claimed.length + kept.length > 0) return
  const untilMs = shortages.flatMap((shortage) => (shortage.short === 'pace' ? [shortage.untilMs] : []))
  if (untilMs.length > 0 || shortages.length === 0) {
    memory.restUntil.set(line.id, Math.min(...untilMs, steadyMs() + NOTHING_FOUND_MS))
  }
}

function openAll(parts: DeskParts, line: Line, claimed: readonly Claimed[]): Promise<void> {
  const { store, provider, clock, memory } = parts
  return openRequests(store, claimed, {
    now: () => clock.now(),
    open: (one) => {
      memory.paces.began(line, one.candidate)
      const request = requestOf(one, line.e164, clock.now())
      memory.inFlight.open(one, () => provider.send(request))
    },
    holdBack: (one, heldBack) => memory.inFlight.add({ claimed: one, heldBack }),
  })
}

/** Where the last look failed, no request was made for these, and that is certain. */
function putBackUnopened({ memory }: DeskParts, claimed: readonly Claimed[]): void {
  const known = new Set(memory.inFlight.claimed())
  for (const one of claimed) {
    if (known.has(one)) continue
    memory.inFlight.add({ claimed: one, heldBack: { to: 'queued', why: { code: 'not_opened' } } })
  }
}
