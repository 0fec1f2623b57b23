import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Writer } from '../db/schema.ts'

/** By how much the provider's clock was ahead of ours, and until when, on the provider's own clock. */
export interface Offset {
  readonly offsetMs: number
  readonly untilMs: Instant
}

const KEY = 'queue.provider_clock'
/** An answer says whole seconds and takes a while to come; less than this is no other clock. */
const NOTICED_MS = MINUTE_MS / 2
/** No computer that reaches the provider is so wrong; such a date is not the provider's. */
const BELIEVED_MS = 5 * 365 * DAY_MS
/** Somewhat longer than anything is looked for by the time at which it was begun. */
const REMEMBERED_MS = 4 * DAY_MS
/** A clock that is turned more often than this counts as having shown everything in between for as long. */
const MOST_REMEMBERED = 20

/**
 * How this computer's clock stands to the provider's, by which the provider's book is dated. Learned from the date of each
 * answer and kept, so that the book is asked for the right hours whatever is done to our own clock.
 */
export class ProviderClock {
  #now = 0
  #before: readonly Offset[] = []
  #isNews = false

  /** Remembers what was learned before the last stop. */
  async begin(db: Writer): Promise<void> {
    const kept = (await readSetting(db, KEY)) as
      | { readonly now: number; readonly before: readonly Offset[] }
      | undefined
    this.#now = kept?.now ?? 0
    this.#before = kept?.before ?? []
  }

  /** What the provider's clock shows when ours shows `nowMs`. */
  at(nowMs: Instant): Instant {
    return nowMs + this.#now
  }

  /** The least and the most by which the provider's clock was ahead of ours lately. */
  range(): { readonly leastMs: number; readonly mostMs: number } {
    const all = [this.#now, ...this.#before.map(({ offsetMs }) => offsetMs)]
    return { leastMs: Math.min(...all), mostMs: Math.max(...all) }
  }

  /** Takes note of what the provider's clock said at `nowMs` of ours. */
  hear(saidMs: Instant, nowMs: Instant): void {
    const offsetMs = saidMs - nowMs
    if (Math.abs(offsetMs) > BELIEVED_MS || Math.abs(offsetMs - this.#now) < NOTICED_MS) return
    this.#before = remembered([...this.#before, { offsetMs: this.#now, untilMs: saidMs }], saidMs)
    this.#now = offsetMs
    this.#isNews = true
  }

  /** Writes down what was heard. True when it is another clock than the one by which was asked. */
  async keep(db: Writer): Promise<boolean> {
    if (!this.#isNews) return false
    await writeSetting(db, KEY, { now: this.#now, before: this.#before })
    this.#isNews = false
    return true
  }
}

function remembered(before: readonly Offset[], nowMs: Instant): readonly Offset[] {
  const lately = before.filter(({ untilMs }) => untilMs > nowMs - REMEMBERED_MS)
  if (lately.length <= MOST_REMEMBERED) return lately
  const offsets = lately.map(({ offsetMs }) => offsetMs)
  return [Math.min(...offsets), Math.max(...offsets)].map((offsetMs) => ({ offsetMs, untilMs: nowMs }))
}
