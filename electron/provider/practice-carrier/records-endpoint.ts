import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { type CarrierMessage, carrierMessagesBetween } from '../../db/repos/carrier-messages.ts'
import type { Store } from '../../db/open.ts'
import { measureBody } from '../../../shared/domain/message-body.ts'
import { PRICES } from '../../../shared/rules/prices.ts'
import { DAY_MS, type Instant } from '../../../shared/time.ts'
import { answerJson, answerProblem } from './http-answer.ts'

const PAGE_SIZE = 1000

const instant = z
  .string()
  .transform((text) => Date.parse(text))
  .refine((atMs) => !Number.isNaN(atMs))

/** A question for records. Source: developer.vonage.com/en/api/reports. */
const query = z
  .object({
    product: z.literal('MESSAGES'),
    account_id: z.string().min(1),
    direction: z.enum(['inbound', 'outbound']),
    date_start: instant,
    date_end: instant,
    cursor: z
      .string()
      .regex(/^\d+-[0-9a-f-]{36}$/)
      .optional(),
  })
  .refine(({ date_start, date_end }) => date_end > date_start && date_end - date_start <= DAY_MS)

/** Answers a question for records out of the book, as the book stands at `nowMs`. */
export async function tellRecords(store: Store, nowMs: Instant, url: URL, response: ServerResponse): Promise<void> {
  const asked = query.safeParse(Object.fromEntries(url.searchParams))
  if (!asked.success) {
    answerProblem(response, 422, 'Invalid params', { detail: 'The window must be dates of at most 24 hours.' })
    return
  }
  const { direction, date_start: fromMs, date_end: toMs, cursor } = asked.data
  const rows = await carrierMessagesBetween(store.db, {
    direction,
    fromMs,
    // Answers that people will give later are in the book already; nobody has seen them yet.
    toMs: Math.min(toMs, nowMs + 1),
    after: cursor === undefined ? null : placeOf(cursor),
    limit: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  const last = page.at(-1)
  const next = rows.length > PAGE_SIZE && last ? nextLink(url, `${last.receivedAtMs}-${last.uuid}`) : null
  answerJson(response, 200, {
    _links: { self: { href: url.href }, ...(next === null ? {} : { next: { href: next } }) },
    request_status: next === null ? 'SUCCESS' : 'TRUNCATED',
    received_at: new Date(nowMs).toISOString(),
    product: 'MESSAGES',
    direction,
    items_count: page.length,
    records: page.map((row) => recordOf(row, nowMs)),
  })
}

/** The status that a message has for someone who looks at `nowMs`. */
export function statusAt(message: CarrierMessage, nowMs: Instant): string {
  return message.finalAtMs !== null && nowMs < message.finalAtMs ? 'submitted' : message.status
}

function recordOf(message: CarrierMessage, nowMs: Instant): Readonly<Record<string, string | null>> {
  const common = {
    message_id: message.uuid,
    from: digitsOf(message.from),
    to: digitsOf(message.to),
    provider: isMms(message) ? 'mms' : 'sms',
    message_body: message.text,
    direction: message.direction,
    date_received: new Date(message.receivedAtMs).toISOString(),
  }
  if (message.direction === 'inbound') return common
  const isFinal = message.finalAtMs !== null && nowMs >= message.finalAtMs
  return {
    ...common,
    client_ref: message.clientRef,
    status: statusAt(message, nowMs),
    error_code: isFinal ? message.code : null,
    date_finalized: isFinal ? new Date(message.finalAtMs).toISOString() : null,
    total_price: (priceMicros(message) / 1_000_000).toFixed(8),
    currency: PRICES.currency,
  }
}

function digitsOf(number: string): string {
  return number.replace('+', '')
}

function isMms({ attachments, participants }: CarrierMessage): boolean {
  return attachments.length + participants.length > 0
}

/** What a real carrier would have asked, by the price table of the day. */
function priceMicros(message: CarrierMessage): number {
  return isMms(message) ? PRICES.mmsMicros : PRICES.smsSegmentMicros * measureBody(message.text).segments
}

function placeOf(cursor: string): { readonly receivedAtMs: Instant; readonly uuid: string } {
  const cut = cursor.indexOf('-')
  return { receivedAtMs: Number(cursor.slice(0, cut)), uuid: cursor.slice(cut + 1) }
}

function nextLink(url: URL, cursor: string): string {
  const next = new URL(url)
  next.searchParams.set('cursor', cursor)
  return next.href
}
