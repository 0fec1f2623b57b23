import { addDays, isoDay, startOfDay } from '../time.ts'
import type { Instant, IsoDay } from '../time.ts'

/** Spreads messages over days: on each day of one clock no more than so many. */
export interface Drip {
  /** The first moment of the next day when the day of `at` is full; null when there is room on it. */
  fullUntil(at: Instant): Instant | null
  /** Takes a place on the day of `at`. */
  take(at: Instant): void
  /** How many have their place on each day. */
  days(): readonly (readonly [day: IsoDay, count: number])[]
}

/** Makes a drip of `perDay` messages on the clock of `zone`; `taken` are those that have their place already. */
export function createDrip({
  perDay,
  zone,
  taken,
}: {
  readonly perDay: number
  readonly zone: string
  readonly taken: Iterable<readonly [day: IsoDay, count: number]>
}): Drip {
  const counts = new Map<IsoDay, number>(taken)
  const days = new Map<Instant, IsoDay>()

  /** Thousands of messages share a few moments, and a calendar is slow to ask. */
  function dayOf(at: Instant): IsoDay {
    const known = days.get(at)
    if (known !== undefined) return known
    const day = isoDay(at, zone)
    days.set(at, day)
    return day
  }

  return {
    fullUntil: (at) => {
      const day = dayOf(at)
      return (counts.get(day) ?? 0) < perDay ? null : startOfDay(addDays(day, 1), zone)
    },
    take: (at) => {
      const day = dayOf(at)
      counts.set(day, (counts.get(day) ?? 0) + 1)
    },
    days: () => [...counts],
  }
}
