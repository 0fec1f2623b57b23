import type { SendRequest } from '../../../electron/provider/port.ts'
import type { SendOutcome } from '../../../shared/domain/send-outcome.ts'
import { type Instant, MINUTE_MS } from '../../../shared/time.ts'
import { watchRate } from './rate-watch.ts'

/** How fast the line may go, by each way, and how much of it in a day; null for no cap. */
export interface LineLimits {
  readonly sms: number
  readonly mms: number
  readonly dailyCap: number | null
}

/** What the judge of the pace rests on. */
interface PaceEvidence {
  readonly limits: LineLimits
  /** True time, and what the office's clock shows: the day of the cap is told by that one. */
  readonly trueNow: () => Instant
  readonly officeNow: () => Instant
  /** Whether the office's clock was wrong at any time of the run: then nobody knows which day it is. */
  readonly clockWasWrong: () => boolean
  readonly accuse: (rule: string, what: string) => void
}

/** Watches how fast requests leave, and how many in a day. */
export interface PaceJudge {
  began(request: SendRequest, segments: number): void
  ended(request: SendRequest, outcome: SendOutcome): void
  /** The program began anew, and does not know what it was asked by the provider. */
  started(): void
}

interface Begun {
  readonly day: string
  readonly units: number
}

const dayThere = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })
/** What certainly did not leave takes nothing of a day. */
const TOOK_NOTHING: ReadonlySet<SendOutcome['class']> = new Set(['NOT_SENT', 'THROTTLED', 'ACCOUNT'])

export function judgePace({ limits, trueNow, officeNow, clockWasWrong, accuse }: PaceEvidence): PaceJudge {
  const seconds = { sms: watchRate(limits.sms), mms: watchRate(limits.mms) }
  const minutes = { sms: [] as Instant[], mms: [] as Instant[] }
  const usedOn = new Map<string, number>()
  const begun = new Map<string, Begun>()
  let patientUntilMs = { sms: 0, mms: 0 }

  function judgeMinute(channel: 'sms' | 'mms'): void {
    const recent = minutes[channel]
    recent.push(trueNow())
    while ((recent[0] ?? Infinity) <= trueNow() - MINUTE_MS) recent.shift()
    // One more than the rate: the first and the last of a minute may both stand at its edge.
    if (recent.length > limits[channel] + 1) accuse('I10', `${recent.length} in a minute`)
  }

  function judgeDay(clientRef: string, units: number): void {
    const day = dayThere.format(officeNow())
    const used = (usedOn.get(day) ?? 0) + units
    usedOn.set(day, used)
    begun.set(clientRef, { day, units })
    if (limits.dailyCap !== null && used > limits.dailyCap && !clockWasWrong()) accuse('A7', `${used} in a day`)
  }

  return {
    began: ({ channel, clientRef }, segments) => {
      if (!seconds[channel].takes(trueNow(), 1)) accuse('A6', 'Faster than the line may go')
      judgeMinute(channel)
      judgeDay(clientRef, channel === 'mms' ? 1 : segments)
      if (trueNow() < patientUntilMs[channel]) accuse('I10', 'It left while the provider asked for patience')
    },
    ended: ({ channel, clientRef }, outcome) => {
      const one = begun.get(clientRef)
      if (one && TOOK_NOTHING.has(outcome.class)) usedOn.set(one.day, (usedOn.get(one.day) ?? 0) - one.units)
      if (outcome.class === 'THROTTLED') patientUntilMs[channel] = trueNow() + (outcome.retryAfterMs ?? 0)
    },
    started: () => {
      patientUntilMs = { sms: 0, mms: 0 }
    },
  }
}
