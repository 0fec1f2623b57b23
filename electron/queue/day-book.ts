import type { LineId, MessageId } from '../../shared/ids.ts'
import { DAY_CAP_ZONE } from '../../shared/rules/line-classes.ts'
import { addDays, type Instant, isoDay, startOfDay } from '../../shared/time.ts'
import { begunSince, type OpenBroadcast } from '../db/repos/broadcast-turns.ts'
import type { Reader } from '../db/schema.ts'
import type { Claimed } from './claimed.ts'
import { unitsOf } from './units-of.ts'

/** From the first moment of a day to the first of the next. */
interface Day {
  readonly fromMs: Instant
  readonly toMs: Instant
}

/** What of a line's day is used. The networks count segments, and nobody knows which numbers are whose: all count. */
interface LineDay {
  readonly fromMs: Instant
  used: number
  /** Nothing more fits today: for broadcasts, or for anybody. */
  closed: 'nobody' | 'broadcasts' | 'everybody'
}

interface MessageDay {
  readonly fromMs: Instant
  today: number
  ever: number
}

/**
 * Counts what was begun today, by line and by broadcast. It reads the store once and then counts along, because only the
 * sender begins anything; after a trouble it forgets, and reads again.
 */
export class DayBook {
  readonly #lines = new Map<LineId, LineDay>()
  readonly #messages = new Map<MessageId, MessageDay>()
  readonly #days = new Map<string, Day>()
  readonly #practiceZone: () => string

  constructor(practiceZone: () => string) {
    this.#practiceZone = practiceZone
  }

  async ofLine(reader: Reader, lineId: LineId, nowMs: Instant): Promise<Readonly<LineDay>> {
    const { fromMs } = this.#dayOf(DAY_CAP_ZONE, nowMs)
    const known = this.#lines.get(lineId)
    if (known?.fromMs === fromMs) return known
    const { units } = await begunSince(reader, { lineId }, fromMs)
    const fresh: LineDay = { fromMs, used: units, closed: 'nobody' }
    this.#lines.set(lineId, fresh)
    return fresh
  }

  async ofBroadcast(
    reader: Reader,
    { messageId, createdAtMs }: OpenBroadcast,
    nowMs: Instant,
  ): Promise<Readonly<MessageDay>> {
    const { fromMs } = this.#dayOf(this.#practiceZone(), nowMs)
    const known = this.#messages.get(messageId)
    if (known?.fromMs === fromMs) return known
    const today = await begunSince(reader, { messageId }, fromMs)
    const ever = await begunSince(reader, { messageId }, createdAtMs)
    const fresh: MessageDay = { fromMs, today: today.count, ever: ever.count }
    this.#messages.set(messageId, fresh)
    return fresh
  }

  /** How much of its day a line has used, as far as it was looked at. */
  usedOf(lineId: LineId): number {
    return this.#lines.get(lineId)?.used ?? 0
  }

  /** How many copies of a message were ever begun, as far as it was looked at. */
  everBegun(messageId: MessageId): number {
    return this.#messages.get(messageId)?.ever ?? 0
  }

  /** When the next day of a line begins, and of a broadcast. */
  nextDayOfLine(nowMs: Instant): Instant {
    return this.#dayOf(DAY_CAP_ZONE, nowMs).toMs
  }

  nextDayOfBroadcast(nowMs: Instant): Instant {
    return this.#dayOf(this.#practiceZone(), nowMs).toMs
  }

  /** Asked many times a second, and what a calendar says of a zone is dear. */
  #dayOf(zone: string, nowMs: Instant): Day {
    const known = this.#days.get(zone)
    if (known && known.fromMs <= nowMs && nowMs < known.toMs) return known
    const iso = isoDay(nowMs, zone)
    const day = { fromMs: startOfDay(iso, zone), toMs: startOfDay(addDays(iso, 1), zone) }
    this.#days.set(zone, day)
    return day
  }

  /** Nothing more fits into the line's day, for these at least. */
  close(lineId: LineId, closed: 'broadcasts' | 'everybody'): void {
    const line = this.#lines.get(lineId)
    if (line && line.closed !== 'everybody') line.closed = closed
  }

  /** Counts what is about to leave, or with -1 what did not leave after all. */
  count(claimed: Claimed, by: 1 | -1): void {
    const { delivery } = claimed.candidate
    const line = this.#lines.get(delivery.lineId)
    if (line) line.used += by * unitsOf(claimed.candidate)
    if (line && by < 0) line.closed = 'nobody'
    const message = this.#messages.get(delivery.messageId)
    if (!message) return
    message.today += by
    message.ever += by
  }

  /** The store may know better. */
  forget(): void {
    this.#lines.clear()
    this.#messages.clear()
  }
}
