import { afterStart, afterThrottle, type Pace, restedPace, shareOf, spentPace } from '../../shared/domain/pace.ts'
import type { LineId } from '../../shared/ids.ts'
import type { Line } from '../db/repos/lines.ts'
import type { Candidate, Channel } from '../db/repos/waiting-deliveries.ts'
import type { Budget, DayBudget } from './budget.ts'
import { unitsOf } from './units-of.ts'

/**
 * How every line and the account stand against their rates, by the clock that only goes forward. It is lost when Optdesk
 * stops, and begins again as if every line had just sent what was sent last.
 */
export class Paces {
  readonly #lines = new Map<LineId, Readonly<Record<Channel, Pace>>>()
  readonly #lastUnits: number | null
  readonly #requestsPerMin: number
  readonly #steadyMs: () => number
  #account: Pace

  /** `lastUnits` is what the last request took before Optdesk was started; null before the first of all. */
  constructor(lastUnits: number | null, requestsPerMin: number, steadyMs: () => number) {
    this.#lastUnits = lastUnits
    this.#requestsPerMin = requestsPerMin
    this.#steadyMs = steadyMs
    this.#account = this.#firstPace(requestsPerMin, 1)
  }

  budgetOf(line: Line, day: DayBudget | null): Budget {
    const { sms, mms } = this.#of(line)
    return {
      nowMs: this.#steadyMs(),
      sms: { pace: sms, ratePerMin: line.ratePerMin },
      mms: { pace: mms, ratePerMin: line.mmsRatePerMin },
      account: { pace: this.#account, ratePerMin: this.#requestsPerMin },
      day,
    }
  }

  /** A request begins in this moment. */
  began(line: Line, candidate: Candidate): void {
    const nowMs = this.#steadyMs()
    const paces = this.#of(line)
    const { channel } = candidate
    const pace = afterStart(paces[channel], rateOf(line, channel), unitsOf(candidate), nowMs)
    this.#lines.set(line.id, { ...paces, [channel]: pace })
    this.#account = afterStart(this.#account, this.#requestsPerMin, 1, nowMs)
  }

  /** The provider said "too fast" to this line; the others are not touched. */
  throttled(line: Line, channel: Channel, patienceMs: number): void {
    const paces = this.#of(line)
    const pace = afterThrottle(paces[channel], rateOf(line, channel), patienceMs, this.#steadyMs())
    this.#lines.set(line.id, { ...paces, [channel]: pace })
  }

  /** What share of its rate the line goes at: less than 1 after the provider said "too fast". */
  shareOf(line: Line): number {
    const { sms, mms } = this.#of(line)
    return Math.min(shareOf(sms, this.#steadyMs()), shareOf(mms, this.#steadyMs()))
  }

  #of(line: Line): Readonly<Record<Channel, Pace>> {
    const known = this.#lines.get(line.id)
    if (known) return known
    const paces = {
      sms: this.#firstPace(line.ratePerMin, this.#lastUnits ?? 1),
      mms: this.#firstPace(line.mmsRatePerMin, 1),
    }
    this.#lines.set(line.id, paces)
    return paces
  }

  #firstPace(ratePerMin: number, units: number): Pace {
    const nowMs = this.#steadyMs()
    return this.#lastUnits === null ? restedPace(ratePerMin, nowMs) : spentPace(ratePerMin, units, nowMs)
  }
}

function rateOf(line: Line, channel: Channel): number {
  return channel === 'sms' ? line.ratePerMin : line.mmsRatePerMin
}
