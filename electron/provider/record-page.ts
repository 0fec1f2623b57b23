import { z } from 'zod'
import { type E164, isE164, isShortCode } from '../../shared/ids.ts'
import type { ProviderRecord, RecordsWindow } from './port.ts'

const link = z.object({ href: z.string() })

/** A page of the book as the SDK hands it over (camel case); fields that we do not read are let through. */
const wirePage = z.looseObject({
  records: z.array(
    z.looseObject({
      messageId: z.string().min(1),
      from: z.string(),
      to: z.string(),
      dateReceived: z.string(),
      dateFinalized: z.string().nullish(),
      messageBody: z.string().nullish(),
      clientRef: z.string().nullish(),
      status: z.string().nullish(),
      errorCode: z.union([z.string(), z.number()]).nullish(),
      totalPrice: z.union([z.string(), z.number()]).nullish(),
      currency: z.string().nullish(),
    }),
  ),
  links: z.looseObject({ next: link.nullish() }).nullish(),
})

type WireRecord = z.infer<typeof wirePage>['records'][number]

/** One page of records and where the next one is, if there is one. */
export interface RecordPage {
  readonly records: readonly ProviderRecord[]
  readonly next: { readonly cursor: string; readonly iv: string | null } | null
}

/** Reads a page; null when it is not a page of the book or holds a date that is none. */
export function readRecordPage(page: unknown, direction: RecordsWindow['direction']): RecordPage | null {
  const parsed = wirePage.safeParse(page)
  if (!parsed.success) return null
  const records: ProviderRecord[] = []
  for (const wire of parsed.data.records) {
    const record = readRecord(wire, direction)
    if (record === 'garbled') return null
    if (record !== 'not_a_phone') records.push(record)
  }
  const next = parsed.data.links?.next
  return { records, next: next ? readCursor(next.href) : null }
}

/**
 * Short codes and named senders write to us too (banks, carriers); they cannot be texted and are no one's phone. Our own
 * side may be a short code.
 */
function readRecord(
  wire: WireRecord,
  direction: RecordsWindow['direction'],
): ProviderRecord | 'garbled' | 'not_a_phone' {
  const isOut = direction === 'outbound'
  const from = isOut ? ourNumber(wire.from) : withPlus(wire.from)
  const to = isOut ? withPlus(wire.to) : ourNumber(wire.to)
  if (!isE164(isOut ? to : from)) return 'not_a_phone'
  const receivedAtMs = Date.parse(wire.dateReceived)
  const finalizedAtMs = wire.dateFinalized ? Date.parse(wire.dateFinalized) : null
  if (Number.isNaN(receivedAtMs) || Number.isNaN(finalizedAtMs)) return 'garbled'
  return {
    direction,
    uuid: wire.messageId,
    from: from as E164,
    to: to as E164,
    text: wire.messageBody ?? '',
    clientRef: wire.clientRef || null,
    status: wire.status || null,
    errorCode: wire.errorCode ? String(wire.errorCode) : null,
    receivedAtMs,
    finalizedAtMs,
    costMicros: wire.currency ? microsOf(wire.totalPrice) : null,
    costCurrency: wire.currency || null,
  }
}

/** A price as the book writes it, such as `0.00830000`. */
function microsOf(price: string | number | null | undefined): number | null {
  const amount = price === null || price === undefined || price === '' ? NaN : Number(price)
  return Number.isFinite(amount) && amount >= 0 ? Math.round(amount * 1_000_000) : null
}

function ourNumber(digits: string): string {
  return isShortCode(digits) ? digits : withPlus(digits)
}

function withPlus(digits: string): string {
  return digits.startsWith('+') ? digits : `+${digits}`
}

function readCursor(href: string): RecordPage['next'] {
  const query = new URLSearchParams(href.slice(href.indexOf('?') + 1))
  const cursor = query.get('cursor')
  return cursor === null ? null : { cursor, iv: query.get('iv') }
}
