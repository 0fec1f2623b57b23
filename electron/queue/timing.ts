import type { Clock, Instant } from '../../shared/time.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import type { DoubtRules } from './reconciler.ts'

/** The rhythm of a sending desk. */
export interface Timing {
  /** Between two readings of the provider's book while all is well. Well under the five minutes for which it is fresh. */
  readonly syncEveryMs: number
  /** Between two tries to reach the provider: from the first, doubling, to the longest. */
  readonly probeFirstMs: number
  readonly probeLongestMs: number
  readonly overlapMs: number
  readonly doubt: DoubtRules
  /** Rings at an instant, or a little earlier; the returned function silences it. */
  readonly setAlarm: (atMs: Instant, ring: () => void) => () => void
}

const LONGEST_SLEEP_MS = 60_000

/** An alarm by the real clock. It rings at least once a minute, so that a computer that slept or a changed clock is noticed. */
export function alarmOf(clock: Clock): Timing['setAlarm'] {
  return (atMs, ring) => {
    const timer = setTimeout(ring, Math.min(LONGEST_SLEEP_MS, Math.max(0, atMs - clock.now())))
    return () => clearTimeout(timer)
  }
}

/** For a real account, whose records are paid for and may come late. */
export function officeTiming(clock: Clock): Timing {
  return {
    syncEveryMs: 30_000,
    probeFirstMs: 2_000,
    probeLongestMs: 30_000,
    overlapMs: 10 * 60_000,
    doubt: { recordLagMs: 15 * 60_000, spacingMs: 10 * 60_000, lookUpsNeeded: 2 },
    setAlarm: alarmOf(clock),
  }
}

/** For the practice carrier, whose book costs nothing and is never late. */
export function practiceTiming(clock: Clock): Timing {
  return {
    ...officeTiming(clock),
    syncEveryMs: 2_000,
    overlapMs: 60_000,
    doubt: { recordLagMs: 10_000, spacingMs: 10_000, lookUpsNeeded: 2 },
  }
}

/** The rhythm that a desk was given, or that of its carrier. */
export function timingOf({ timing, carrier, clock }: Pick<SendingDeskOptions, 'timing' | 'carrier' | 'clock'>): Timing {
  return timing ?? (carrier === 'practice' ? practiceTiming(clock) : officeTiming(clock))
}
