import type { Timing } from '../../../electron/queue/timing.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Timeline } from './timeline.ts'

/** The alarms that the program set, by the office's own clock. */
export interface Alarms {
  readonly set: Timing['setAlarm']
  /** The clock was turned by hand: each alarm rings at some moment from now on. */
  shake(delayMs: () => number): void
}

/** Makes the alarms of a run. They ring on the timeline, whatever the clock shows by then. */
export function setAlarms(timeline: Timeline, officeNow: () => Instant): Alarms {
  const alarms = new Set<{ again: (delayMs: number) => void }>()
  return {
    shake: (delayMs) => {
      for (const alarm of alarms) alarm.again(delayMs())
    },
    set: (atMs, ring) => {
      let silence: () => void = () => undefined
      const alarm = {
        again: (delayMs: number) => {
          silence()
          silence = timeline.after(delayMs, () => {
            alarms.delete(alarm)
            ring()
          })
        },
      }
      alarms.add(alarm)
      alarm.again(atMs - officeNow())
      return () => {
        alarms.delete(alarm)
        silence()
      }
    },
  }
}
