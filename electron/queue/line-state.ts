import type { RecordsError } from '../provider/port.ts'
import type { Instant } from '../../shared/time.ts'
import type { Consequence } from './consequence.ts'
import type { Started } from './step.ts'
import type { Timing } from './timing.ts'

/** What is known of the way to the provider. It is lost when Optdesk stops, so nothing leaves before the first reading. */
export interface LineState {
  readonly connection: 'starting' | 'online' | 'offline'
  readonly sinceMs: Instant
  readonly inboundFreshAtMs: Instant | null
  readonly lastSyncAtMs: Instant | null
  readonly syncEveryMs: number
  readonly lastStarted: Started | null
  readonly slowUntilMs: Instant
}

/** A line as it is when Optdesk starts. `lastStarted` keeps its pace over the restart. */
export function startingLine(nowMs: Instant, lastStarted: Started | null): LineState {
  return {
    connection: 'starting',
    sinceMs: nowMs,
    inboundFreshAtMs: null,
    lastSyncAtMs: null,
    syncEveryMs: 0,
    lastStarted,
    slowUntilMs: 0,
  }
}

/** Inbound was read up to `readAtMs`: the line is online and may send for a while. */
export function afterReading(state: LineState, readAtMs: Instant, nowMs: Instant, timing: Timing): LineState {
  return {
    ...connected(state, 'online', nowMs),
    inboundFreshAtMs: readAtMs,
    lastSyncAtMs: nowMs,
    syncEveryMs: timing.syncEveryMs,
  }
}

/** The provider's book could not be read. The next try comes later and later, but at last every `probeLongestMs`. */
export function afterFailedReading(state: LineState, error: RecordsError, nowMs: Instant, timing: Timing): LineState {
  const isFirst = state.connection !== 'offline'
  const nextMs = isFirst ? timing.probeFirstMs : Math.min(timing.probeLongestMs, state.syncEveryMs * 2)
  // Who asks for patience is there: the line stays as it is, and inbound grows old by itself.
  if (error.code === 'throttled') {
    return { ...state, lastSyncAtMs: nowMs, syncEveryMs: Math.max(error.retryAfterMs ?? 0, timing.syncEveryMs) }
  }
  return {
    ...connected(state, 'offline', nowMs),
    inboundFreshAtMs: null,
    lastSyncAtMs: nowMs,
    syncEveryMs: Math.max(nextMs, timing.probeFirstMs),
  }
}

/** A request ended. Where the way to the provider is in question, inbound is read again before anything else leaves. */
export function afterSending(
  state: LineState,
  lastStarted: Started,
  consequence: Consequence,
  nowMs: Instant,
  timing: Timing,
): LineState {
  const next: LineState = { ...state, lastStarted }
  switch (consequence.line) {
    case 'go_on':
    case 'pause':
      return next
    case 'slow_down':
      return { ...next, slowUntilMs: consequence.untilMs }
    case 'look_first':
      return { ...next, inboundFreshAtMs: null, lastSyncAtMs: null }
    case 'network_away':
      return {
        ...connected(next, 'offline', nowMs),
        inboundFreshAtMs: null,
        lastSyncAtMs: nowMs,
        syncEveryMs: timing.probeFirstMs,
      }
  }
}

/** Somebody wants to know at once whether the provider can be reached. */
export function lookNow(state: LineState): LineState {
  return { ...state, lastSyncAtMs: null, slowUntilMs: 0 }
}

function connected(state: LineState, connection: LineState['connection'], nowMs: Instant): LineState {
  return state.connection === connection ? state : { ...state, connection, sinceMs: nowMs }
}
