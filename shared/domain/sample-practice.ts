import type { Purpose } from './consent.ts'
import type { FormLanguage } from './opt-in-form.ts'

/** The sample practice that a new user works with until an account is entered. Fiction: all numbers end in 555-01xx. */
export const SAMPLE_PRACTICE = {
  name: 'Harborview Family Clinic',
  phone: '(206) 555-0100',
  zone: 'America/Los_Angeles',
  staff: ['Elena Marsh', 'Tomás Aguirre', 'Bev Lindqvist'],
} as const

/**
 * How a sample person came to be textable, or not; the seeding turns it into real consent events.
 * - `paper_care`, `paper_care_marketing`: signed a paper sheet `agreedDaysAgo`, and confirmed by text.
 * - `not_confirmed`: signed a paper sheet for care `agreedDaysAgo`; the confirmation text was never answered.
 * - `opted_out`: signed for care `agreedDaysAgo`, texted STOP `stoppedDaysAgo`.
 * - `none`: never agreed to anything.
 */
export type ConsentStory = 'paper_care' | 'paper_care_marketing' | 'not_confirmed' | 'opted_out' | 'none'

/**
 * One person of `resources/sample/people.json`. `phone` is in national form, `zone` an IANA name, `birthday` an ISO date.
 * Days count back from the day the practice data is made; they are null where the story has no such event.
 */
export interface SamplePerson {
  readonly firstName: string
  readonly lastName: string
  readonly language: FormLanguage
  readonly phone: string
  readonly email: string | null
  readonly birthday: string
  readonly city: string
  readonly state: string
  readonly zone: string
  readonly consent: ConsentStory
  readonly agreedDaysAgo: number | null
  readonly stoppedDaysAgo: number | null
  /** True where the box for group threads was ticked too. */
  readonly group?: boolean
}

/**
 * What is truly written on one filled sample sheet, as `resources/sample/forms.json` tells it; `page` counts from 1.
 * `mobileDigits` are the digits in the cells, which may be too few; `signedOn` is an ISO date or null.
 */
export interface SampleForm {
  readonly file: string
  readonly page: number
  readonly formCode: string
  readonly serial: string
  readonly firstName: string
  readonly lastName: string
  readonly mobileDigits: string
  readonly email: string | null
  readonly ticked: readonly Purpose[]
  readonly isSigned: boolean
  readonly signedOn: string | null
}

/** The day that every row of `resources/sample/day-sheet.csv` carries, as that file writes it. */
export const DAY_SHEET_DAY = '11/24/2026'

/**
 * Moves the sample day sheet to another day, so that practice always has appointments ahead.
 * Only the first column is changed: a birth date that happens to fall on the same day stays. `isoDate` is 'YYYY-MM-DD'.
 */
export function shiftDaySheet(csv: string, isoDate: string): string {
  const [year, month, day] = isoDate.split('-')
  if (year === undefined || month === undefined || day === undefined) {
    throw new Error(`Not an ISO date: ${isoDate}`)
  }
  return csv
    .split('\n')
    .map((line) => (line.startsWith(`${DAY_SHEET_DAY},`) ? `${month}/${day}/${year}${line.slice(10)}` : line))
    .join('\n')
}
