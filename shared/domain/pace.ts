import { MINUTE_MS } from '../time.ts'

/** Something that was begun: when, on a clock that only goes forward, and how much of the rate it takes. */
export interface Start {
  readonly atMs: number
  readonly units: number
}

/** How a line stands against its rate. All times are of a clock that only goes forward. */
export interface Pace {
  /** What may be begun at `atMs`; below nothing after a message that was longer than what was there. */
  readonly tokens: number
  readonly atMs: number
  /** What was begun within the last second, oldest first. */
  readonly recent: readonly Start[]
  /** How often the rate is halved, because the provider said "too fast"; counted down again while it does not. */
  readonly halvings: number
  readonly halvedAtMs: number
  /** The provider asked for patience until then. */
  readonly patientUntilMs: number
}

const SECOND_MS = 1_000
/** A rate that was halved doubles again after so long without another refusal. */
const RECOVERY_MS = MINUTE_MS
const MOST_HALVINGS = 6
/** Sums of fractions end a hair below the whole. */
const HAIR = 1e-9

/** A line that was idle for long: it has a second's worth of its rate, or one message where that is less. */
export function restedPace(ratePerMin: number, nowMs: number): Pace {
  return { tokens: roomOf(ratePerMin), atMs: nowMs, recent: [], halvings: 0, halvedAtMs: 0, patientUntilMs: 0 }
}

/** A line of which only the last message is known: it may have left this moment, with as many as a second allows. */
export function spentPace(ratePerMin: number, lastUnits: number, nowMs: number): Pace {
  const units = Math.max(lastUnits, mostInSecond(ratePerMin))
  return { ...restedPace(ratePerMin, nowMs), tokens: Math.min(0, 1 - lastUnits), recent: [{ atMs: nowMs, units }] }
}

/**
 * When something of so many units may begin, now at the earliest. Two limits hold: over time no more than the rate, and
 * in any second no more than a second's worth of it. What is longer than a second's worth begins after a second of rest.
 * Where long messages do not fill a second evenly, some of the rate stays unused: better slow than refused.
 */
export function mayStartAt(pace: Pace, ratePerMin: number, units: number, nowMs: number): number {
  const rate = ratePerMin * shareOf(pace, nowMs)
  const missing = 1 - HAIR - tokensAt(pace, ratePerMin, nowMs)
  const earnedMs = missing <= 0 ? nowMs : nowMs + Math.ceil((missing * MINUTE_MS) / rate)
  return Math.max(nowMs, pace.patientUntilMs, earnedMs, secondAllowsAt(pace, mostInSecond(rate), units))
}

/** The pace after something began. */
export function afterStart(pace: Pace, ratePerMin: number, units: number, nowMs: number): Pace {
  return {
    ...pace,
    tokens: tokensAt(pace, ratePerMin, nowMs) - units,
    atMs: nowMs,
    recent: [...recentAt(pace, nowMs), { atMs: nowMs, units }],
    halvings: halvingsAt(pace, nowMs),
    halvedAtMs: halvingsAt(pace, nowMs) === pace.halvings ? pace.halvedAtMs : nowMs,
  }
}

/** The pace after the provider said "too fast": half of what it was, and nothing at all for as long as it asked. */
export function afterThrottle(pace: Pace, ratePerMin: number, patienceMs: number, nowMs: number): Pace {
  return {
    ...pace,
    tokens: Math.min(0, tokensAt(pace, ratePerMin, nowMs)),
    atMs: nowMs,
    halvings: Math.min(MOST_HALVINGS, halvingsAt(pace, nowMs) + 1),
    halvedAtMs: nowMs,
    patientUntilMs: Math.max(pace.patientUntilMs, nowMs + patienceMs),
  }
}

/** What share of its rate a line may use now: 1, a half, a quarter and so on. */
export function shareOf(pace: Pace, nowMs: number): number {
  return 0.5 ** halvingsAt(pace, nowMs)
}

function halvingsAt({ halvings, halvedAtMs }: Pace, nowMs: number): number {
  return Math.max(0, halvings - Math.floor(Math.max(0, nowMs - halvedAtMs) / RECOVERY_MS))
}

function tokensAt(pace: Pace, ratePerMin: number, nowMs: number): number {
  const rate = ratePerMin * shareOf(pace, nowMs)
  return Math.min(roomOf(ratePerMin), pace.tokens + (Math.max(0, nowMs - pace.atMs) * rate) / MINUTE_MS)
}

/** How much may be saved up: a second's worth, so that a late alarm costs nothing, and at least one message. */
function roomOf(ratePerMin: number): number {
  return Math.max(1, ratePerMin / 60)
}

function mostInSecond(ratePerMin: number): number {
  return Math.max(1, Math.ceil(ratePerMin / 60 - HAIR))
}

function recentAt({ recent }: Pace, nowMs: number): readonly Start[] {
  return recent.filter(({ atMs }) => atMs > nowMs - SECOND_MS)
}

/** The moment at which enough of the last second has passed. */
function secondAllowsAt({ recent }: Pace, most: number, units: number): number {
  let used = recent.reduce((sum, start) => sum + start.units, 0)
  let atMs = 0
  for (const start of recent) {
    if (used + units <= most) break
    used -= start.units
    atMs = start.atMs + SECOND_MS
  }
  return atMs
}
