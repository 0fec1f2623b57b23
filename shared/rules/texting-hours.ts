/** A span of the day on some days of the week, on the clock of the recipient. */
export interface HoursWindow {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[]
  /** Minutes after midnight; the first minute that is allowed. */
  readonly fromMinute: number
  /** Minutes after midnight; the first minute that is not allowed any more. */
  readonly toMinute: number
}

/** When a state lets sales texts in. Windows that overlap all count. */
export interface StateHours {
  readonly windows: readonly HoursWindow[]
  /** The one clock that the state goes by, where it is not that of the recipient. */
  readonly zone?: string
  readonly source: string
  readonly note?: string
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const MONDAY_TO_SATURDAY = [1, 2, 3, 4, 5, 6]
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]

function hours(days: readonly number[], fromHour: number, toHour: number): HoursWindow {
  return { days, fromMinute: fromHour * 60, toMinute: toHour * 60 }
}

/**
 * Care: the narrower of the federal window (8 to 21) and most states. Offers: one window inside every row of the states.
 * Source: 47 CFR 64.1200(c)(1), and the states below.
 */
export const SAFE_HOURS: Readonly<Record<'care' | 'marketing', HoursWindow>> = {
  care: hours(EVERY_DAY, 8, 20),
  marketing: hours(MONDAY_TO_FRIDAY, 10, 18),
}

/**
 * The states whose hours for sales texts are narrower than the federal ones. Editable data; sources differ on several
 * rows, and then the narrower reading stands here.
 */
export const STATE_HOURS: { readonly asOf: string; readonly states: Readonly<Record<string, StateHours>> } = {
  asOf: '2026-11-23',
  states: {
    AL: { windows: [hours(MONDAY_TO_SATURDAY, 8, 20)], source: 'dropcowboy.com/state-compliance', note: 'no holidays' },
    CT: { windows: [hours(EVERY_DAY, 9, 20)], source: 'dropcowboy.com/state-compliance' },
    FL: {
      windows: [hours(EVERY_DAY, 8, 20)],
      source: 'Fla. Stat. 501.616(6)',
      note: 'at most 3 in 24 h on one subject',
    },
    KY: { windows: [hours(EVERY_DAY, 10, 21)], source: 'dropcowboy.com/state-compliance' },
    LA: { windows: [hours(MONDAY_TO_SATURDAY, 8, 20)], source: 'dropcowboy.com/state-compliance' },
    MA: { windows: [hours(EVERY_DAY, 8, 20)], source: 'dropcowboy.com/state-compliance' },
    MD: { windows: [hours(EVERY_DAY, 8, 20)], source: 'dropcowboy.com/state-compliance' },
    MI: { windows: [hours(EVERY_DAY, 9, 21)], source: 'dropcowboy.com/state-compliance' },
    MN: { windows: [hours(EVERY_DAY, 9, 21)], source: 'dropcowboy.com/state-compliance' },
    MS: {
      windows: [hours(MONDAY_TO_SATURDAY, 8, 20)],
      zone: 'America/Chicago',
      source: 'dropcowboy.com/state-compliance',
    },
    NJ: { windows: [hours(EVERY_DAY, 8, 20)], source: 'support.referrizer.com, one source only' },
    NM: { windows: [hours(EVERY_DAY, 9, 21)], source: 'dropcowboy.com/state-compliance' },
    NV: { windows: [hours(EVERY_DAY, 9, 20)], source: 'dropcowboy.com/state-compliance' },
    OK: { windows: [hours(EVERY_DAY, 8, 20)], source: 'Okla. Stat. tit. 15, 775C', note: 'at most 3 in 24 h' },
    RI: {
      windows: [hours(MONDAY_TO_FRIDAY, 9, 18), hours([6], 10, 17)],
      source: 'support.referrizer.com; dropcowboy.com/state-compliance',
    },
    TX: {
      windows: [hours(MONDAY_TO_SATURDAY, 9, 21), hours([7], 12, 21)],
      source: 'Tex. Bus. & Com. Code ch. 302, SB 140',
    },
    WA: { windows: [hours(EVERY_DAY, 8, 20)], source: 'dinsmore.com, state telephone consumer protection acts' },
  },
}
