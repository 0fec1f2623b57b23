/** How many offers on one subject a state allows in some hours. */
export interface StateCap {
  readonly most: number
  readonly withinHours: number
  readonly source: string
}

/** How often one number may be texted. Data, dated; an office may say otherwise where no law stands behind it. */
export interface CapTable {
  readonly asOf: string
  readonly care: {
    /** On one day of the recipient's clock. */
    readonly mostADay: number
    /** In seven such days. */
    readonly mostAWeek: number
  }
  readonly offers: {
    /** After one offer the number gets none for so many days. */
    readonly quietDays: number
    /** Who wrote within so many hours is in a conversation and gets no offer. */
    readonly conversationHours: number
  }
  /** By the two letters of the state; they count for whoever's state is not known, too. */
  readonly states: Readonly<Record<string, StateCap>>
}

/**
 * Care: once a day and three times a week, what the exempt health-care texts are allowed; Optdesk rests on consent and takes
 * it as a custom. Offers: five days apart and not into a conversation, as careful senders do it. The states: by law.
 * Source: FCC 15-72 and FCC 20-186 (health-care texts); help.podium.com (offers); Fla. Stat. 501.616(6)(b); Okla. Stat.
 * tit. 15, 775C.4.
 */
export const FREQUENCY_CAPS: CapTable = {
  asOf: '2026-11-23',
  care: { mostADay: 1, mostAWeek: 3 },
  offers: { quietDays: 5, conversationHours: 12 },
  states: {
    FL: { most: 3, withinHours: 24, source: 'Fla. Stat. 501.616(6)(b)' },
    MD: { most: 3, withinHours: 24, source: 'support.referrizer.com, one source only' },
    OK: { most: 3, withinHours: 24, source: 'Okla. Stat. tit. 15, 775C.4' },
  },
}
