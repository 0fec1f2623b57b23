import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A port on this computer that can really be closed and opened again. */
export interface ListeningPort {
  readonly isOpen: () => boolean
  /** The port's number. It stays the same over closing and opening, unless someone else took it meanwhile. */
  readonly number: () => number
  open(): Promise<void>
  /** Stops listening and cuts every connection: whoever connects afterwards is refused. */
  close(): Promise<void>
}

/** Finds a free port on the loopback address and holds its number; it is closed at first. */
export async function findListeningPort(answer: RequestListener): Promise<ListeningPort> {
  const server = createServer(answer)
  let portNumber = 0

  async function listen(port: number): Promise<void> {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    portNumber = (server.address() as AddressInfo).port
  }

  async function open(): Promise<void> {
    if (server.listening) return
    try {
      await listen(portNumber)
    } catch (error) {
      if (!isPortTaken(error)) throw error
      await listen(0)
    }
  }

  async function close(): Promise<void> {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }

  await open()
  await close()
  return { isOpen: () => server.listening, number: () => portNumber, open, close }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
