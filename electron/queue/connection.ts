import type { RecordsError } from '../provider/port.ts'
import type { Instant } from '../../shared/time.ts'
import type { LineConsequence } from './consequence.ts'
import type { InboundSource } from './desk-options.ts'
import type { Moment } from './moment.ts'
import type { Timing } from './timing.ts'

/** What is known of the way to the provider. It is lost when Optdesk stops, so nothing leaves before the first reading. */
export interface Connection {
  readonly state: 'starting' | 'online' | 'offline'
  readonly sinceMs: Instant
  /** When inbound was last caught up since the network came back; null while it was not. */
  readonly inboundFreshAt: Moment | null
  readonly lastReadAtMs: Instant | null
  /** How long to leave the provider's book alone after reading it. */
  readonly readEveryMs: number
  /** Requests in a row that did not leave this computer. */
  readonly failures: number
  /** After failures the next request goes alone, and not before this. */
  readonly probeAtMs: Instant
  /** The provider took the last request: several may be on their way at once. Until it does, each goes alone. */
  readonly isProven: boolean
}

/** So many requests in a row that did not leave mean that the network is away. */
const FAILURES_ALLOWED = 4

/** The way to the provider as it is when Optdesk starts. */
export function startingConnection(nowMs: Instant): Connection {
  return {
    state: 'starting',
    sinceMs: nowMs,
    inboundFreshAt: null,
    lastReadAtMs: null,
    readEveryMs: 0,
    failures: 0,
    probeAtMs: 0,
    isProven: false,
  }
}

/** Inbound was read up to `readAt`: the line is online and may send for a while. */
export function afterReading(before: Connection, readAt: Moment, nowMs: Instant, timing: Timing): Connection {
  return {
    ...standing(before, 'online', nowMs),
    inboundFreshAt: readAt,
    lastReadAtMs: nowMs,
    readEveryMs: timing.syncEveryMs,
  }
}

/** The provider's book could not be read. The next try comes later and later, but at last every `probeLongestMs`. */
export function afterFailedReading(
  before: Connection,
  error: RecordsError,
  nowMs: Instant,
  timing: Timing,
): Connection {
  // Who asks for patience is there: the line stays as it is, and inbound grows old by itself.
  if (error.code === 'throttled') {
    return { ...before, lastReadAtMs: nowMs, readEveryMs: Math.max(error.retryAfterMs ?? 0, timing.syncEveryMs) }
  }
  const isFirst = before.state !== 'offline'
  const nextMs = isFirst ? timing.probeFirstMs : Math.min(timing.probeLongestMs, before.readEveryMs * 2)
  return {
    ...standing(before, 'offline', nowMs),
    inboundFreshAt: null,
    lastReadAtMs: nowMs,
    readEveryMs: Math.max(nextMs, timing.probeFirstMs),
    isProven: false,
  }
}

/** A request ended. Where the way to the provider is in question, inbound is read again before anything else leaves. */
export function afterAnswer(
  before: Connection,
  { line }: LineConsequence,
  nowMs: Instant,
  timing: Timing,
  inbound: InboundSource,
): Connection {
  switch (line) {
    case 'go_on':
    case 'slow_down':
      return { ...there(before, nowMs, inbound), failures: 0, isProven: line === 'go_on' || before.isProven }
    case 'pause':
      return { ...there(before, nowMs, inbound), failures: 0, isProven: false }
    case 'look_first':
      return { ...before, ...LOOK_FIRST, isProven: false }
    case 'network_away':
      return afterNotSent(before, nowMs, timing)
  }
}

const LOOK_FIRST = { inboundFreshAt: null, lastReadAtMs: null } as const

/** The first failures are the single message's; then the network is away, and one request at a time tries it. */
function afterNotSent(before: Connection, nowMs: Instant, timing: Timing): Connection {
  const failures = before.failures + 1
  const next = { ...before, failures, isProven: false }
  if (failures <= FAILURES_ALLOWED) return { ...next, ...LOOK_FIRST }
  const doublings = failures - FAILURES_ALLOWED - 1
  const waitMs = Math.min(timing.probeLongestMs, timing.probeFirstMs * 2 ** Math.min(doublings, 20))
  return {
    ...standing(next, 'offline', nowMs),
    inboundFreshAt: null,
    lastReadAtMs: nowMs,
    readEveryMs: waitMs,
    probeAtMs: nowMs + waitMs,
  }
}

/** Where nothing is read, an answer is the proof that the provider is there. */
function there(before: Connection, nowMs: Instant, inbound: InboundSource): Connection {
  return inbound === 'reports' ? before : standing(before, 'online', nowMs)
}

/** Somebody wants to know at once whether the provider can be reached. */
export function lookNow(before: Connection): Connection {
  return { ...before, lastReadAtMs: null, probeAtMs: 0 }
}

/** A receiver of webhooks was heard of: what came in is known up to now. */
export function afterHearing(before: Connection, now: Moment): Connection {
  return { ...before, inboundFreshAt: now }
}

function standing(before: Connection, state: Connection['state'], nowMs: Instant): Connection {
  return before.state === state ? before : { ...before, state, sinceMs: nowMs }
}
