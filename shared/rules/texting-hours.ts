/** A part of a day in minutes after midnight: the first minute that is allowed, and the first that is not any more. */
export interface DaySpan {
  readonly fromMinute: number
  readonly toMinute: number
}

/** When texts may be read in the course of a week, on the clock of the recipient. Null is a closed day. */
export interface WeekHours {
  readonly weekdays: DaySpan | null
  readonly saturday: DaySpan | null
  readonly sunday: DaySpan | null
}

/** When a state lets sales texts in. */
export interface StateHours extends WeekHours {
  /** A clock that must be open besides that of the recipient. */
  readonly alsoZone?: string
  readonly isClosedOnHolidays?: boolean
  readonly source: string
  /** What the row says besides: where sources differ, the narrower reading stands in it. */
  readonly note?: 'sources_differ' | 'one_source' | 'central_time' | 'court_order'
}

/** The hours for all texts. Laws change: this is data, dated, and an office may say otherwise. */
export interface HoursTable {
  readonly asOf: string
  /** Texts that sell nothing. */
  readonly care: WeekHours
  /** The one window for offers that lies inside the hours of every state; for whoever's state is not known. */
  readonly national: WeekHours
  /** Whether offers wait for the hours of the recipient's state, or all for the national window. */
  readonly offers: 'states' | 'national'
  /** The states whose hours for sales texts are narrower than the care hours, by their two letters. */
  readonly states: Readonly<Record<string, StateHours>>
}

function from(fromHour: number, toHour: number): DaySpan {
  return { fromMinute: fromHour * 60, toMinute: toHour * 60 }
}

function daily(span: DaySpan): WeekHours {
  return { weekdays: span, saturday: span, sunday: span }
}

const SURVEY = 'dropcowboy.com/state-compliance'
const SURVEYS = 'support.referrizer.com; dropcowboy.com/state-compliance'
const FROM_8_TO_20 = from(8, 20)
const FROM_9_TO_20 = from(9, 20)
const FROM_9_TO_21 = from(9, 21)
const NO_SUNDAY: WeekHours = { weekdays: FROM_8_TO_20, saturday: FROM_8_TO_20, sunday: null }

/**
 * Care: 8 to 20, narrower than the federal 8 to 21. Offers: the rows of the states; where a state has none, the care hours.
 * Source: 47 CFR 64.1200(c)(1), and what stands with each state.
 */
export const TEXTING_HOURS: HoursTable = {
  asOf: '2026-11-23',
  care: daily(FROM_8_TO_20),
  national: { weekdays: from(10, 18), saturday: null, sunday: null },
  offers: 'states',
  states: {
    AL: { ...NO_SUNDAY, isClosedOnHolidays: true, source: SURVEY },
    CT: { ...daily(FROM_9_TO_20), source: SURVEYS },
    FL: { ...daily(FROM_8_TO_20), source: 'Fla. Stat. 501.616(6)' },
    KY: { ...daily(from(10, 21)), source: SURVEY },
    LA: { ...NO_SUNDAY, isClosedOnHolidays: true, source: SURVEY, note: 'sources_differ' },
    MA: { ...daily(FROM_8_TO_20), source: SURVEY },
    MD: { ...daily(FROM_8_TO_20), source: SURVEYS },
    MI: { ...daily(FROM_9_TO_21), source: SURVEY },
    MN: { ...daily(FROM_9_TO_21), source: SURVEY },
    MS: { ...NO_SUNDAY, alsoZone: 'America/Chicago', source: SURVEYS, note: 'central_time' },
    NJ: { ...daily(FROM_8_TO_20), source: 'support.referrizer.com', note: 'one_source' },
    NM: { ...daily(FROM_9_TO_21), source: SURVEY },
    NV: { ...daily(FROM_9_TO_20), source: SURVEY },
    OK: { ...daily(FROM_8_TO_20), source: 'Okla. Stat. tit. 15, 775C' },
    RI: { weekdays: from(9, 18), saturday: from(10, 17), sunday: null, source: SURVEYS, note: 'sources_differ' },
    TX: {
      weekdays: FROM_9_TO_21,
      saturday: FROM_9_TO_21,
      sunday: from(12, 21),
      alsoZone: 'America/Chicago',
      source: 'Tex. Bus. & Com. Code ch. 302, SB 140',
      note: 'court_order',
    },
    WA: { ...daily(FROM_8_TO_20), source: 'dinsmore.com, state telephone consumer protection acts' },
  },
}
