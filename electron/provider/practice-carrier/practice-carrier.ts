import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { addCarrierMessages, countAccepted, latestCarrierMessages } from '../../db/repos/carrier-messages.ts'
import type { BlobStore } from '../../blobs/blob-store.ts'
import type { Store } from '../../db/open.ts'
import type { E164 } from '../../../shared/ids.ts'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import type { Clock } from '../../../shared/time.ts'
import type { RandomBytes } from '../../random-share.ts'
import type { MediaStore } from '../media-store.ts'
import type { VonageAccount } from '../vonage.ts'
import { newCarrierUuid } from './carrier-uuid.ts'
import { answerProblem, isAuthorized } from './http-answer.ts'
import { findListeningPort, type ListeningPort } from './listening-port.ts'
import { keptAttachment, fetchToBlobs, MEDIA_PATH, ownMediaStore, serveMedia } from './carrier-media.ts'
import { type MessagesEndpoint, takeMessage } from './messages-endpoint.ts'
import { statusAt, tellRecords } from './records-endpoint.ts'
import { type CarrierSettings, readCarrierSettings, writeCarrierSettings } from './settings.ts'

const API_KEY = 'practice'
const BOOK_LENGTH = 100

type ShownBook = OutputOf<'carrier.get'>

/** How the carrier behaves and what it took; it knows numbers, not the people behind them. */
export interface CarrierBook extends Omit<ShownBook, 'book'> {
  readonly book: readonly Omit<ShownBook['book'][number], 'displayName'>[]
}

/** What a practice carrier works with. */
export interface PracticeCarrierOptions {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  /** Where it finds what it serves under `/media/` and keeps what it fetched; without it, it takes words alone. */
  readonly blobs?: BlobStore
  /** Told after each change of the book or of the settings. */
  readonly onChange?: () => void
}

/**
 * A simulated carrier on this computer that speaks Vonage's Messages and Reports over HTTP, so that the whole of the
 * sending is practised and not pretended. Its book and its settings live in the store and survive a restart.
 */
export interface PracticeCarrier {
  /** How to reach it, for `connectVonage`. */
  readonly account: VonageAccount
  settings(): CarrierSettings
  /** Changes how it behaves; closing the port cuts every open connection. */
  set(change: Partial<CarrierSettings>): Promise<CarrierSettings>
  /** The last hundred messages it took, newest first, and how many it took in all. */
  book(): Promise<CarrierBook>
  /** A person's phone sends a text to the office's number. */
  reply(from: E164, to: E164, body: string): Promise<{ readonly uuid: string }>
  /** A place for pictures on the carrier's own port, from which it fetches them as a network would. */
  readonly mediaStore: MediaStore
  /** What the phone shows of an attachment; null where the carrier could not fetch it. `position` counts from 0. */
  attachment(uuid: string, position: number): Promise<Uint8Array | null>
  stop(): Promise<void>
}

/** Opens the practice carrier on a free loopback port, or leaves it closed if it was left closed. */
export async function startPracticeCarrier(options: PracticeCarrierOptions): Promise<PracticeCarrier> {
  const { store, clock, random, blobs, onChange: changed = () => undefined } = options
  const apiSecret = newCarrierUuid(random)
  let settings = await readCarrierSettings(store.db)
  let cut = new AbortController()
  const open = new Set<Promise<unknown>>()

  const pause = async (delayMs: number) => {
    await delay(delayMs, undefined, { signal: cut.signal }).catch(() => undefined)
  }
  const fetchMedia = blobs ? (url: string) => fetchToBlobs(blobs, url, hostOf(port)) : undefined
  const exchange: MessagesEndpoint = {
    store,
    clock,
    random,
    settings: () => settings,
    pause,
    changed,
    ...(fetchMedia && { fetchMedia }),
  }
  const port = await findListeningPort((request, response) => {
    const host = hostOf(port)
    const answering = answerRequest(exchange, { host, apiSecret, blobs }, request, response)
      .catch(() => response.destroy())
      .finally(() => open.delete(answering))
    open.add(answering)
  })

  async function closePort(): Promise<void> {
    cut.abort()
    cut = new AbortController()
    await port.close()
    // Nothing may write into the book any more: the store may be closed next.
    await Promise.all(open)
  }

  async function set(change: Partial<CarrierSettings>): Promise<CarrierSettings> {
    settings = { ...settings, ...change }
    await writeCarrierSettings(store.db, settings)
    await (settings.isPortOpen ? port.open() : closePort())
    changed()
    return settings
  }

  if (settings.isPortOpen) await port.open()
  return {
    account: { apiHost: () => hostOf(port), apiKey: API_KEY, apiSecret },
    settings: () => settings,
    set,
    book: async () => ({ settings, ...(await readBook(store, clock)) }),
    reply: (from, to, body) => takeReply(exchange, from, to, body),
    mediaStore: ownMediaStore(port, () => hostOf(port)),
    attachment: async (uuid, position) => (blobs ? keptAttachment({ store, blobs }, uuid, position) : null),
    stop: closePort,
  }
}

async function answerRequest(
  exchange: MessagesEndpoint,
  {
    host,
    apiSecret,
    blobs,
  }: { readonly host: string; readonly apiSecret: string; readonly blobs?: BlobStore | undefined },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', host)
  const path = `${request.method} ${url.pathname}`
  // Networks fetch pictures without a password.
  if (blobs && path.startsWith(`GET ${MEDIA_PATH}`)) await serveMedia({ ...exchange, blobs }, url, response)
  else if (!isAuthorized(request, API_KEY, apiSecret)) answerProblem(response, 401, 'Unauthorized')
  else if (path === 'POST /v1/messages') await takeMessage(exchange, request, response)
  else if (path !== 'GET /v2/reports/records') answerProblem(response, 404, 'Not Found')
  else await tellRecords(exchange.store, exchange.clock.now(), url, response)
}

async function takeReply(
  { store, clock, random, changed }: MessagesEndpoint,
  from: E164,
  to: E164,
  text: string,
): Promise<{ readonly uuid: string }> {
  const uuid = newCarrierUuid(random)
  await addCarrierMessages(store.db, [
    {
      uuid,
      direction: 'inbound',
      from,
      to,
      text,
      attachments: [],
      participants: [],
      clientRef: null,
      status: 'received',
      code: null,
      receivedAtMs: clock.now(),
      finalAtMs: null,
    },
  ])
  changed()
  return { uuid }
}

async function readBook(store: Store, clock: Clock): Promise<Pick<CarrierBook, 'acceptedCount' | 'book'>> {
  const messages = await latestCarrierMessages(store.db, BOOK_LENGTH)
  const nowMs = clock.now()
  return {
    acceptedCount: await countAccepted(store.db),
    book: messages.map((message) => ({
      uuid: message.uuid,
      to: message.to,
      text: message.text,
      attachments: message.attachments.map(({ kind }) => kind),
      participants: [...message.participants],
      clientRef: message.clientRef ?? '',
      status: statusAt(message, nowMs),
      atMs: message.receivedAtMs,
    })),
  }
}

function hostOf(port: ListeningPort): string {
  return `http://127.0.0.1:${port.number()}`
}
