import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { WorkshopLink } from '../workshop/port.ts'

/**
 * Starts the workshop, the process for heavy parsing, beside main and links to it; `mainDir` is the folder of the built
 * main. Each link is one process: when it dies, `onExit` is called and the core opens another.
 */
export function openWorkshopLink(mainDir: string): WorkshopLink {
  const workshop = utilityProcess.fork(join(mainDir, 'workshop.js'), [], { serviceName: 'Optdesk workshop' })
  return {
    send: (message) => workshop.postMessage(message),
    onMessage: (listener) => void workshop.on('message', listener),
    onExit: (listener) => void workshop.on('exit', listener),
    close: () => void workshop.kill(),
  }
}
