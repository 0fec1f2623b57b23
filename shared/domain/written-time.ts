import { isIsoDay } from '../time.ts'
import type { IsoDay } from '../time.ts'

/** Which of the two small numbers of a date is the month, where the text leaves it open. */
export type DateOrder = 'month_first' | 'day_first'

const MONTHS = new Map<string, number>(
  [
    ['jan', 'ene'],
    ['feb'],
    ['mar'],
    ['apr', 'abr'],
    ['may'],
    ['jun'],
    ['jul'],
    ['aug', 'ago'],
    ['sep', 'set'],
    ['oct'],
    ['nov'],
    ['dec', 'dic'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
)

/**
 * Reads a date as an export writes it: `11/24/2026`, `11-24-26`, `2026-11-24`, `Nov 24, 2026`, `Tue 24 Nov 2026`.
 * `rest` is what follows it in the same text, such as a time. Null when it is no day of the calendar.
 */
export function readWrittenDate(
  text: string,
  order: DateOrder,
): { readonly isoDay: IsoDay; readonly rest: string } | null {
  const date = text.trim().replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
  const forms: readonly (readonly [pattern: RegExp, place: Readonly<Record<'year' | 'month' | 'day', number>>])[] = [
    [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, { year: 1, month: 2, day: 3 }],
    [
      /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/,
      order === 'month_first' ? { year: 3, month: 1, day: 2 } : { year: 3, month: 2, day: 1 },
    ],
    [/^(\p{L}{3})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu, { year: 3, month: 1, day: 2 }],
    [/^(\d{1,2})[-\s](\p{L}{3})\p{L}*\.?[-\s](\d{4})(?!\d)/iu, { year: 3, month: 2, day: 1 }],
  ]
  for (const [pattern, place] of forms) {
    const match = pattern.exec(date)
    if (!match) continue
    const isoDay = toIsoDay(match[place.year] ?? '', match[place.month] ?? '', match[place.day] ?? '')
    return isIsoDay(isoDay) ? { isoDay, rest: date.slice(match[0].length).replace(/^[T,\s]+/, '') } : null
  }
  return null
}

function toIsoDay(year: string, month: string, day: string): IsoDay {
  const monthNumber = MONTHS.get(month.toLowerCase()) ?? month
  const fullYear = year.length === 2 ? `20${year}` : year
  return `${fullYear}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Guesses the order from dates of one column: a first number above 12 can only be a day. */
export function guessDateOrder(dates: readonly string[]): DateOrder {
  const firstNumbers = dates.map((date) => Number(/^\s*(\d{1,2})[-/.]\d{1,2}[-/.]\d{2}/.exec(date)?.[1] ?? 0))
  return firstNumbers.some((number) => number > 12) ? 'day_first' : 'month_first'
}

/**
 * Reads a time of day: `9:05 AM`, `9 am`, `9:05 a.m.`, `14:30`, `14:30:00`, `1430`. Of a span the start counts.
 * An hour alone, without am or pm, is nothing anybody can rely on: null.
 */
export function readWrittenTime(text: string): { readonly hour: number; readonly minute: number } | null {
  const start = text.trim().split(/\s*(?:[-–—]|\bto\b)\s*/)[0] ?? ''
  const match = /^(\d{1,2})(?:[:.h]?(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(?:([ap])\.?\s*m?\.?)?$/i.exec(start)
  if (!match) return null
  const [, hourText = '', minuteText, half] = match
  const hour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  if (minute > 59) return null
  if (half === undefined) return minuteText === undefined || hour > 23 ? null : { hour, minute }
  if (hour < 1 || hour > 12) return null
  return { hour: (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute }
}
