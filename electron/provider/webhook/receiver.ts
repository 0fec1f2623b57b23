import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import { checkToken, type TokenTrouble } from './check-token.ts'
import { type InboundNews, readInboundNews, readStatusNews, type StatusNews } from './read-webhook.ts'

/** Where the receiver listens and by what it knows the provider. */
export interface ReceiverOptions {
  /** An address of this computer; loopback unless an office chose another. */
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly signatureSecret: string
  readonly apiKey: string
  readonly clock: Clock
  /** Resolves once the news is on disk: only then is the provider told that it was taken. */
  readonly onStatus: (news: StatusNews) => Promise<void>
  readonly onInbound: (news: InboundNews) => Promise<void>
  /** Told of every webhook that was not believed or not understood, by its kind alone. */
  readonly onRefused: (why: Refusal) => void
  /** Told of what the store could not take; the provider will send it again. */
  readonly onTrouble: (cause: unknown) => void
}

/** Why a webhook was turned away. */
export type Refusal = TokenTrouble | 'too_long' | 'not_readable'

/** A receiver that listens. */
export interface WebhookReceiver {
  readonly port: number
  /** Stops listening and lets what is being written come to its end. */
  close(): Promise<void>
}

const LONGEST_BODY_BYTES = 64 * 1024
/** Who opens a connection and says nothing must not hold it. */
const HEADERS_TIMEOUT_MS = 5_000
const REQUEST_TIMEOUT_MS = 10_000
const MOST_CONNECTIONS = 50

/** Listens for the provider's webhooks: `POST /webhooks/status` and `POST /webhooks/inbound`. Errors: `port_taken`, `no_such_address`. */
export async function startWebhookReceiver(
  options: ReceiverOptions,
): Promise<Result<WebhookReceiver, { readonly code: 'port_taken' | 'no_such_address' }>> {
  const open = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const answering = answer(options, request, response)
      .catch((cause: unknown) => {
        options.onTrouble(cause)
        // Not taken: the provider tries again, for a day.
        if (!response.headersSent) response.writeHead(500).end()
      })
      .finally(() => open.delete(answering))
    open.add(answering)
  })
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.maxConnections = MOST_CONNECTIONS
  try {
    server.listen(options.port, options.host)
    await once(server, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'EADDRINUSE' || code === 'EACCES') return err({ code: 'port_taken' })
    if (code === 'EADDRNOTAVAIL') return err({ code: 'no_such_address' })
    throw cause
  }
  // Whatever happens to a socket later must not take the program with it.
  server.on('error', options.onTrouble)
  return ok({
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await Promise.allSettled(open)
    },
  })
}

async function answer(options: ReceiverOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://receiver').pathname
  const isKnown = path === '/webhooks/status' || path === '/webhooks/inbound'
  if (!isKnown) return end(response, 404)
  if (request.method !== 'POST') return end(response, 405)
  const body = await readBody(request)
  if (body === 'cut_off') return
  if (body === null) return refuse(options, response, 413, 'too_long')
  const token = await checkToken(request.headers.authorization, body, { ...options, nowMs: options.clock.now() })
  if (!token.ok) return refuse(options, response, 401, token.error.code)
  const isTaken = path === '/webhooks/status' ? await takeStatus(options, body) : await takeInbound(options, body)
  if (!isTaken) return refuse(options, response, 400, 'not_readable')
  end(response, 200)
}

async function takeStatus({ onStatus }: ReceiverOptions, body: Uint8Array): Promise<boolean> {
  const news = readStatusNews(parse(body))
  if (news !== null) await onStatus(news)
  return news !== null
}

async function takeInbound({ onInbound }: ReceiverOptions, body: Uint8Array): Promise<boolean> {
  const news = readInboundNews(parse(body))
  if (news !== null) await onInbound(news)
  return news !== null
}

/** The body as it came; null when it is longer than any webhook. Who goes away before its end is owed no answer. */
async function readBody(request: IncomingMessage): Promise<Buffer | null | 'cut_off'> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length
      if (sizeBytes > LONGEST_BODY_BYTES) return null
      chunks.push(chunk)
    }
  } catch {
    return 'cut_off' // Only the connection throws here, and it is gone.
  }
  return Buffer.concat(chunks)
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined // No JSON: not readable, said by whoever asked.
  }
}

function refuse({ onRefused }: ReceiverOptions, response: ServerResponse, status: number, why: Refusal): void {
  onRefused(why)
  // Whoever sends more than was asked for is not listened to any longer.
  response.writeHead(status, { connection: 'close' }).end()
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}
