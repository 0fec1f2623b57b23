import type { SampleForm } from '../../shared/domain/sample-practice.ts'
import { HANDS } from './fonts.ts'
import type { BoxMark, Handwriting, SignatureStyle } from './ink.ts'
import { INKS } from './ink.ts'

/** One filled sheet: what it truly says, the hand that wrote it (repeatable by its seed), and how its picture was taken. */
export interface FilledForm {
  readonly truth: SampleForm
  readonly hand: Handwriting
  readonly mark: BoxMark
  readonly signature: SignatureStyle | null
  readonly seed: number
  readonly taken: 'flatbed' | 'phone' | 'phone_sideways' | 'pile'
}

const slanted = { family: HANDS.slanted, letterMm: 6.1, penMm: 0.5, slant: 0.08 } as const
const upright = { family: HANDS.upright, letterMm: 6.6, penMm: 0.55, slant: -0.02 } as const

/** The sheets that came over the counter this week; the two of the pile share one PDF. */
export const FILLED_FORMS: readonly FilledForm[] = [
  {
    truth: {
      file: 'okafor-flatbed.jpg',
      page: 1,
      formCode: 'EN-1',
      serial: '000214',
      firstName: 'DANIELLE',
      lastName: 'OKAFOR',
      mobileDigits: '2065550142',
      email: 'D.OKAFOR@EXAMPLE.COM',
      ticked: ['care'],
      isSigned: true,
      signedOn: '2026-11-18',
    },
    hand: { ...slanted, color: INKS.blue },
    mark: 'tick',
    signature: { names: ['Danielle', 'Okafor'], initialMm: 11, rise: 0.03, isUnderlined: false },
    seed: 11,
    taken: 'flatbed',
  },
  {
    truth: {
      file: 'quinones-phone.jpg',
      page: 1,
      formCode: 'ES-1',
      serial: '000088',
      firstName: 'MARÍA JOSÉ',
      lastName: 'QUIÑONES VEGA',
      mobileDigits: '6025550117',
      email: null,
      ticked: ['care', 'group'],
      isSigned: true,
      signedOn: '2026-11-19',
    },
    hand: { ...upright, color: INKS.black },
    mark: 'cross',
    signature: { names: ['Maria', 'Quiñones'], initialMm: 10, rise: 0.05, isUnderlined: true },
    seed: 23,
    taken: 'phone',
  },
  {
    truth: {
      file: 'nguyen-phone.jpg',
      page: 1,
      formCode: 'EN-1',
      serial: '000215',
      firstName: 'THOMAS',
      lastName: 'NGUYEN',
      mobileDigits: '4255550163',
      email: 'TOM.NGUYEN41@MAIL.TEST',
      ticked: ['care', 'marketing'],
      isSigned: true,
      signedOn: '2026-11-19',
    },
    hand: { ...upright, color: INKS.blue, letterMm: 6.3, penMm: 0.45, slant: 0.06 },
    mark: 'cross',
    signature: { names: ['Thomas', 'Nguyen'], initialMm: 12, rise: 0, isUnderlined: false },
    seed: 37,
    taken: 'phone',
  },
  {
    truth: {
      file: 'ramanathan-not-signed.jpg',
      page: 1,
      formCode: 'EN-1',
      serial: '000217',
      firstName: 'PRIYA',
      lastName: 'RAMANATHAN',
      mobileDigits: '2535550128',
      email: 'PRIYA.R@MAIL.TEST',
      ticked: ['care', 'marketing'],
      isSigned: false,
      signedOn: '2026-11-20',
    },
    hand: { ...upright, color: INKS.black, penMm: 0.42, slant: 0.03 },
    mark: 'tick',
    signature: null,
    seed: 41,
    taken: 'flatbed',
  },
  {
    truth: {
      file: 'brannigan-short-number.jpg',
      page: 1,
      formCode: 'EN-1',
      serial: '000219',
      firstName: 'WALTER',
      lastName: 'BRANNIGAN',
      mobileDigits: '206555019',
      email: null,
      ticked: ['care'],
      isSigned: true,
      signedOn: '2026-11-20',
    },
    hand: { ...slanted, color: INKS.black, letterMm: 6.5, penMm: 0.6, slant: 0.16 },
    mark: 'slash',
    signature: { names: ['W', 'Brannigan'], initialMm: 12, rise: 0.07, isUnderlined: false },
    seed: 59,
    taken: 'phone_sideways',
  },
  {
    truth: {
      file: 'pile-of-two.pdf',
      page: 1,
      formCode: 'EN-1',
      serial: '000220',
      firstName: 'GRACE',
      lastName: 'ABEBE',
      mobileDigits: '2065550176',
      email: 'GRACE.ABEBE@EXAMPLE.ORG',
      ticked: ['care', 'marketing', 'group'],
      isSigned: true,
      signedOn: '2026-11-20',
    },
    hand: { ...slanted, color: INKS.blue, slant: 0 },
    mark: 'tick',
    signature: { names: ['Grace', 'Abebe'], initialMm: 10, rise: 0.02, isUnderlined: false },
    seed: 67,
    taken: 'pile',
  },
  {
    truth: {
      file: 'pile-of-two.pdf',
      page: 2,
      formCode: 'ES-1',
      serial: '000091',
      firstName: 'LUIS',
      lastName: 'FUENTES ROSALES',
      mobileDigits: '5095550184',
      email: null,
      ticked: ['care'],
      isSigned: true,
      signedOn: '2026-11-20',
    },
    hand: { ...slanted, color: INKS.black, penMm: 0.45, letterMm: 5.7, slant: 0.12 },
    mark: 'slash',
    signature: { names: ['Luis', 'Fuentes', 'R'], initialMm: 9, rise: 0.04, isUnderlined: true },
    seed: 73,
    taken: 'pile',
  },
]
