import { listLines } from '../db/repos/lines.ts'
import type { InboundNews, StatusNews } from '../provider/webhook/read-webhook.ts'
import { recordInbound, type RecordInboundParts } from './record-inbound.ts'
import { recordStatus } from './record-status.ts'

/**
 * Keeps a text that a webhook brought, as one that the provider's book told, and where its pictures lie. False when it is for a number that is not
 * entered here: the account may have others.
 */
export async function takeInbound(parts: RecordInboundParts, news: InboundNews): Promise<boolean> {
  const line = (await listLines(parts.store.db)).find(({ e164 }) => e164 === news.to)
  if (!line) return false
  const { providerUuid, from: e164, text: body, sentAtMs, attachments } = news
  await recordInbound(parts, { providerUuid, lineId: line.id, e164, body, sentAtMs, attachments })
  return true
}

/** Keeps what a webhook told of a message, as the provider's book would. */
export async function takeStatus(parts: RecordInboundParts, news: StatusNews): Promise<void> {
  const { costMicros: micros, costCurrency: currency, ...event } = news
  await recordStatus(parts, { ...event, cost: micros === null || currency === null ? null : { micros, currency } })
}
