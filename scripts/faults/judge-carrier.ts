import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'

/** One request that reached the carrier; it took the message into its hands when `takenAtMs` is set. */
export interface Post {
  readonly clientRef: string
  readonly to: string
  /** Which start of the core it came from, counted from 0. */
  readonly life: number
  /** When its first bytes were there. */
  readonly arrivedAtMs: number
  takenAtMs: number | null
}

interface Book {
  readonly outbound: WireRecord[]
  readonly inbound: WireRecord[]
}

interface WireRecord {
  readonly message_id: string
  readonly from: string
  readonly to: string
  readonly message_body: string
  readonly client_ref?: string
  readonly status?: string
  readonly date_received: string
}

/** The carrier that the judge believes: it knows what it took, whoever died meanwhile. Nobody's code but its own. */
export interface JudgeCarrier {
  readonly url: string
  readonly posts: readonly Post[]
  /** Which start of the core the next connections belong to. */
  startLife(life: number): void
  /** A person's phone writes to the office. */
  writeIn(from: string, text: string): void
  /** Resolves with the next request that it takes, before that is answered. */
  nextTaken(): Promise<void>
  /** Resolves when nothing that a dead core had sent is still on its way. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** What the carrier lets others decide: the time by which it dates, the number it serves, how long an answer takes. */
export interface CarrierTerms {
  readonly now: () => number
  readonly line: string
  readonly answerDelayMs: () => number
  /** Told of each request as it reaches the carrier. */
  readonly onPost?: (clientRef: string) => void
}

const PAGE_SIZE = 1000
const LONGEST_WINDOW_MS = 86_400_000

/** Opens a carrier on a free loopback port. It takes every well-formed text and has delivered it at once. */
export async function startJudgeCarrier(terms: CarrierTerms): Promise<JudgeCarrier> {
  const posts: Post[] = []
  const book: Book = { outbound: [], inbound: [] }
  const lives = new WeakMap<Socket, number>()
  const waiting = new Set<() => void>()
  const open = new Set<Socket>()
  let life = 0

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAtMs = terms.now()
    const body = await readJson(request)
    const { client_ref: clientRef = '', to = '', from = '', text = '' } = body
    const post: Post = { clientRef, to, life: lives.get(request.socket) ?? -1, arrivedAtMs, takenAtMs: null }
    posts.push(post)
    terms.onPost?.(clientRef)
    if (!isWellFormed(body)) return answer(response, 422, { title: 'Invalid params' })
    post.takenAtMs = terms.now()
    const uuid = randomUUID()
    const dates = { date_received: new Date(post.takenAtMs).toISOString() }
    book.outbound.push({
      message_id: uuid,
      from,
      to,
      message_body: text,
      client_ref: clientRef,
      status: 'delivered',
      ...dates,
    })
    for (const tell of waiting) tell()
    waiting.clear()
    setTimeout(() => answer(response, 202, { message_uuid: uuid }), terms.answerDelayMs())
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://carrier')
    const route = `${request.method} ${url.pathname}`
    if (route === 'POST /v1/messages') take(request, response).catch(() => response.destroy())
    else if (route === 'GET /v2/reports/records') tellRecords(url, response, book)
    else answer(response, 404, { title: 'Not found' })
  })
  server.on('connection', (socket: Socket) => {
    lives.set(socket, life)
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    startLife: (next) => {
      life = next
    },
    writeIn: (from, text) => {
      const date_received = new Date(terms.now()).toISOString()
      book.inbound.push({ message_id: randomUUID(), from, to: terms.line, message_body: text, date_received })
    },
    nextTaken: () => new Promise((resolve) => waiting.add(resolve)),
    quiet: async () => {
      // Two turns, so that a connection that the system took is known; a dead process's connections close by themselves.
      await turn()
      await turn()
      await Promise.all([...open].map((socket) => once(socket, 'close')))
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Readonly<Record<string, string>>
}

function isWellFormed({ to = '', from = '', text = '', client_ref = '' }: Readonly<Record<string, string>>): boolean {
  const hasNumbers = [to, from].every((number) => /^[1-9]\d{6,14}$/.test(number))
  return hasNumbers && text !== '' && client_ref !== '' && client_ref.length <= 100
}

function answer(response: ServerResponse, status: number, body: object): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}

/** Tells a window of at most 24 hours, a thousand records on a page, as the Reports interface does. */
function tellRecords(url: URL, response: ServerResponse, { outbound, inbound }: Book): void {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const fromMs = Date.parse(asked('date_start'))
  const toMs = Date.parse(asked('date_end'))
  if (!(toMs > fromMs && toMs - fromMs <= LONGEST_WINDOW_MS)) return answer(response, 422, { title: 'No window' })
  const all = (asked('direction') === 'outbound' ? outbound : inbound).filter(({ date_received }) => {
    const atMs = Date.parse(date_received)
    return atMs >= fromMs && atMs < toMs
  })
  const start = Number(url.searchParams.get('cursor') ?? '0')
  const next = new URL(url)
  next.searchParams.set('cursor', String(start + PAGE_SIZE))
  const isMore = start + PAGE_SIZE < all.length
  answer(response, 200, {
    _links: { self: { href: url.href }, ...(isMore ? { next: { href: next.href } } : {}) },
    request_status: isMore ? 'TRUNCATED' : 'SUCCESS',
    records: all.slice(start, start + PAGE_SIZE),
  })
}
