import type { Store } from '../../electron/db/open.ts'
import type { Delivery } from '../../electron/db/repos/deliveries.ts'
import { claimBatch } from '../../electron/queue/claim.ts'
import type { Claimed } from '../../electron/queue/claimed.ts'
import { DayBook } from '../../electron/queue/day-book.ts'
import type { Moment } from '../../electron/queue/moment.ts'
import { type SettleFacts, settleEndings } from '../../electron/queue/settle.ts'
import { isInboundFresh } from '../../electron/queue/step.ts'
import { restedPace } from '../../shared/domain/pace.ts'
import type { LineId } from '../../shared/ids.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { Instant } from '../../shared/time.ts'
import { LINE } from './office.ts'

/** What came of looking for one delivery: one to send, one that does not leave, or none. */
export type OneClaim = { readonly claimed: Claimed } | { readonly kept: Delivery } | null

/** Claims at most one delivery, by the sender's own transaction and with nothing of its memory. */
export async function claimNext(
  store: Store,
  {
    lineId = LINE,
    nowMs,
    inboundFreshAtMs,
  }: { readonly lineId?: LineId; readonly nowMs: Instant; readonly inboundFreshAtMs: Instant | null },
): Promise<OneClaim> {
  const rated = { pace: restedPace(6_000, 0), ratePerMin: 6_000 }
  const { claimed, kept } = await claimBatch(store, {
    lineId,
    nowMs,
    days: new DayBook(() => 'America/Los_Angeles'),
    served: new Map(),
    busy: [],
    isInboundKnown: isInboundFresh(onBothClocks(inboundFreshAtMs), { wallMs: nowMs, steadyMs: nowMs }),
    budget: { nowMs: 0, sms: rated, mms: rated, account: rated, day: null },
    most: 1,
  })
  if (claimed[0]) return { claimed: claimed[0] }
  return kept[0] ? { kept: kept[0] } : null
}

/** Nobody set the clock meanwhile. */
function onBothClocks(atMs: Instant | null): Moment | null {
  return atMs === null ? null : { wallMs: atMs, steadyMs: atMs }
}

/** Writes down how the request of one claimed delivery ended. */
export async function settleAttempt(
  store: Store,
  claimed: Claimed,
  outcome: SendOutcome,
  facts: SettleFacts,
): Promise<void> {
  await settleEndings(store, [{ claimed, outcome }], facts)
}
