import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Break, breakAnswer, giveAnswer, problem, refuseAndHang, type WireAnswer } from './wire/answers.ts'
import { messageFaults } from './wire/message-rules.ts'
import { type AcceptedMessage, type InboundRecord, tellRecords } from './wire/records.ts'
import { createSignIn, type Signed, type WireAccount } from './wire/sign-in.ts'

/**
 * A strict carrier for tests, written apart from the practice carrier and sharing no code with Optdesk: it speaks the wire
 * as Vonage does, in memory, refuses whatever is not just so, breaks the line in every way that lines break, and keeps
 * the truth about what it accepted. It can be run by itself: `node tests/support/wire-carrier.ts`.
 */
export interface WireCarrier {
  readonly url: string
  /** Every request that reached it, as `METHOD /path`. */
  readonly requests: readonly string[]
  /** Every POST that reached it and was signed, as it came. */
  readonly posts: readonly ReceivedPost[]
  /** What was wrong with the requests, whatever was answered; empty as long as Optdesk keeps to the interface. */
  readonly faults: readonly string[]
  /** What it took into its hands, in order. */
  readonly accepted: readonly AcceptedMessage[]
  /** Texts from people's phones. */
  readonly inbound: InboundRecord[]
  /** How it answers messages from now on. */
  behave(behaviour: Behaviour): void
  /** How it answers questions for records from now on; null for with its book. */
  behaveOnRecords(answer: WireAnswer | null): void
  /** Resolves with the next POST that reaches it, once its fate is decided. */
  nextPost(): Promise<ReceivedPost>
  /** Lets go of the answers that `hold` keeps back. */
  release(): void
  close(): Promise<void>
}

export interface ReceivedPost {
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
  readonly signed: Signed
}

/** Takes messages, or gives another answer without taking any, or breaks the line around one it took. */
export type Behaviour =
  | 'accept'
  /** Takes each and names all by the same id. */
  | 'same_uuid'
  /** Takes nothing and says nothing, for as long as the other side waits. */
  | 'silent'
  /** Begins to refuse and falls silent. */
  | 'refusal_then_hang'
  | Break
  | WireAnswer

/** How a carrier is opened. */
export interface WireOptions {
  /** Dates its records; the computer's clock when left out. */
  readonly now?: () => number
  /** The one account it knows; every key is let in when left out. */
  readonly account?: WireAccount
  /** Speaks TLS with a certificate of its own. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

const ONE_UUID = 'aaaaaaaa-0000-4000-8000-000000000000'

/** What a carrier knows and how it answers, one request after the other. */
class Exchange {
  readonly requests: string[] = []
  readonly posts: ReceivedPost[] = []
  readonly faults: string[] = []
  readonly accepted: AcceptedMessage[] = []
  readonly inbound: InboundRecord[] = []
  readonly held = new Set<() => void>()
  readonly waiting = new Set<(post: ReceivedPost) => void>()
  behaviour: Behaviour = 'accept'
  onRecords: WireAnswer | null = null
  readonly #signIn: ReturnType<typeof createSignIn>
  readonly #now: () => number

  constructor({ now = Date.now, account }: WireOptions) {
    this.#now = now
    this.#signIn = createSignIn(account ?? null)
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://wire')
    const asked = `${request.method} ${url.pathname}`
    this.requests.push(asked)
    const signed = this.#signIn(request.headers.authorization)
    if (asked === 'GET /v2/reports/records') return giveAnswer(response, this.onRecords ?? this.#records(url, signed))
    if (asked !== 'POST /v1/messages') return this.#refuse(response, 404, [`path: ${asked}`])
    const post = { headers: request.headers, body: await readBody(request), signed }
    if ('fault' in signed) return this.#refuse(response, 401, [`authorization: ${signed.fault}`])
    this.posts.push(post)
    this.#takePost(post, response)
    for (const tell of this.waiting) tell(post)
    this.waiting.clear()
  }

  #records(url: URL, signed: Signed): WireAnswer {
    // The service knows no applications: only a key and its secret.
    const told = 'apiKey' in signed ? tellRecords(url, signed.apiKey, this) : problem(401)
    if (told.status !== 200) this.faults.push(`records: ${told.status} ${url.search}`)
    return told
  }

  #takePost(post: ReceivedPost, response: ServerResponse): void {
    const wrong = [...headerFaults(post.headers), ...messageFaults(post.body)]
    const { behaviour } = this
    if (typeof behaviour === 'object') {
      this.faults.push(...wrong)
      return giveAnswer(response, behaviour)
    }
    if (wrong.length > 0) return this.#refuse(response, 422, wrong)
    if (behaviour === 'silent') return
    if (behaviour === 'refusal_then_hang') return refuseAndHang(response)
    const uuid = behaviour === 'same_uuid' ? ONE_UUID : randomUUID()
    this.accepted.push(acceptedFrom(post.body, uuid, this.#now()))
    const body = JSON.stringify({ message_uuid: uuid })
    if (behaviour !== 'accept' && behaviour !== 'same_uuid') {
      return breakAnswer(behaviour, response, body, (later) => this.held.add(later))
    }
    giveAnswer(response, { status: 202, headers: { 'content-type': 'application/json' }, body })
  }

  #refuse(response: ServerResponse, status: number, wrong: readonly string[]): void {
    this.faults.push(...wrong)
    const invalid = wrong.map((fault) => ({ name: fault.split(':')[0], reason: fault }))
    giveAnswer(response, problem(status, {}, { invalid_parameters: invalid }))
  }
}

/** Opens a wire carrier on a free loopback port. */
export async function startWireCarrier(options: WireOptions = {}): Promise<WireCarrier> {
  const exchange = new Exchange(options)
  const listener: RequestListener = (request, response) => {
    exchange.answer(request, response).catch(() => response.destroy())
  }
  const { tls } = options
  const server = tls ? createTlsServer({ ...tls }, listener) : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { requests, posts, faults, accepted, inbound } = exchange
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    posts,
    faults,
    accepted,
    inbound,
    behave: (next) => {
      exchange.behaviour = next
    },
    behaveOnRecords: (next) => {
      exchange.onRecords = next
    },
    nextPost: () => new Promise((resolve) => exchange.waiting.add(resolve)),
    release: () => {
      for (const give of exchange.held) give()
      exchange.held.clear()
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function acceptedFrom(body: ReceivedPost['body'], uuid: string, atMs: number): AcceptedMessage {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  return {
    uuid,
    body,
    clientRef: text('client_ref'),
    to: text('to'),
    from: text('from'),
    text: wordsOf(body),
    channel: text('channel'),
    status: 'submitted',
    code: null,
    price: null,
    currency: 'EUR',
    atMs,
  }
}

function headerFaults(headers: IncomingMessage['headers']): readonly string[] {
  const isJson = headers['content-type'] === 'application/json'
  const isSdk = headers['user-agent']?.startsWith('@vonage/server-sdk/') === true
  return [...(isJson ? [] : ['content-type: not JSON']), ...(isSdk ? [] : ['user-agent: not the SDK'])]
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

/** The text of a message, or the caption of its first attachment. */
function wordsOf(body: Readonly<Record<string, unknown>>): string {
  if (typeof body['text'] === 'string') return body['text']
  const items = Array.isArray(body['content']) ? body['content'] : [body[String(body['message_type'])]]
  return (items as readonly { readonly caption?: string }[])[0]?.caption ?? ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const carrier = await startWireCarrier()
  process.stdout.write(`${JSON.stringify({ url: carrier.url })}\n`)
}
