import { problem, type WireAnswer } from './answers.ts'

/** A message that the carrier took; a test may change what becomes of it. */
export interface AcceptedMessage {
  readonly uuid: string
  readonly clientRef: string
  readonly to: string
  readonly from: string
  /** The words, or the caption that stands for them. */
  readonly text: string
  readonly channel: string
  readonly body: Readonly<Record<string, unknown>>
  status: string
  code: string | null
  /** What it cost, as the book writes it; null while the book does not say. */
  price: string | null
  currency: string
  readonly atMs: number
}

/** A text from somebody's phone. */
export interface InboundRecord {
  readonly uuid: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly atMs: number
}

/** What the carrier can tell of. */
export interface Book {
  readonly accepted: readonly AcceptedMessage[]
  readonly inbound: readonly InboundRecord[]
}

const PAGE_SIZE = 2
const DAY_MS = 86_400_000
const KNOWN = ['product', 'account_id', 'direction', 'date_start', 'date_end', 'include_message', 'cursor', 'iv']

/**
 * Tells records of at most 24 hours, two on a page, the start of the window included and its end not.
 * Source: developer.vonage.com/en/api/reports and /en/reports/guides/how-to-handle-pagination.
 */
export function tellRecords(url: URL, apiKey: string, { accepted, inbound }: Book): WireAnswer {
  const asked = Object.fromEntries(url.searchParams)
  const fromMs = Date.parse(asked['date_start'] ?? '')
  const toMs = Date.parse(asked['date_end'] ?? '')
  const fault = queryFault(asked, apiKey, toMs - fromMs)
  if (fault !== null) return problem(422, {}, { invalid_parameters: [{ name: fault, reason: 'not valid' }] })

  const records = asked['direction'] === 'outbound' ? accepted.map(outboundRecord) : inbound.map(inboundRecord)
  const within = records.filter(({ date_received: date }) => Date.parse(date) >= fromMs && Date.parse(date) < toMs)
  const start = Number(asked['cursor'] ?? '0')
  const end = start + PAGE_SIZE
  const hasMore = end < within.length
  const next = new URL(url)
  next.searchParams.set('cursor', String(end))
  next.searchParams.set('iv', ivOf(end))
  const body = {
    _links: { self: { href: url.href }, ...(hasMore ? { next: { href: next.href } } : {}) },
    request_status: hasMore ? 'TRUNCATED' : 'SUCCESS',
    items_count: Math.max(0, Math.min(PAGE_SIZE, within.length - start)),
    records: within.slice(start, end),
  }
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function queryFault(asked: Readonly<Record<string, string>>, apiKey: string, spanMs: number): string | null {
  const unknown = Object.keys(asked).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) return unknown
  if (asked['product'] !== 'MESSAGES') return 'product'
  if (asked['account_id'] !== apiKey) return 'account_id'
  if (!['inbound', 'outbound'].includes(asked['direction'] ?? '')) return 'direction'
  if (!(spanMs > 0 && spanMs <= DAY_MS)) return 'date_end'
  const { cursor, iv } = asked
  return cursor === undefined || iv === ivOf(Number(cursor)) ? null : 'iv'
}

/** Goes with one cursor and no other. */
function ivOf(cursor: number): string {
  return `iv+${cursor}/=`
}

function outboundRecord(message: AcceptedMessage) {
  return {
    account_id: 'wire',
    message_id: message.uuid,
    client_ref: message.clientRef,
    direction: 'outbound',
    from: message.from,
    to: message.to,
    message_body: message.text,
    status: message.status,
    error_code: message.code,
    provider: message.channel,
    date_received: new Date(message.atMs).toISOString(),
    ...(message.price === null ? {} : { total_price: message.price, currency: message.currency }),
  }
}

function inboundRecord(message: InboundRecord) {
  return {
    account_id: 'wire',
    message_id: message.uuid,
    direction: 'inbound',
    from: message.from,
    to: message.to,
    message_body: message.text,
    provider: 'sms',
    date_received: new Date(message.atMs).toISOString(),
  }
}
