import { app } from 'electron'

/** Time for requests in flight to end well. After it the store's own promises take over: nothing saved is lost. */
const CLOSING_TIME_MS = 10_000

/** Closes the core before Optdesk ends: the window goes at once, the request in flight may finish. */
export function closeBeforeQuit(closeCore: () => Promise<void>): void {
  let phase: 'open' | 'closing' | 'closed' = 'open'
  app.on('will-quit', (event) => {
    if (phase === 'closed') return
    event.preventDefault()
    if (phase === 'closing') return
    phase = 'closing'
    void Promise.race([closeCore(), afterClosingTime()])
      .catch((thrown: unknown) =>
        console.error('The core did not close well.', thrown instanceof Error ? thrown.name : ''),
      )
      .finally(() => {
        phase = 'closed'
        app.exit()
      })
  })
}

function afterClosingTime(): Promise<void> {
  return new Promise((done) => setTimeout(done, CLOSING_TIME_MS))
}
