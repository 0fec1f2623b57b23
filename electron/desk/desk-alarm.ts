import { alarmOf } from '../queue/timing.ts'
import type { Timing } from '../queue/timing.ts'
import type { CoreParts } from './core-parts.ts'

/** What wakes the loops of a desk: the clock's own alarm, unless a test brings another. */
export function deskAlarm({ timing, clock }: Pick<CoreParts, 'timing' | 'clock'>): Timing['setAlarm'] {
  return timing?.setAlarm ?? alarmOf(clock)
}
