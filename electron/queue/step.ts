import { type Instant, MINUTE_MS } from '../../shared/time.ts'

/** What is known at one moment of one line. All that decides about the next step is in here. */
export interface LineView {
  readonly nowMs: Instant
  readonly isOnline: boolean
  /** When inbound was last caught up since the network came back; null while it was not. */
  readonly inboundFreshAtMs: Instant | null
  readonly lastSyncAtMs: Instant | null
  /** How long to leave the provider's book alone after reading it. */
  readonly syncEveryMs: number
  readonly isPausedByPerson: boolean
  /** The provider refuses the account; a person mends it. */
  readonly isLinePaused: boolean
  /** The earliest instant, past or future, at which something may leave; null when nothing waits. */
  readonly nextDueAtMs: Instant | null
  /** The earliest instant at which something waiting is too late. */
  readonly nextExpiryAtMs: Instant | null
  /** The message that left last. */
  readonly lastStarted: Started | null
  /** Segments a minute: that is what the networks count. */
  readonly ratePerMin: number
  /** The provider asked for patience until then. */
  readonly slowUntilMs: Instant
}

/** A request that was begun, and how many segments it carried. */
export interface Started {
  readonly atMs: Instant
  readonly segments: number
}

/** What to do next. `sync` reads the provider's book: inbound first, then what became of the messages that left. */
export type Step = { readonly do: 'sync' | 'expire' | 'claim' } | { readonly do: 'wait'; readonly untilMs: Instant }

/** Nothing leaves unless inbound was read within this time: a STOP may be waiting. */
export const FRESH_FOR_MS = 5 * MINUTE_MS

/** Decides the next step of a line. Reading comes before sending, and what is too late goes before anything leaves. */
export function nextStep(view: LineView): Step {
  if (syncDueAt(view) <= view.nowMs) return { do: 'sync' }
  if (view.nextExpiryAtMs !== null && view.nextExpiryAtMs <= view.nowMs) return { do: 'expire' }
  const sendAtMs = sendDueAt(view)
  if (sendAtMs !== null && sendAtMs <= view.nowMs) return { do: 'claim' }
  return { do: 'wait', untilMs: earliest([syncDueAt(view), view.nextExpiryAtMs, sendAtMs]) }
}

/** Tells whether inbound is known well enough to send. A clock that was set back makes it unknown. */
export function isInboundFresh(freshAtMs: Instant | null, nowMs: Instant): boolean {
  return freshAtMs !== null && freshAtMs <= nowMs && nowMs - freshAtMs < FRESH_FOR_MS
}

/** When the book is to be read. Without fresh inbound that is not put off; after a clock set back it is at once. */
function syncDueAt({ lastSyncAtMs, syncEveryMs, nowMs }: LineView): Instant {
  return lastSyncAtMs === null || lastSyncAtMs > nowMs ? nowMs : lastSyncAtMs + syncEveryMs
}

/** When the next message may leave; null while nothing may, whatever the hour. */
function sendDueAt(view: LineView): Instant | null {
  const mayAtAll = view.isOnline && !view.isPausedByPerson && !view.isLinePaused
  if (!mayAtAll || view.nextDueAtMs === null || !isInboundFresh(view.inboundFreshAtMs, view.nowMs)) return null
  return Math.max(view.nextDueAtMs, view.slowUntilMs, paceAllowsAt(view))
}

/** Each message takes its share of the minute, so that there is no burst. After a clock set back the pace begins anew. */
function paceAllowsAt({ lastStarted, ratePerMin, nowMs }: LineView): Instant {
  if (lastStarted === null || lastStarted.atMs > nowMs) return nowMs
  return lastStarted.atMs + Math.ceil((MINUTE_MS * lastStarted.segments) / ratePerMin)
}

function earliest(instants: readonly (Instant | null)[]): Instant {
  return Math.min(...instants.filter((atMs) => atMs !== null))
}
