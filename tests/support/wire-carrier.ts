import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

/**
 * A strict carrier for tests, written apart from the practice carrier: it speaks the wire as Vonage does, in memory, and
 * keeps the truth about what it accepted. It can be run by itself: `node tests/support/wire-carrier.ts`.
 */
export interface WireCarrier {
  readonly url: string
  /** Every POST that reached it, as it came. */
  readonly posts: readonly ReceivedPost[]
  /** What it took into its hands, in order. */
  readonly accepted: readonly AcceptedMessage[]
  /** Texts from people's phones. */
  readonly inbound: InboundRecord[]
  /** How it answers from now on. */
  behave(behaviour: Behaviour): void
  /** Resolves with the next POST that reaches it, once its fate is decided. */
  nextPost(): Promise<ReceivedPost>
  /** Lets go of the answers that `hold` keeps back. */
  release(): void
  close(): Promise<void>
}

export interface ReceivedPost {
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
}

export interface AcceptedMessage {
  readonly uuid: string
  readonly clientRef: string
  readonly to: string
  readonly from: string
  readonly text: string
  status: string
  readonly atMs: number
}

export interface InboundRecord {
  readonly uuid: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly atMs: number
}

/** An answer of HTTP without taking the message, or one of the ways in which a line breaks around a message. */
export type Behaviour =
  | 'accept'
  /** Took it; the answer waits for `release`. */
  | 'hold'
  | 'close_after_accept'
  | 'reset_after_accept'
  | 'cut_body_with_length'
  | 'cut_body_chunked'
  | 'empty_202'
  | 'headers_then_hang'
  | 'refusal_then_hang'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

const PAGE_SIZE = 2
const PROBLEM = 'application/problem+json'

/** The refusal that Vonage gives with a status, in its own format. */
export function problem(status: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  const body = { type: `https://developer.vonage.com/api-errors#${status}`, title: `Refused ${status}`, detail: 'x' }
  return { status, headers: { 'content-type': PROBLEM, ...headers }, body: JSON.stringify(body) }
}

/** Opens a wire carrier on a free loopback port. `now` dates its records. */
export async function startWireCarrier(now: () => number = Date.now): Promise<WireCarrier> {
  const book = { posts: [] as ReceivedPost[], accepted: [] as AcceptedMessage[], inbound: [] as InboundRecord[] }
  const held = new Set<() => void>()
  const waiting = new Set<(post: ReceivedPost) => void>()
  let behaviour: Behaviour = 'accept'

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://wire')
      if (!isSigned(request)) return refuse(response, 401)
      if (request.method === 'GET' && url.pathname === '/v2/reports/records') return tellRecords(url, response, book)
      if (request.method !== 'POST' || url.pathname !== '/v1/messages') return refuse(response, 404)
      const post = { headers: request.headers, body: await readBody(request) }
      book.posts.push(post)
      takePost(post, response)
      for (const tell of waiting) tell(post)
      waiting.clear()
    })()
  })

  function accept({ body }: ReceivedPost): string {
    const uuid = randomUUID()
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
    book.accepted.push({
      uuid,
      clientRef: text('client_ref'),
      to: text('to'),
      from: text('from'),
      text: text('text'),
      status: 'submitted',
      atMs: now(),
    })
    return JSON.stringify({ message_uuid: uuid })
  }

  function takePost(post: ReceivedPost, response: ServerResponse): void {
    if (typeof behaviour === 'object') {
      response.writeHead(behaviour.status, { ...behaviour.headers }).end(behaviour.body ?? '')
      return
    }
    if (!isText(post.body)) return refuse(response, 422)
    if (behaviour === 'refusal_then_hang') {
      response.writeHead(503, { 'content-length': '500', 'content-type': 'text/html' }).flushHeaders()
      return
    }
    breakLine(behaviour, response, accept(post))
  }

  function breakLine(
    how: Exclude<Behaviour, object | 'refusal_then_hang'>,
    response: ServerResponse,
    body: string,
  ): void {
    const answer = () => response.writeHead(202, { 'content-type': 'application/json' }).end(body)
    const begin = (headers: Readonly<Record<string, string>>, part: string) => {
      response.writeHead(202, { 'content-type': 'application/json', ...headers }).write(part)
    }
    if (how === 'accept') answer()
    else if (how === 'hold') held.add(answer)
    else if (how === 'close_after_accept') response.destroy()
    else if (how === 'reset_after_accept') response.socket?.resetAndDestroy()
    else if (how === 'empty_202') response.writeHead(202, { 'content-type': 'application/json' }).end()
    else if (how === 'headers_then_hang') begin({ 'content-length': '500' }, '{')
    else if (how === 'cut_body_with_length') {
      begin({ 'content-length': String(body.length) }, body.slice(0, 10))
      setImmediate(() => response.destroy())
    } else {
      begin({}, body.slice(0, 10))
      setImmediate(() => response.destroy())
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...book,
    behave: (next) => {
      behaviour = next
    },
    nextPost: () => new Promise((resolve) => waiting.add(resolve)),
    release: () => {
      for (const answer of held) answer()
      held.clear()
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function refuse(response: ServerResponse, status: number): void {
  const answer = problem(status) as Exclude<Behaviour, string>
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

function isSigned(request: IncomingMessage): boolean {
  return /^(Basic [A-Za-z0-9+/=]{4,}|Bearer [\w-]+\.[\w-]+\.[\w-]+)$/.test(request.headers.authorization ?? '')
}

function isText(body: Readonly<Record<string, unknown>>): boolean {
  const hasNumbers = [body['to'], body['from']].every((number) => /^[1-9]\d{6,14}$/.test(String(number)))
  const isPlain = body['channel'] === 'sms' && body['message_type'] === 'text'
  return hasNumbers && isPlain && typeof body['text'] === 'string' && body['text'] !== ''
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

interface Book {
  readonly accepted: readonly AcceptedMessage[]
  readonly inbound: readonly InboundRecord[]
}

/** Tells records of at most 24 hours, two on a page. */
function tellRecords(url: URL, response: ServerResponse, { accepted, inbound }: Book): void {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const fromMs = Date.parse(asked('date_start'))
  const toMs = Date.parse(asked('date_end'))
  const isWindow = toMs > fromMs && toMs - fromMs <= 86_400_000
  if (!isWindow || asked('product') !== 'MESSAGES' || asked('account_id') === '') return refuse(response, 422)
  const isOut = asked('direction') === 'outbound'
  const all = (isOut ? accepted.map(outboundRecord) : inbound.map(inboundRecord)).filter((record) => {
    const atMs = Date.parse(record.date_received)
    return atMs >= fromMs && atMs < toMs
  })
  const start = Number(url.searchParams.get('cursor') ?? '0')
  const end = start + PAGE_SIZE
  const next = new URL(url)
  next.searchParams.set('cursor', String(end))
  next.searchParams.set('iv', 'iv')
  const links = { self: { href: url.href }, ...(end < all.length ? { next: { href: next.href } } : {}) }
  const body = {
    _links: links,
    request_status: end < all.length ? 'TRUNCATED' : 'SUCCESS',
    records: all.slice(start, end),
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function outboundRecord(message: AcceptedMessage) {
  return {
    message_id: message.uuid,
    client_ref: message.clientRef,
    from: message.from,
    to: message.to,
    message_body: message.text,
    status: message.status,
    direction: 'outbound',
    error_code: null,
    date_received: new Date(message.atMs).toISOString(),
  }
}

function inboundRecord(message: InboundRecord) {
  return {
    message_id: message.uuid,
    from: message.from,
    to: message.to,
    message_body: message.text,
    direction: 'inbound',
    date_received: new Date(message.atMs).toISOString(),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const carrier = await startWireCarrier()
  process.stdout.write(`${JSON.stringify({ url: carrier.url })}\n`)
}
