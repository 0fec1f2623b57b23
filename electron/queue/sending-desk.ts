import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import { openEngine } from './engine.ts'
import { startLoop } from './loop.ts'
import { timingOf } from './timing.ts'

/** The one sender of an office: everything that leaves or comes in passes here. */
export interface SendingDesk {
  /** Says that something new waits; while the network is away it is tried at once. */
  wake(): void
  status(): Promise<OutputOf<'queue.status'>>
  /** Holds everything back, or lets it go on; kept over a restart. */
  pause(isPaused: boolean): Promise<void>
  /** Lifts the provider's refusal after a person mended its cause. */
  resumeLine(): Promise<void>
  /** Lets the requests in flight end, writes their outcomes down, and stops. */
  stop(): Promise<void>
}

/** Puts what was interrupted in doubt, and then begins to read and to send. Throws what the store throws. */
export async function startSendingDesk(options: SendingDeskOptions): Promise<SendingDesk> {
  const engine = await openEngine(options)
  const loop = startLoop(() => engine.turn(), timingOf(options).setAlarm)
  return {
    wake: () => {
      engine.lookNow()
      loop.wake()
    },
    status: () => engine.status(),
    pause: async (isPaused) => {
      await engine.pause(isPaused)
      loop.wake()
    },
    resumeLine: async () => {
      await engine.resume()
      loop.wake()
    },
    stop: () => loop.stop(),
  }
}
