import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  addCarrierMessages,
  type CarrierAttachment,
  type CarrierMessage,
  latestFromPhone,
} from '../../db/repos/carrier-messages.ts'
import type { Store } from '../../db/open.ts'
import type { Clock } from '../../../shared/time.ts'
import { type RandomBytes, randomShare } from '../../random-share.ts'
import { answerJson, answerProblem, readJson } from './http-answer.ts'
import { newCarrierUuid } from './carrier-uuid.ts'
import { drawAnswer } from './people-answer.ts'
import type { CarrierSettings } from './settings.ts'
import { readTakenMessage, type TakenMessage } from './taken-message.ts'

/** What the endpoint works with. */
export interface MessagesEndpoint {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  readonly settings: () => CarrierSettings
  /** Resolves after so many milliseconds, or at once when the port is closed. */
  readonly pause: (delayMs: number) => Promise<void>
  readonly changed: () => void
  /** Fetches a picture as a network does, keeps it, and answers its SHA-256; null where the link leads to nothing. */
  readonly fetchMedia?: (url: string) => Promise<string | null>
}

/**
 * Takes one message: it is in the book before the answer is written, as with a real carrier; so an answer that is cut
 * or comes too late leaves a message that was sent and whose sender does not know it.
 */
export async function takeMessage(
  endpoint: MessagesEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request)
  if (endpoint.settings().isThrottling) {
    answerProblem(response, 429, 'Rate Limit Hit', { headers: { 'retry-after': '5' } })
    return
  }
  const message = readTakenMessage(body)
  if (message === null) {
    answerProblem(response, 422, 'Invalid params', { detail: 'This is no message of the Messages interface.' })
    return
  }
  const uuid = await enterMessage(endpoint, message)
  endpoint.changed()
  if (endpoint.settings().isCuttingAnswers) {
    response.destroy()
    return
  }
  await endpoint.pause(endpoint.settings().answerDelayMs)
  if (!response.destroyed) answerJson(response, 202, { message_uuid: uuid })
}

/** Writes a message into the book together with all that will come of it, so that nothing hangs on a timer. */
async function enterMessage(endpoint: MessagesEndpoint, message: TakenMessage): Promise<string> {
  const { store, clock, random } = endpoint
  const { failPercent, receiptDelayMs, isAnswering } = endpoint.settings()
  const nowMs = clock.now()
  const attachments = await fetchAttachments(endpoint, message.attachments)
  const drawn = drawFate(randomShare(random), failPercent)
  const fate = attachments ? drawn : NOT_FETCHED
  const finalAtMs = nowMs + receiptDelayMs
  const outbound: CarrierMessage = {
    ...message,
    attachments: attachments ?? message.attachments,
    uuid: newCarrierUuid(random),
    direction: 'outbound',
    status: fate.status,
    code: fate.code,
    receivedAtMs: nowMs,
    finalAtMs,
  }
  const isListening = isAnswering && fate.status === 'delivered'
  const answer = isListening ? await answerTo(endpoint, outbound, finalAtMs) : null
  await addCarrierMessages(store.db, answer ? [outbound, answer] : [outbound])
  return outbound.uuid
}

/** What cannot be fetched is not delivered. */
const NOT_FETCHED = { status: 'undeliverable', code: '1020' } as const

/** Fetches all that came with a message; null when a link leads to nothing. */
async function fetchAttachments(
  { fetchMedia }: MessagesEndpoint,
  attachments: TakenMessage['attachments'],
): Promise<TakenMessage['attachments'] | null> {
  if (!fetchMedia) return attachments
  const fetched: CarrierAttachment[] = []
  for (const attachment of attachments) {
    const sha256 = await fetchMedia(attachment.url)
    if (sha256 === null) return null
    fetched.push({ ...attachment, sha256 })
  }
  return fetched
}

/** People who wrote STOP last are silent from then on. */
async function answerTo(
  { store, random }: MessagesEndpoint,
  outbound: CarrierMessage,
  readAtMs: number,
): Promise<CarrierMessage | null> {
  const answer = drawAnswer(randomShare(random))
  if (answer === null) return null
  const last = await latestFromPhone(store.db, outbound.to)
  if (last?.text === 'STOP') return null
  return {
    uuid: newCarrierUuid(random),
    direction: 'inbound',
    from: outbound.to,
    to: outbound.from,
    text: answer.body,
    attachments: [],
    participants: [],
    clientRef: null,
    status: 'received',
    code: null,
    receivedAtMs: readAtMs + answer.afterMs,
    finalAtMs: null,
  }
}

function drawFate(
  random: () => number,
  failPercent: number,
): { readonly status: string; readonly code: string | null } {
  const draw = random() * 100
  if (draw >= failPercent) return { status: 'delivered', code: null }
  return draw < failPercent / 2 ? { status: 'rejected', code: '1050' } : { status: 'undeliverable', code: '1040' }
}
