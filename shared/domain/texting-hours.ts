import { ZONES_OF_THE_STATES } from '../rules/area-code-zones.ts'
import type { RuleId } from '../rules/rule-sources.ts'
import type { DaySpan, WeekHours } from '../rules/texting-hours.ts'
import { atZoned, DAY_MS, formatIsoDay, zonedParts } from '../time.ts'
import type { Instant, IsoDay, ZonedParts } from '../time.ts'
import type { Purpose } from './consent.ts'
import { SHIPPED_RULES } from './sending-rules.ts'
import type { SendingRules } from './sending-rules.ts'

/** When a text is meant to go out, and what is known of where it will be read. */
export interface HoursQuestion {
  readonly at: Instant
  /** Every zone the recipient may be in: of the area code and of the address. Empty where nothing is known. */
  readonly zones: readonly string[]
  /** Two letters of the address, where it is known. */
  readonly state?: string | null
  readonly purpose: Purpose
  readonly emergency?: boolean
  /** The office's; as shipped when left out. */
  readonly rules?: SendingRules
  /** Of the office, for its closures. */
  readonly officeZone?: string
}

/** The first moment at which a text may go out, the rule that decided it, and the zone on whose clock it did. */
export interface LawfulInstant {
  readonly at: Instant
  readonly rule: RuleId
  readonly zone: string
}

/** One clock that has to be open. */
interface Limit {
  readonly rule: RuleId
  readonly zone: string
  readonly week: WeekHours
  /** Days on which it stays closed. */
  readonly closed?: ReadonlySet<IsoDay>
}

/** Holidays and a long closure included: what is not lawful within this time never is. */
const LONGEST_SEARCH_DAYS = 60

const OPEN_ALWAYS: WeekHours = allWeek({ fromMinute: 0, toMinute: 24 * 60 })
const NO_DAYS: ReadonlySet<IsoDay> = new Set()

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
    const closed = limits.find((limit) => !isOpen(limit, zonedParts(found.at, limit.zone)))
    if (!closed) return found
    found = { at: nextOpening(closed, found.at), rule: closed.rule, zone: closed.zone }
  }
  return null
}

function limitsFor(question: HoursQuestion): readonly Limit[] {
  const { zones, purpose, rules = SHIPPED_RULES } = question
  const clocks = zones.length > 0 ? [...new Set(zones)] : ZONES_OF_THE_STATES
  if (purpose !== 'marketing') return clocks.map((zone) => ({ rule: 'hours.care', zone, week: rules.hours.care }))
  return [...offerLimits(question, rules, clocks), ...closureLimits(question, rules)]
}

/** Offers wait for the state's hours. Where nobody knows the state, only the window inside all of them is safe. */
function offerLimits({ state }: HoursQuestion, rules: SendingRules, clocks: readonly string[]): readonly Limit[] {
  const { hours, holidays } = rules
  const own = state ? hours.states[state.toUpperCase()] : undefined
  const national = clocks.map((zone): Limit => ({
    rule: 'hours.marketing',
    zone,
    week: hours.national,
    closed: holidays,
  }))
  const general = clocks.map((zone): Limit => ({ rule: 'hours.offers', zone, week: SHIPPED_RULES.hours.care }))
  const isByState = hours.offers === 'states' && Boolean(state)
  const first = isByState ? general : national
  if (!own) return first
  const closed = own.isClosedOnHolidays ? holidays : NO_DAYS
  const stateClocks = [...new Set([...clocks, ...(own.alsoZone ? [own.alsoZone] : [])])]
  return [...first, ...stateClocks.map((zone): Limit => ({ rule: 'hours.state', zone, week: own, closed }))]
}

function closureLimits({ officeZone }: HoursQuestion, { closures }: SendingRules): readonly Limit[] {
  if (closures.size === 0 || officeZone === undefined) return []
  return [{ rule: 'hours.closure', zone: officeZone, week: OPEN_ALWAYS, closed: closures }]
}

function allWeek(span: DaySpan): WeekHours {
  return { weekdays: span, saturday: span, sunday: span }
}

function spanOf({ weekdays, saturday, sunday }: WeekHours, weekday: number): DaySpan | null {
  return weekday <= 5 ? weekdays : weekday === 6 ? saturday : sunday
}

function isOpen({ week, closed = NO_DAYS }: Limit, { year, month, day, weekday, hour, minute }: ZonedParts): boolean {
  const span = spanOf(week, weekday)
  if (span === null || (closed.size > 0 && closed.has(formatIsoDay(year, month, day)))) return false
  const now = hour * 60 + minute
  return now >= span.fromMinute && now < span.toMinute
}

/** The next moment at which the clock opens. The caller asks again: a clock may jump over the opening. */
function nextOpening(limit: Limit, after: Instant): Instant {
  const { year, month, day, weekday } = zonedParts(after, limit.zone)
  for (let later = 0; later <= LONGEST_SEARCH_DAYS; later += 1) {
    const span = spanOf(limit.week, ((weekday - 1 + later) % 7) + 1)
    if (span === null) continue
    const time = { hour: Math.floor(span.fromMinute / 60), minute: span.fromMinute % 60 }
    const at = atZoned({ year, month, day: day + later, ...time }, limit.zone)
    if (at > after && isOpen(limit, zonedParts(at, limit.zone))) return at
  }
  return Infinity
}
