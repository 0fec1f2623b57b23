import type { Instant } from '../../../shared/time.ts'

/** The true time, whatever the office's clock shows, and what is going to happen when. */
export interface Timeline {
  /** Milliseconds since 1970 UTC, in truth. */
  now(): Instant
  /** Lets something happen after so many milliseconds; the answer takes it back. */
  after(delayMs: number, happen: () => void): () => void
  /** Time passes in which nothing can happen here, as on a computer that sleeps; what was due then happens late. */
  skip(ms: number): void
  /** Goes on to what comes next, and lets it happen. False when nothing comes before `untilMs`; the time is then that. */
  advance(untilMs: Instant): boolean
}

interface Entry {
  readonly atMs: Instant
  readonly happen: () => void
}

/** Makes a timeline that begins at an instant. Of two things at the same instant the one that was planned first comes first. */
export function startTimeline(startMs: Instant): Timeline {
  let nowMs = Math.round(startMs)
  const entries: Entry[] = []
  return {
    now: () => nowMs,
    after: (delayMs, happen) => {
      const entry = { atMs: nowMs + Math.max(0, Math.round(delayMs)), happen }
      let place = entries.length
      while (place > 0 && (entries[place - 1] as Entry).atMs > entry.atMs) place -= 1
      entries.splice(place, 0, entry)
      return () => {
        const at = entries.indexOf(entry)
        if (at !== -1) entries.splice(at, 1)
      }
    },
    skip: (ms) => {
      nowMs += Math.round(ms)
    },
    advance: (untilMs) => {
      const next = entries[0]
      if (next === undefined || next.atMs > untilMs) {
        nowMs = Math.max(nowMs, Math.round(untilMs))
        return false
      }
      entries.shift()
      nowMs = Math.max(nowMs, next.atMs)
      next.happen()
      return true
    },
  }
}
