import type { Sending } from './sending.ts'

/** What sends for the open desk just now; it can be put together anew, as after another account was entered. */
export interface SendingSwitch {
  current(): Sending
  /** Lets what sends come to its end and starts it again from what is set now. One after the other. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** While one sender ends and the next begins. */
const BETWEEN: Sending = { sendingDesk: null, carrier: null, offBecause: null, stop: async () => undefined }

/** Starts what sends. `start` reads the settings each time anew. */
export async function openSendingSwitch(start: () => Promise<Sending>): Promise<SendingSwitch> {
  let current = await start()
  let lastMove: Promise<unknown> = Promise.resolve()

  async function move(begin: () => Promise<Sending>): Promise<void> {
    const before = current
    current = BETWEEN
    await before.stop()
    current = await begin()
  }

  function inTurn(begin: () => Promise<Sending>): Promise<void> {
    const moved = lastMove.then(() => move(begin))
    lastMove = moved.catch(() => undefined)
    return moved
  }

  return {
    current: () => current,
    restart: () => inTurn(start),
    stop: () => inTurn(async () => BETWEEN),
  }
}
