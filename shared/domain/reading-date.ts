import type { CellReading } from './form-reading.ts'
import type { RowGuess } from './reading-cells.ts'
import { doubted, settle, weighRows } from './reading-cells.ts'

/** The cells of a date and what they say: `2026-11-24`, or the digits as written, `13/45/2026`, if that is no day. */
export interface DateReading {
  readonly cells: readonly CellReading[]
  readonly text: string
}

const NO_DAY = 0.01

/**
 * Reads month, day and year, in this order and 2-2-4 cells. A day that the calendar does not have loses to a likely
 * alternative that it does. One digit alone in its two cells is a month or day below ten, and two digits of a year are of
 * this century; both ask to be looked at. Whether the day lies ahead is not known here.
 */
export function readDate(cells: readonly CellReading[]): DateReading {
  if (cells.length !== 8) return { cells, text: cells.map(({ text }) => text).join('') }
  if (cells.every(({ text }) => text === '')) return { cells, text: '' }
  const months = weighRows(cells.slice(0, 2), within(12))
  const days = weighRows(cells.slice(2, 4), within(31))
  const years = weighRows(cells.slice(4), yearWeight)
  const settled = settle(cells, dates(months, days, years))
  const read = settled.map((cell, place) => (hasGap(settled, place) ? doubted(cell) : cell))
  const texts = read.map(({ text }) => text)
  const iso = isoDay(texts)
  if (iso !== undefined) return { cells: read, text: iso }
  const parts = [texts.slice(0, 2), texts.slice(2, 4), texts.slice(4)].map((part) => part.join(''))
  return { cells: read.map(doubted), text: parts.join('/') }
}

function hasGap(cells: readonly CellReading[], place: number): boolean {
  const [from, to] = place < 2 ? [0, 2] : place < 4 ? [2, 4] : [4, 8]
  return cells.slice(from, to).some(({ text }) => text === '')
}

/** The likeliest whole dates: a part alone may be fine and the day still not be in the calendar. */
function dates(
  months: readonly RowGuess[],
  days: readonly RowGuess[],
  years: readonly RowGuess[],
): readonly RowGuess[] {
  const [likelyDays, likelyYears] = [days.slice(0, 8), years.slice(0, 12)]
  return months
    .slice(0, 8)
    .flatMap((month) => likelyDays.flatMap((day) => likelyYears.map((year) => [month, day, year] as const)))
    .map((parts) => {
      const texts = parts.flatMap((part) => part.texts)
      const weight = parts.reduce((product, part) => product * part.weight, 1)
      return { texts, weight: isoDay(texts) === undefined ? weight * NO_DAY : weight }
    })
    .toSorted((left, right) => right.weight - left.weight)
}

function within(highest: number): (texts: readonly string[]) => number {
  return (texts) => {
    const value = Number(texts.join(''))
    const isFine = texts.some((text) => text !== '') && value >= 1 && value <= highest
    return (isFine ? 1 : NO_DAY) * (texts.includes('') ? 0.2 : 1)
  }
}

function yearWeight(texts: readonly string[]): number {
  const year = texts.join('')
  if (/^20\d\d$/.test(year)) return 1
  return /^\d\d$/.test(year) ? 0.2 : NO_DAY
}

function isoDay(texts: readonly string[]): string | undefined {
  const month = texts.slice(0, 2).join('').padStart(2, '0')
  const day = texts.slice(2, 4).join('').padStart(2, '0')
  const written = texts.slice(4).join('')
  const year = written.length === 2 ? `20${written}` : written
  if (!/^\d{4}-\d\d-\d\d$/.test(`${year}-${month}-${day}`)) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal =
    date.getUTCFullYear() === Number(year) &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day)
  return isReal ? `${year}-${month}-${day}` : undefined
}
