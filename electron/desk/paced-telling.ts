import type { Clock, Instant } from '../../shared/time.ts'
import type { Timing } from '../queue/timing.ts'

/** Tells the window of something that may happen much more often than anybody looks. */
export interface PacedTelling {
  tell(): void
  /** Tells nothing any more. */
  end(): void
}

/** Strangers may knock often; the window need not hear each of them. */
const EVERY_MS = 1_000

/** Calls `say` at once, or within a second once for all that comes meanwhile: the last of many is told, too. */
export function paceTelling(
  { clock, setAlarm }: { readonly clock: Clock; readonly setAlarm: Timing['setAlarm'] },
  say: () => void,
): PacedTelling {
  let saidAtMs: Instant = -Infinity
  let end = (): void => undefined
  const tell = (): void => {
    end()
    const nowMs = clock.now()
    // A clock that was turned back must not silence it.
    if (Math.abs(nowMs - saidAtMs) < EVERY_MS) {
      end = setAlarm(saidAtMs + EVERY_MS, tell)
      return
    }
    saidAtMs = nowMs
    say()
  }
  return { tell, end: () => end() }
}
