import { ok, type Result } from '../../shared/result.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import { oldestUnsettledAttemptAt } from '../db/repos/attempts.ts'
import { uuidsWithoutCost } from '../db/repos/delivery-costs.ts'
import { type StatusEvent, statusEventsOf } from '../db/repos/status-events.ts'
import type { ProviderRecord, RecordsError } from '../provider/port.ts'
import { recordStatus, type ReportedStatus } from '../services/record-status.ts'
import { windowsOf } from './book-windows.ts'
import type { SyncParts } from './inbound-sync.ts'

/** A record may bear a time a little before our own clock's. */
const CLOCK_SLACK_MS = 2 * MINUTE_MS
/** The networks give up after three days. Source: developer.vonage.com/en/api/sms, ttl. */
const NEWS_FOR_MS = 3 * DAY_MS

/**
 * Reads what became of the messages that left, as far as any of them still waits for news. Returns how many words were
 * new. Records are paid for, so nothing is read where nothing is open.
 */
export async function syncStatuses(parts: SyncParts, nowMs: Instant): Promise<Result<number, RecordsError>> {
  const oldestMs = await oldestUnsettledAttemptAt(parts.store.db, nowMs - NEWS_FOR_MS)
  if (oldestMs === null) return ok(0)
  let count = 0
  for (const window of windowsOf(Math.min(oldestMs, nowMs) - CLOCK_SLACK_MS, nowMs + 1)) {
    const records = await parts.provider.fetchRecords({ direction: 'outbound', ...window })
    if (!records.ok) return records
    count += await takeIn(parts, records.value)
  }
  return ok(count)
}

async function takeIn(parts: SyncParts, records: readonly ProviderRecord[]): Promise<number> {
  const numbers = new Set(parts.lines.map(({ e164 }) => e164))
  const ours = records.filter((record) => numbers.has(record.from))
  const uuids = ours.map((record) => record.uuid)
  const said = new Set((await statusEventsOf(parts.store.db, uuids)).map(keyOf))
  const unpriced = await uuidsWithoutCost(parts.store.db, uuids)
  const isNews = (event: ReportedStatus) =>
    !said.has(keyOf(event)) || (event.cost !== null && unpriced.has(event.providerUuid))
  const fresh = ours.map(eventOf).filter(isNews)
  for (const event of fresh) await recordStatus(parts, event)
  return fresh.length
}

function eventOf(record: ProviderRecord): ReportedStatus {
  const { costMicros: micros, costCurrency: currency } = record
  return {
    providerUuid: record.uuid,
    status: record.status ?? 'submitted',
    atMs: record.finalizedAtMs ?? record.receivedAtMs,
    clientRef: record.clientRef,
    code: record.errorCode,
    cost: micros === null || currency === null ? null : { micros, currency },
  }
}

function keyOf(event: StatusEvent): string {
  return `${event.providerUuid} ${event.status} ${event.atMs}`
}
