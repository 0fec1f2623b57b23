import { FEDERAL_HOLIDAYS } from '../rules/federal-holidays.ts'
import { FREQUENCY_CAPS } from '../rules/frequency-caps.ts'
import type { CapTable } from '../rules/frequency-caps.ts'
import { TEXTING_HOURS } from '../rules/texting-hours.ts'
import type { DaySpan, HoursTable, WeekHours } from '../rules/texting-hours.ts'
import type { IsoDay } from '../time.ts'

/** By what texts are placed and counted on a day: the shipped tables, with what the office says otherwise. */
export interface SendingRules {
  readonly hours: HoursTable
  readonly caps: CapTable
  readonly holidays: ReadonlySet<IsoDay>
  /** Days on which the office is closed; offers do not go out on them. */
  readonly closures: ReadonlySet<IsoDay>
}

/** What an office may say otherwise about a state: its hours, and whether holidays count. */
export interface StateChange extends WeekHours {
  readonly isClosedOnHolidays: boolean
}

/** All that an office says otherwise; what it does not name stands as shipped. */
export interface RuleChanges {
  readonly care?: DaySpan | undefined
  readonly offers?: HoursTable['offers'] | undefined
  readonly states?: Readonly<Record<string, StateChange>> | undefined
  readonly mostADay?: number | undefined
  readonly mostAWeek?: number | undefined
  readonly quietDays?: number | undefined
  readonly conversationHours?: number | undefined
  readonly closures?: readonly IsoDay[] | undefined
}

/** Changes with the first day on which they count. They replace the ones before them; none are the shipped rules again. */
export interface DatedChanges {
  readonly from: IsoDay
  readonly changes: RuleChanges
}

/** The rules as they are shipped. */
export const SHIPPED_RULES: SendingRules = {
  hours: TEXTING_HOURS,
  caps: FREQUENCY_CAPS,
  holidays: new Set(FEDERAL_HOLIDAYS.days),
  closures: new Set(),
}

/** The changes that count on a day; of two from the same day the later one in the list. Undefined while there are none. */
export function latestOn<D extends { readonly from: IsoDay }>(day: IsoDay, dated: readonly D[]): D | undefined {
  const begun = dated.filter(({ from }) => from <= day)
  return begun.reduce<D | undefined>((latest, next) => (latest && next.from < latest.from ? latest : next), undefined)
}

/** The rules of a day. */
export function rulesOn(day: IsoDay, dated: readonly DatedChanges[]): SendingRules {
  const changes: RuleChanges = latestOn(day, dated)?.changes ?? {}
  const { care, offers, quietDays, conversationHours } = changes
  const shipped = SHIPPED_RULES
  return {
    ...shipped,
    hours: {
      ...shipped.hours,
      care: care ? { weekdays: care, saturday: care, sunday: care } : shipped.hours.care,
      offers: offers ?? shipped.hours.offers,
      states: withChangedStates(shipped.hours.states, changes.states ?? {}),
    },
    caps: {
      ...shipped.caps,
      care: {
        mostADay: changes.mostADay ?? shipped.caps.care.mostADay,
        mostAWeek: changes.mostAWeek ?? shipped.caps.care.mostAWeek,
      },
      offers: {
        quietDays: quietDays ?? shipped.caps.offers.quietDays,
        conversationHours: conversationHours ?? shipped.caps.offers.conversationHours,
      },
    },
    closures: new Set(changes.closures),
  }
}

/** A state's second clock and its source stay: an office changes hours, not where the law comes from. */
function withChangedStates(states: HoursTable['states'], changes: Readonly<Record<string, StateChange>>) {
  const changed = Object.entries(states).map(([state, hours]) => {
    const own = Object.hasOwn(changes, state) ? changes[state] : undefined
    return [state, own ? { ...hours, ...own } : hours] as const
  })
  return Object.fromEntries(changed)
}
