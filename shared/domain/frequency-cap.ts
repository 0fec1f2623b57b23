import type { CapTable } from '../rules/frequency-caps.ts'
import type { RuleId } from '../rules/rule-sources.ts'
import { DAY_MS, HOUR_MS, isoDay, startOfDay } from '../time.ts'
import type { Instant } from '../time.ts'

/** A text that left for a number or waits for it. Answers, confirmations and emergencies are not among them. */
export interface CountedText {
  /** When it left; for one that waits, when it may leave. */
  readonly atMs: Instant
  readonly purpose: 'care' | 'marketing'
  /** It answered somebody who had written: a cap on what the office begins does not count it. A promise does. */
  readonly isAnswer?: boolean
}

/** What a number may still get, asked about one more text. */
export interface CapQuestion {
  readonly at: Instant
  readonly purpose: 'care' | 'marketing'
  /** The clock whose days are counted. */
  readonly zone: string
  /** Two letters of the address, where it is known. */
  readonly state: string | null
  readonly recent: readonly CountedText[]
  /** When the number wrote last; null where it did not lately. */
  readonly lastInboundAtMs: Instant | null
  readonly caps: CapTable
  /** Texts of this purpose in 30 days that the opt-in form promised not to exceed; null where it named no number. */
  readonly promisedAMonth: number | null
}

/** Why one more text is too many. */
export interface OverCap {
  readonly rule: RuleId
  /** A law or a promise: nobody at the desk may decide otherwise. */
  readonly isLaw: boolean
  /** The first moment at which this rule is content again. */
  readonly againAtMs: Instant
}

const MONTH_MS = 30 * DAY_MS

/** How far back texts count for any of the rules. */
export const COUNTED_FOR_MS = 31 * DAY_MS

/** Says whether one more text is too many for a number, and by which rule: the laws first. Null when it may have it. */
export function overCap(question: CapQuestion): OverCap | null {
  if (question.recent.length === 0 && question.lastInboundAtMs === null) return null
  const rules = question.purpose === 'marketing' ? [overStates, overPromise, overOffers] : [overPromise, overCare]
  for (const rule of rules) {
    const over = rule(question)
    if (over !== null) return over
  }
  return null
}

/** An unknown state counts as each of them. */
function overStates({ at, state, recent, caps }: CapQuestion): OverCap | null {
  const known = state ? caps.states[state.toUpperCase()] : undefined
  const rows = state ? (known ? [known] : []) : Object.values(caps.states)
  const offers = sorted(recent, 'marketing')
  const ends = rows.flatMap(({ most, withinHours }) => tooMany(offers, at, most, withinHours * HOUR_MS) ?? [])
  return ends.length === 0 ? null : { rule: 'cap.state', isLaw: true, againAtMs: Math.max(...ends) }
}

function overPromise({ at, purpose, recent, promisedAMonth }: CapQuestion): OverCap | null {
  if (promisedAMonth === null) return null
  const againAtMs = tooMany(sorted(recent, purpose), at, promisedAMonth, MONTH_MS)
  return againAtMs === null ? null : { rule: 'cap.promise', isLaw: true, againAtMs }
}

function overOffers({ at, recent, lastInboundAtMs, caps }: CapQuestion): OverCap | null {
  const { quietDays, conversationHours } = caps.offers
  const untilMs = lastInboundAtMs === null ? -Infinity : lastInboundAtMs + conversationHours * HOUR_MS
  if (untilMs > at) return { rule: 'cap.conversation', isLaw: false, againAtMs: untilMs }
  const againAtMs = tooMany(sorted(recent, 'marketing'), at, 1, quietDays * DAY_MS)
  return againAtMs === null ? null : { rule: 'cap.offers', isLaw: false, againAtMs }
}

/** A day is one of the calendar and a week is seven of them, so that the reminder of nine does not wait for that of ten. */
function overCare({ at, zone, recent, caps }: CapQuestion): OverCap | null {
  const { mostADay, mostAWeek } = caps.care
  const begun = recent.filter(({ isAnswer }) => isAnswer !== true)
  const days = sorted(begun, 'care').map((atMs) => dayMs(atMs, zone))
  const today = dayMs(at, zone)
  const ends = [tooMany(days, today, mostADay, DAY_MS), tooMany(days, today, mostAWeek, 7 * DAY_MS)].filter(isTime)
  if (ends.length === 0) return null
  const againOn = isoDay(Math.max(...ends), 'UTC')
  return { rule: 'cap.care', isLaw: false, againAtMs: startOfDay(againOn, zone) }
}

/** A day of the calendar as a number, so that days can be subtracted. */
function dayMs(at: Instant, zone: string): number {
  return Date.parse(isoDay(at, zone))
}

function sorted(recent: readonly CountedText[], purpose: CountedText['purpose']): readonly Instant[] {
  return recent
    .filter((text) => text.purpose === purpose)
    .map(({ atMs }) => atMs)
    .toSorted((left, right) => left - right)
}

/**
 * Tells when one more at `at` is not too many any more: when some stretch of `withinMs` around it holds `most` already, and
 * until the oldest of them is past. Null when it is not too many.
 */
function tooMany(texts: readonly Instant[], at: Instant, most: number, withinMs: number): Instant | null {
  const place = texts.filter((atMs) => atMs <= at).length
  const all = texts.toSpliced(place, 0, at)
  for (let first = Math.max(0, place - most); first <= place; first += 1) {
    const [begin, end] = [all[first], all[first + most]]
    if (begin === undefined || end === undefined || end - begin >= withinMs) continue
    // What is yet to come stands in the way itself, when nothing before it does.
    const oldest = first === place ? (all[first + 1] ?? at) : begin
    return oldest + withinMs
  }
  return null
}

function isTime(at: Instant | null): at is Instant {
  return at !== null
}
