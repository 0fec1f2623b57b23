import { rulesOn, SHIPPED_RULES } from '../../../../shared/domain/sending-rules.ts'
import type { RuleChanges, SendingRules, StateChange } from '../../../../shared/domain/sending-rules.ts'
import type { DaySpan } from '../../../../shared/rules/texting-hours.ts'

/** The rules as they would be with these changes. */
export function withChanges(changes: RuleChanges): SendingRules {
  return rulesOn('9999-12-31', [{ from: '', changes }])
}

/**
 * Changes as they are kept: what says the same as the shipped rules is no change, so that a later table of Optdesk reaches
 * the office in all that it left alone.
 */
export function tidyChanges(changes: RuleChanges): RuleChanges {
  const { hours, caps } = SHIPPED_RULES
  const same: Readonly<Record<keyof RuleChanges, unknown>> = {
    care: hours.care.weekdays,
    offers: hours.offers,
    states: {},
    mostADay: caps.care.mostADay,
    mostAWeek: caps.care.mostAWeek,
    quietDays: caps.offers.quietDays,
    conversationHours: caps.offers.conversationHours,
    closures: [],
  }
  const own = { ...changes, states: changedStates(changes.states ?? {}) }
  const told = Object.entries(own).filter(([name, value]) => {
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(same[name as keyof RuleChanges])
  })
  return Object.fromEntries(told)
}

function changedStates(states: Readonly<Record<string, StateChange>>): Readonly<Record<string, StateChange>> {
  const changed = Object.entries(states).filter(([state, change]) => {
    const shipped = SHIPPED_RULES.hours.states[state]
    const { weekdays, saturday, sunday, isClosedOnHolidays } = change
    const same = shipped && [shipped.weekdays, shipped.saturday, shipped.sunday, shipped.isClosedOnHolidays ?? false]
    return JSON.stringify([weekdays, saturday, sunday, isClosedOnHolidays]) !== JSON.stringify(same)
  })
  return Object.fromEntries(changed)
}

/** The hours of a state as they stand, ready to be changed. */
export function stateChangeOf({ hours }: SendingRules, state: string): StateChange {
  const { weekdays = null, saturday = null, sunday = null, isClosedOnHolidays = false } = hours.states[state] ?? {}
  return { weekdays, saturday, sunday, isClosedOnHolidays }
}

/** True for a span that ends later than it begins. */
export function isSpan(span: DaySpan | null): boolean {
  return span === null || span.fromMinute < span.toMinute
}

/** `HH:MM` of a minute of the day; the end of the day is its last minute. */
export function timeOfMinute(minute: number): string {
  const shown = Math.min(minute, 24 * 60 - 1)
  return [Math.floor(shown / 60), shown % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The minute of the day of `HH:MM`. */
export function minuteOfTime(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
