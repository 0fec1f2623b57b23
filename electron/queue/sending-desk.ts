import type { OutputOf } from '../../shared/ipc/contract.ts'
import { lastStarted } from '../db/repos/attempts.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import { startingLine } from './line-state.ts'
import { LineWorker } from './line-worker.ts'
import { startLoop } from './loop.ts'
import { officeTiming, practiceTiming } from './timing.ts'

/** The one sender of an office: everything that leaves or comes in passes here, one thing after the other. */
export interface SendingDesk {
  /** Says that something new waits; while the network is away it is tried at once. */
  wake(): void
  status(): Promise<OutputOf<'queue.status'>>
  /** Holds everything back, or lets it go on; kept over a restart. */
  pause(isPaused: boolean): Promise<void>
  /** Lifts the provider's refusal after a person mended its cause. */
  resumeLine(): Promise<void>
  /** Lets the one request in flight end, writes its outcome down, and stops. */
  stop(): Promise<void>
}

/** Puts what was interrupted in doubt, and then begins to read and to send. Throws what the store throws. */
export async function startSendingDesk(options: SendingDeskOptions): Promise<SendingDesk> {
  const { store, clock, lineId } = options
  const timing = options.timing ?? (options.carrier === 'practice' ? practiceTiming(clock) : officeTiming(clock))
  const worker = new LineWorker(options, timing, startingLine(clock.now(), await lastStarted(store.db, lineId)))
  await worker.begin()
  const loop = startLoop(() => worker.turn(), timing.setAlarm)
  return {
    wake: () => {
      worker.lookNow()
      loop.wake()
    },
    status: () => worker.status(),
    pause: async (isPaused) => {
      await worker.pause(isPaused)
      loop.wake()
    },
    resumeLine: async () => {
      await worker.resume()
      loop.wake()
    },
    stop: () => loop.stop(),
  }
}
