import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { SendingDeskOptions } from './desk-options.ts'
import { openEngine } from './engine.ts'
import { type Loop, startLoop } from './loop.ts'
import { timingOf } from './timing.ts'

// The queue, and in which order to read it in an hour:
//
//   1. ../../shared/domain/delivery.ts, transition.ts   the states of a message, and who may move it
//   2. step.ts          what to do next: one pure function, and the whole of the sender's judgement
//   3. engine.ts        takes that step, again and again; look-at-desk.ts gathers what it is decided by
//   4. send-batch.ts    a step that sends: claim.ts (one transaction: turn-order.ts says whose turn it is, budget.ts how many,
//                       keep-back.ts who may not, group-leave.ts a group at once), then open-requests.ts, the last
//                       look before each request
//   5. take-answers.ts  a step that writes answers down: settle.ts, and consequence.ts, what follows from each
//   6. read-book.ts     a step that reads: inbound-sync.ts, status-sync.ts, reconciler.ts for what is in doubt
//   7. first-few.ts, expire.ts, recover.ts   the rest of the steps, and the start after a crash
//   8. memory.ts        what is known besides the store; connection.ts, paces.ts, day-book.ts, in-flight.ts, clock-guard.ts,
//                       provider-clock.ts
//
// Nothing here reads a clock, draws a number, opens a socket or sets a timer but through SendingDeskOptions.

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
  /** Says for a receiver of webhooks that it stands and all that came in is stored; at least every few minutes. Where the book is read it does nothing. */
  heardInbound(): void
  /** Says for a receiver that it stored a text or what became of a message. */
  heardNews(): void
  /** Lets the requests in flight end, writes their outcomes down, and stops. */
  stop(): Promise<void>
}

/** Puts what was interrupted in doubt, and then begins to read and to send. Throws what the store throws. */
export async function startSendingDesk(options: SendingDeskOptions): Promise<SendingDesk> {
  let loop: Loop | null = null
  const wake = (): void => loop?.wake()
  const engine = await openEngine(options, wake)
  loop = startLoop(() => engine.turn(), timingOf(options).setAlarm, options.mayBegin)
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
    heardNews: () => {
      engine.heardNews()
      wake()
    },
    stop: async () => {
      await loop.stop()
      await engine.finish()
    },
  }
}
