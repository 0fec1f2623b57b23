import type { Timing } from '../../electron/queue/timing.ts'
import type { Instant } from '../../shared/time.ts'
import type { TestClock } from '../support/seeded.ts'

/** Time that stands still until a test moves it, and the alarms set by it. */
export interface AlarmClock extends TestClock {
  readonly setAlarm: Timing['setAlarm']
}

/** Adds alarms to a clock: moving the time rings those that are due. */
export function withAlarms(clock: TestClock): AlarmClock {
  const alarms = new Set<{ readonly atMs: Instant; readonly ring: () => void }>()
  const ringDue = () => {
    for (const alarm of alarms) {
      if (alarm.atMs > clock.now()) continue
      alarms.delete(alarm)
      alarm.ring()
    }
  }
  return {
    now: () => clock.now(),
    advance: (ms) => {
      clock.advance(ms)
      ringDue()
    },
    set: (atMs) => {
      clock.set(atMs)
      ringDue()
    },
    setAlarm: (atMs, ring) => {
      const alarm = { atMs, ring }
      alarms.add(alarm)
      queueMicrotask(ringDue)
      return () => alarms.delete(alarm)
    },
  }
}
