import { z } from 'zod'
import { type E164, isE164, isShortCode } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { InboundAttachment } from '../../db/repos/inbound-media.ts'

const digits = z.string().min(1).max(20)
const media = z.looseObject({ url: z.string().max(2000), caption: z.string().max(4000).nullish() })

/** A status of one message. Source: developer.vonage.com/en/messages/concepts/messages-status-callbacks. */
const statusBody = z.looseObject({
  message_uuid: z.string().min(1).max(100),
  status: z.string().min(1).max(40),
  timestamp: z.string(),
  client_ref: z.string().max(100).nullish(),
  error: z.looseObject({ type: z.string().nullish(), title: z.union([z.string(), z.number()]).nullish() }).nullish(),
  usage: z.looseObject({ price: z.union([z.string(), z.number()]), currency: z.string() }).nullish(),
})

/** A text that came in. Source: developer.vonage.com/en/api/messages, inbound message. */
const inboundBody = z.looseObject({
  message_uuid: z.string().min(1).max(100),
  from: digits,
  to: digits,
  timestamp: z.string(),
  text: z.string().max(20_000).nullish(),
  image: media.nullish(),
  audio: media.nullish(),
  video: media.nullish(),
  vcard: media.nullish(),
  file: media.nullish(),
  content: z
    .array(z.looseObject({ type: z.string(), url: z.string().max(2000).nullish(), text: z.string().nullish() }))
    .nullish(),
})

/** A status as a webhook tells it. */
export interface StatusNews {
  readonly providerUuid: string
  readonly status: string
  readonly atMs: Instant
  readonly clientRef: string | null
  readonly code: string | null
  readonly costMicros: number | null
  readonly costCurrency: string | null
}

/** A text as a webhook tells it. */
export interface InboundNews {
  readonly providerUuid: string
  readonly from: E164
  readonly to: E164
  readonly text: string
  readonly sentAtMs: Instant
  readonly attachments: readonly InboundAttachment[]
}

const KINDS = ['image', 'audio', 'video', 'vcard', 'file'] as const

/** Reads a status; null when it is none. */
export function readStatusNews(body: unknown): StatusNews | null {
  const read = statusBody.safeParse(body)
  const atMs = read.success ? Date.parse(read.data.timestamp) : NaN
  if (!read.success || Number.isNaN(atMs)) return null
  const { message_uuid: providerUuid, status, client_ref: clientRef, error, usage } = read.data
  return {
    providerUuid,
    status,
    atMs,
    clientRef: clientRef || null,
    code: codeOf(error),
    costMicros: usage ? microsOf(usage.price) : null,
    costCurrency: usage?.currency ?? null,
  }
}

/** Reads a text that came in; null when it is none, or comes from a sender that is no phone. */
export function readInboundNews(body: unknown): InboundNews | null {
  const read = inboundBody.safeParse(body)
  const sentAtMs = read.success ? Date.parse(read.data.timestamp) : NaN
  if (!read.success || Number.isNaN(sentAtMs)) return null
  const { data } = read
  // Our own side may be a short code.
  const [from, to] = [withPlus(data.from), isShortCode(data.to) ? data.to : withPlus(data.to)]
  if (!isE164(from) || !isOurs(to)) return null
  const attachments = [
    ...KINDS.flatMap((kind) => attachment(kind, data[kind]?.url)),
    ...(data.content ?? []).flatMap(({ type, url }) => attachment(type, url)),
  ]
  return { providerUuid: data.message_uuid, from, to, text: wordsOf(data), sentAtMs, attachments }
}

function isOurs(number: string): number is E164 {
  return isE164(number) || isShortCode(number)
}

function attachment(kind: string, url: string | null | undefined): readonly InboundAttachment[] {
  const known = KINDS.find((one) => one === kind)
  return known !== undefined && url && url.startsWith('https://') ? [{ kind: known, url }] : []
}

/** The words stand in the text, beside a picture as its caption, or among the parts of several. */
function wordsOf(data: z.infer<typeof inboundBody>): string {
  const captions = KINDS.map((kind) => data[kind]?.caption)
  const parts = (data.content ?? []).map(({ text }) => text)
  return [data.text, ...captions, ...parts].filter((words) => words).join('\n')
}

function codeOf(error: z.infer<typeof statusBody>['error']): string | null {
  const fromType = /#(\d{1,5})$/.exec(error?.type ?? '')?.[1]
  const title = error?.title === null || error?.title === undefined ? '' : String(error.title)
  return fromType ?? /^\d{1,5}$/.exec(title)?.[0] ?? null
}

function microsOf(price: string | number): number | null {
  const amount = price === '' ? NaN : Number(price)
  return Number.isFinite(amount) && amount >= 0 ? Math.round(amount * 1_000_000) : null
}

function withPlus(number: string): string {
  return number.startsWith('+') ? number : `+${number}`
}
