import { isIsoDay } from '../time.ts'
import type { IsoDay } from '../time.ts'

/** Letters that stand for the year, the month and the day on the sheets of all languages. */
const YEAR = /[YA]/u
const MONTH = 'M'

/**
 * The calendar day that eight written digits mean, by the order that is printed under their cells (`MMDDYYYY`, `DDMMAAAA`).
 * Spaces and strokes between them are passed over. Null when they are no day.
 */
export function writtenDay(text: string, order: string): IsoDay | null {
  if (isIsoDay(text)) return text
  const digits = text.replace(/[\s/.-]/gu, '')
  if (digits.length !== order.length || /\D/u.test(digits)) return null
  const part = (is: (letter: string) => boolean): string =>
    Array.from(digits)
      .filter((_, place) => is(order[place] ?? ''))
      .join('')
  const year = part((letter) => YEAR.test(letter))
  const month = part((letter) => letter === MONTH)
  const day = part((letter) => letter !== MONTH && !YEAR.test(letter))
  const written = `${year}-${month}-${day}`
  return isIsoDay(written) ? written : null
}
