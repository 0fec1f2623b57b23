import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Writer } from '../db/schema.ts'

const KEY = 'queue.clock_seen_ms'
/** A clock is put right by a few minutes now and then; more is a mistake. */
const BACK_ALLOWED_MS = 10 * MINUTE_MS
/** An office may be closed for some weeks. A clock that leaps further would send next month's texts today. */
const AHEAD_ALLOWED_MS = 31 * DAY_MS
const KEEP_EVERY_MS = MINUTE_MS

/** Why the date on the wall cannot be right: the latest that was seen before, and what it shows now. */
export interface ClockQuestion {
  readonly seenMs: Instant
  readonly showsMs: Instant
}

/** Compares the clock with the latest it ever showed; null where it may be right. */
export function questionClock(seenMs: Instant | null, nowMs: Instant): ClockQuestion | null {
  if (seenMs === null) return null
  const isPossible = nowMs >= seenMs - BACK_ALLOWED_MS && nowMs <= seenMs + AHEAD_ALLOWED_MS
  return isPossible ? null : { seenMs, showsMs: nowMs }
}

/**
 * Remembers the latest that the clock showed, over a restart too. While its date is in question nothing leaves, expires or
 * is read, until the clock is put right or a person says that it is.
 */
export class ClockGuard {
  #seenMs: Instant | null = null
  #keptMs: Instant | null = null
  #wasInQuestion = false

  async begin(db: Writer): Promise<void> {
    const kept = await readSetting(db, KEY)
    this.#seenMs = typeof kept === 'number' ? kept : null
    this.#keptMs = this.#seenMs
  }

  question(nowMs: Instant): ClockQuestion | null {
    return questionClock(this.#seenMs, nowMs)
  }

  /**
   * Notes what the clock shows where it may be right, on disk once a minute. Tells whether a question has arisen or ended
   * since the last look, so that whoever looks at the window hears of it.
   */
  async look(db: Writer, nowMs: Instant): Promise<boolean> {
    const isInQuestion = this.question(nowMs) !== null
    const isNews = isInQuestion !== this.#wasInQuestion
    this.#wasInQuestion = isInQuestion
    if (!isInQuestion) await this.#note(db, nowMs)
    return isNews
  }

  async #note(db: Writer, nowMs: Instant): Promise<void> {
    this.#seenMs = Math.max(this.#seenMs ?? nowMs, nowMs)
    if (this.#keptMs !== null && this.#seenMs - this.#keptMs < KEEP_EVERY_MS) return
    await writeSetting(db, KEY, this.#seenMs)
    this.#keptMs = this.#seenMs
  }

  /** A person says that the clock is right. */
  async trust(db: Writer, nowMs: Instant): Promise<void> {
    await writeSetting(db, KEY, nowMs)
    this.#seenMs = nowMs
    this.#keptMs = nowMs
  }
}
