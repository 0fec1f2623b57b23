import type { Instant } from '../../shared/time.ts'
import type { Timing } from './timing.ts'

/** A loop that takes one turn after the other and sleeps while there is nothing to do. */
export interface Loop {
  /** Ends the sleep, or the next one if the loop is awake: what was new just before it is not missed. */
  wake(): void
  /** Lets the turn that runs come to its end, and no other begin. */
  stop(): Promise<void>
}

/**
 * Takes turns until it is stopped, the first when `mayBegin` resolves. A turn returns until when there is nothing to do, or
 * null to go on at once; it must not throw.
 */
export function startLoop(
  turn: () => Promise<Instant | null>,
  setAlarm: Timing['setAlarm'],
  mayBegin?: Promise<void>,
): Loop {
  const stopped = Promise.withResolvers<void>()
  let isStopping = false
  let isWoken = false
  let endSleep: (() => void) | null = null

  async function sleepUntil(atMs: Instant): Promise<void> {
    if (isWoken || isStopping) return
    let silence: () => void = () => undefined
    await new Promise<void>((resolve) => {
      endSleep = resolve
      silence = setAlarm(atMs, resolve)
    })
    endSleep = null
    silence()
  }

  async function run(): Promise<void> {
    if (mayBegin) await Promise.race([mayBegin, stopped.promise])
    while (!isStopping) {
      isWoken = false
      const untilMs = await turn()
      if (untilMs !== null) await sleepUntil(untilMs)
    }
  }

  const running = run()
  return {
    wake: () => {
      isWoken = true
      endSleep?.()
    },
    stop: async () => {
      isStopping = true
      stopped.resolve()
      endSleep?.()
      await running
    },
  }
}
