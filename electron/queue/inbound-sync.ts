import type { Line } from '../db/repos/lines.ts'
import { ok, type Result } from '../../shared/result.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { knownInboundUuids } from '../db/repos/inbound-messages.ts'
import { readSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { Provider, ProviderRecord, RecordsError } from '../provider/port.ts'
import { recordInbound, type RecordInboundParts } from '../services/record-inbound.ts'
import { windowsOf } from './book-windows.ts'

/** What reading the book works with. */
export interface SyncParts extends RecordInboundParts {
  readonly store: Store
  readonly provider: Provider
  /** All lines of the account: its book is read once for all of them. */
  readonly lines: readonly Line[]
  /** How far to read back over what was read before: the provider does not say how late a record may appear. */
  readonly overlapMs: number
}

const KEY = 'queue.inbound_read_up_to_ms'
/** While the clock was wrong, what came in may have been looked for at the wrong hours. */
const WRONG_CLOCK_MS = 3 * DAY_MS
/** How far back to read after a long absence; the provider keeps its records for 13 months. */
const LONGEST_ABSENCE_MS = 90 * DAY_MS
/** The mark only saves reading again after a restart, so it need not cost a write each time. */
const KEEP_MARK_EVERY_MS = MINUTE_MS

/**
 * Reads every text that came in since the last time and acts on each, oldest first, so that a STOP counts before anything
 * leaves. Returns how many were new.
 */
export async function syncInbound(parts: SyncParts, nowMs: Instant): Promise<Result<number, RecordsError>> {
  const { store, provider, lines, overlapMs } = parts
  const readUpToMs = await readMark(store.db)
  const sinceMs = readUpToMs ?? Math.min(...lines.map(({ createdAtMs }) => createdAtMs))
  const startMs = Math.min(sinceMs, nowMs) - overlapMs
  let count = 0
  for (const window of windowsOf(Math.max(startMs, nowMs - LONGEST_ABSENCE_MS), nowMs + 1)) {
    const records = await provider.fetchRecords({ direction: 'inbound', ...window })
    if (!records.ok) return records
    count += await takeIn(parts, records.value)
  }
  const isMarkOld = readUpToMs === null || Math.abs(nowMs - readUpToMs) >= KEEP_MARK_EVERY_MS
  if (isMarkOld) await writeSetting(store.db, KEY, nowMs)
  return ok(count)
}

/** Up to when all that came in is stored; null before the first reading. Only this file writes it. */
async function readMark(db: Reader): Promise<Instant | null> {
  return ((await readSetting(db, KEY)) ?? null) as Instant | null
}

/** Makes the next reading go back far enough to find what a wrong clock made it miss. */
export async function readInboundAnew(db: Writer, nowMs: Instant): Promise<void> {
  const readUpToMs = await readMark(db)
  if (readUpToMs !== null) await writeSetting(db, KEY, Math.min(readUpToMs, nowMs) - WRONG_CLOCK_MS)
}

async function takeIn(parts: SyncParts, records: readonly ProviderRecord[]): Promise<number> {
  const known = await knownInboundUuids(
    parts.store.db,
    records.map((record) => record.uuid),
  )
  const lineOf = new Map(parts.lines.map(({ e164, id }) => [e164, id]))
  const fresh = records
    .flatMap((record) => {
      const lineId = lineOf.get(record.to)
      return lineId === undefined || known.has(record.uuid) ? [] : [{ record, lineId }]
    })
    .toSorted((left, right) => left.record.receivedAtMs - right.record.receivedAtMs)
  for (const { record, lineId } of fresh) {
    await recordInbound(parts, {
      providerUuid: record.uuid,
      lineId,
      e164: record.from,
      body: record.text,
      sentAtMs: record.receivedAtMs,
    })
  }
  return fresh.length
}
