import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { WorkshopLink } from './port.ts'

const PROCESS_FILE = fileURLToPath(new URL('./process.ts', import.meta.url))

/** Starts the workshop as a child of plain Node, from its source: for `npm run core`, tests and the bench. */
export function openNodeWorkshop(): WorkshopLink {
  const child = fork(PROCESS_FILE, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // A process that cannot even be started is closed too, which is what the client waits for.
  child.on('error', () => undefined)
  return {
    // A process that has just died tells so by its exit; a message that no longer reaches it needs no second word.
    send: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('close', () => listener()),
    close: () => void child.kill('SIGKILL'),
  }
}
