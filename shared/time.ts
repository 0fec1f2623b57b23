/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** Where the time comes from. The core passes it in, so that a test can be at any moment. */
export interface Clock {
  now(): Instant
}

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type IsoDay = string

/** What a clock on the wall shows. */
export interface WallTime {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to 31 */
  readonly day: number
  /** 0 to 23 */
  readonly hour: number
  /** 0 to 59 */
  readonly minute: number
}

/** What the wall shows at a moment, with the day of the week: 1 is Monday, 7 is Sunday. */
export interface ZonedParts extends WallTime {
  readonly weekday: number
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a hundred times what using it costs, so each zone keeps its own. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, formatter)
  return formatter
}

/** Reads the wall clock of a zone as if it hung in Greenwich, so that two readings can be subtracted. */
function wallAsUtc(at: Instant, zone: string): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = formatterOf(zone)
    .format(at)
    .split(/\D+/)
    .map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function offsetMs(at: Instant, zone: string): number {
  return wallAsUtc(at, zone) - Math.floor(at / 1000) * 1000
}

/** Tells whether the runtime knows a zone by this IANA name. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Says what the clock and the calendar on the wall of `zone` show at a moment. Throws a RangeError for an unknown zone. */
export function zonedParts(at: Instant, zone: string): ZonedParts {
  const wall = new Date(wallAsUtc(at, zone))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday: wall.getUTCDay() || 7,
  }
}

/**
 * Finds the moment at which the wall of `zone` shows the given time.
 * A time that the clock jumps over becomes the first minute after the jump; one that it shows twice, the first of the two.
 * A day past the end of its month counts on into the next.
 */
export function atZoned(wall: WallTime, zone: string): Instant {
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const offsets = [offsetMs(wanted - DAY_MS, zone), offsetMs(wanted + DAY_MS, zone)]
  const shown = offsets.map((offset) => wanted - offset).filter((at) => wallAsUtc(at, zone) === wanted)
  return shown.length > 0 ? Math.min(...shown) : firstAfterGap(wanted, zone)
}

/** Halves the days around a jump until the first minute that shows the wanted time or a later one is left. */
function firstAfterGap(wanted: number, zone: string): Instant {
  let before = wanted - 2 * DAY_MS
  let after = wanted + 2 * DAY_MS
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS
    if (wallAsUtc(middle, zone) < wanted) before = middle
    else after = middle
  }
  return after
}

/** Names the calendar day that `zone` has at a moment. */
export function isoDay(at: Instant, zone: string): IsoDay {
  const { year, month, day } = zonedParts(at, zone)
  return formatIsoDay(year, month, day)
}

/** Tells whether a text names a day that the calendar has: `2026-02-29` is none. */
export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The first moment of a day in `zone`; mostly midnight. Throws a RangeError when the text names no day. */
export function startOfDay(day: IsoDay, zone: string): Instant {
  const [year, month, date] = partsOfDay(day)
  return atZoned({ year, month, day: date, hour: 0, minute: 0 }, zone)
}

/** The day that is `days` later in the calendar, or earlier for a negative number. */
export function addDays(day: IsoDay, days: number): IsoDay {
  const [year, month, date] = partsOfDay(day)
  const moved = new Date(Date.UTC(year, month - 1, date + days))
  return formatIsoDay(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

function partsOfDay(day: IsoDay): readonly [year: number, month: number, day: number] {
  if (!isIsoDay(day)) throw new RangeError(`Not a day: ${day}`)
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** Writes a day of the calendar; `month` is 1 to 12. */
export function formatIsoDay(year: number, month: number, day: number): IsoDay {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
