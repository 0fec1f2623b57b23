/** What a class of line may send, as the networks count it. */
export interface LineClassRule {
  /** Segments of SMS a minute. */
  readonly smsPerMin: number
  /** MMS a minute, each counted as one. */
  readonly mmsPerMin: number
  /** Segments that T-Mobile takes in a day; null where it names no cap. */
  readonly dailyCap: number | null
  readonly source: string
}

/** The classes of campaign that The Campaign Registry knows for ten-digit numbers, and the lines that have none. */
export type LineClassName = 'a_b' | 'c_d' | 'e_f' | 'low_volume' | 'sole_proprietor' | 'toll_free' | 'short_code'

const AT_AND_T = 'developers.telnyx.com/docs/messaging/10dlc/10dlc-rate-limits (AT&T, by campaign)'
const T_MOBILE = 'docs.bird.com, 10DLC throughput and daily caps (T-Mobile, by brand)'

/**
 * How fast each class of line goes. AT&T counts a campaign's segments by the minute, and Vonage applies the same to
 * Verizon; T-Mobile counts a brand's segments by the day. Editable data: an office's own contract may say otherwise.
 */
export const LINE_CLASSES: {
  readonly asOf: string
  readonly classes: Readonly<Record<LineClassName, LineClassRule>>
} = {
  asOf: '2026-11-23',
  classes: {
    a_b: { smsPerMin: 4500, mmsPerMin: 2400, dailyCap: 200_000, source: `${AT_AND_T}; ${T_MOBILE}` },
    c_d: { smsPerMin: 2400, mmsPerMin: 1200, dailyCap: 40_000, source: `${AT_AND_T}; ${T_MOBILE}` },
    // T-Mobile gives 10,000 or 2,000 by the brand's score, which Optdesk does not know: the lower.
    e_f: { smsPerMin: 240, mmsPerMin: 150, dailyCap: 2_000, source: `${AT_AND_T}; ${T_MOBILE}` },
    low_volume: { smsPerMin: 75, mmsPerMin: 50, dailyCap: 2_000, source: `${AT_AND_T}; ${T_MOBILE}` },
    // 2.25 a second in all; pictures are taken to be no faster than on a low-volume campaign.
    sole_proprietor: { smsPerMin: 135, mmsPerMin: 50, dailyCap: 1_000, source: `${AT_AND_T}; ${T_MOBILE}` },
    toll_free: {
      smsPerMin: 180,
      mmsPerMin: 60,
      dailyCap: null,
      source: 'docs.aws.amazon.com/sms-voice, limits: 3 a second for a toll-free number; MMS taken as 1 a second',
    },
    short_code: {
      smsPerMin: 6000,
      mmsPerMin: 2400,
      dailyCap: null,
      source: 'docs.aws.amazon.com/sms-voice, limits: 100 SMS and 40 MMS a second for a short code',
    },
  },
}

/** T-Mobile's day begins at midnight there. Source: docs.bird.com, 10DLC throughput and daily caps. */
export const DAY_CAP_ZONE = 'America/Los_Angeles'

/**
 * Requests a minute over all lines of an account: 20 a second, well under the 30 at which the provider begins to refuse.
 * Source: api.support.vonage.com article 203993598.
 */
export const ACCOUNT_REQUESTS_PER_MIN = 20 * 60

/** How many requests may be on their way at once: as many messages at most are in doubt after a crash. */
export const MOST_IN_FLIGHT = 8

/** Broadcasts leave this share of a line's day to single people, so that a mass text never silences the front desk. */
export const SHARE_KEPT_FOR_PEOPLE = 0.1
