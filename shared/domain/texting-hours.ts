import { ZONES_OF_THE_STATES } from '../rules/area-code-zones.ts'
import type { RuleId } from '../rules/rule-sources.ts'
import { SAFE_HOURS, STATE_HOURS } from '../rules/texting-hours.ts'
import type { HoursWindow } from '../rules/texting-hours.ts'
import { atZoned, DAY_MS, zonedParts } from '../time.ts'
import type { Instant, ZonedParts } from '../time.ts'
import type { Purpose } from './consent.ts'

/** When a text is meant to go out, and what is known of where it will be read. */
export interface HoursQuestion {
  readonly at: Instant
  /** Every zone the recipient may be in: of the area code and of the address. Empty where nothing is known. */
  readonly zones: readonly string[]
  /** Two letters of the address, where it is known. */
  readonly state?: string | null
  readonly purpose: Purpose
  readonly emergency?: boolean
}

/** The first moment at which a text may go out, the rule that decided it, and the zone on whose clock it did. */
export interface LawfulInstant {
  readonly at: Instant
  readonly rule: RuleId
  readonly zone: string
}

interface Limit {
  readonly rule: RuleId
  readonly zone: string
  readonly windows: readonly HoursWindow[]
}

/** Two weeks hold every combination of weekdays and clocks; what is not lawful in them never is. */
const LONGEST_SEARCH_DAYS = 14

/**
 * Finds the first moment from `at` on that is lawful on every clock the recipient may have. `at` itself when it is
 * lawful, else the full minute in which the last of the clocks opens. An unknown place counts as all fifty states.
 * Null when the clocks never open together. An emergency waits for nobody, unless it sells something.
 */
export function nextLawfulInstant(question: HoursQuestion): LawfulInstant | null {
  const { at, purpose, emergency = false } = question
  const limits = limitsFor(question)
  const first = limits[0]
  if (!first) return null
  if (emergency && purpose !== 'marketing') return { at, rule: 'emergency.exempt', zone: first.zone }

  const until = at + LONGEST_SEARCH_DAYS * DAY_MS
  let found: LawfulInstant = { at, rule: first.rule, zone: first.zone }
  while (found.at <= until) {
    const closed = limits.find(({ windows, zone }) => !isOpen(windows, zonedParts(found.at, zone)))
    if (!closed) return found
    found = { at: nextOpening(closed, found.at), rule: closed.rule, zone: closed.zone }
  }
  return null
}

function limitsFor({ zones, state, purpose }: HoursQuestion): readonly Limit[] {
  const clocks = zones.length > 0 ? [...new Set(zones)] : ZONES_OF_THE_STATES
  const isMarketing = purpose === 'marketing'
  const rule: RuleId = isMarketing ? 'hours.marketing' : 'hours.care'
  const safe = clocks.map((zone): Limit => ({ rule, zone, windows: [SAFE_HOURS[isMarketing ? 'marketing' : 'care']] }))
  const ofState = isMarketing && state ? STATE_HOURS.states[state.toUpperCase()] : undefined
  if (!ofState) return safe
  const stateClocks = ofState.zone ? [ofState.zone] : clocks
  return [...safe, ...stateClocks.map((zone): Limit => ({ rule: 'hours.state', zone, windows: ofState.windows }))]
}

function isOpen(windows: readonly HoursWindow[], { weekday, hour, minute }: ZonedParts): boolean {
  const now = hour * 60 + minute
  return windows.some(({ days, fromMinute, toMinute }) => days.includes(weekday) && now >= fromMinute && now < toMinute)
}

/** The next moment at which one of the windows opens. The caller asks again: a clock may jump over the opening. */
function nextOpening({ windows, zone }: Limit, after: Instant): Instant {
  const { year, month, day } = zonedParts(after, zone)
  for (let later = 0; later <= 7; later += 1) {
    const openings = windows
      .map(({ fromMinute }) => ({ hour: Math.floor(fromMinute / 60), minute: fromMinute % 60 }))
      .map((time) => atZoned({ year, month, day: day + later, ...time }, zone))
      .filter((at) => at > after && isOpen(windows, zonedParts(at, zone)))
    if (openings.length > 0) return Math.min(...openings)
  }
  return Infinity
}
