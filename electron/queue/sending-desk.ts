import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import { openEngine } from './engine.ts'
import { type Loop, startLoop } from './loop.ts'
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
  /** Says for a person that the date of this computer is right, after the desk asked. */
  trustClock(): Promise<void>
  /** Says for a receiver of webhooks that it stands and all that came in is stored; at least every few minutes. */
  heardInbound(): void
  /** Lets the requests in flight end, writes their outcomes down, and stops. */
  stop(): Promise<void>
}

/** Puts what was interrupted in doubt, and then begins to read and to send. Throws what the store throws. */
export async function startSendingDesk(options: SendingDeskOptions): Promise<SendingDesk> {
  let loop: Loop | null = null
  const wake = (): void => loop?.wake()
  const engine = await openEngine(options, wake)
  loop = startLoop(() => engine.turn(), timingOf(options).setAlarm)
  return {
    wake: () => {
      engine.lookNow()
      wake()
    },
    status: () => engine.status(),
    pause: async (isPaused) => {
      await engine.pause(isPaused)
      wake()
    },
    resumeLine: async () => {
      await engine.resume()
      wake()
    },
    trustClock: async () => {
      await engine.trustClock()
      wake()
    },
    heardInbound: () => {
      engine.heardInbound()
      wake()
    },
    stop: async () => {
      await loop.stop()
      await engine.finish()
    },
  }
}
