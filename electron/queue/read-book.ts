import { ok, type Result } from '../../shared/result.ts'
import { clearNetworkWaits } from '../db/repos/deliveries.ts'
import { type Line, pauseAllLines } from '../db/repos/lines.ts'
import type { RecordsError } from '../provider/port.ts'
import { afterFailedReading, afterReading } from './connection.ts'
import { syncInbound, type SyncParts } from './inbound-sync.ts'
import type { DeskParts } from './memory.ts'
import { momentNow } from './moment.ts'
import { reconcileDoubts } from './reconciler.ts'
import { syncStatuses } from './status-sync.ts'

/** What a reading brought: news about messages and people, a connection that changed, or nothing to speak of. */
export type Reading = 'news' | 'line_changed' | 'nothing'

/**
 * Reads the provider's book once for all lines: inbound first, so that a STOP counts before anything leaves; then what
 * became of the messages. It is also what tries the network while it is away.
 */
export async function readBook(parts: DeskParts, lines: readonly Line[]): Promise<Reading> {
  const { store, clock, timing, memory } = parts
  const sync = { ...parts, lines, overlapMs: timing.overlapMs, bookClock: memory.bookClock }
  const readAt = momentNow(parts)
  const readAtMs = readAt.wallMs
  const isBack = memory.connection.state !== 'online'
  const inbound = await byBookClock(sync, () => syncInbound(sync, readAtMs))
  if (!inbound.ok) return failReading(parts, lines, inbound.error)
  const statuses = await byBookClock(sync, () => syncStatuses(sync, readAtMs))
  if (!statuses.ok) return failReading(parts, lines, statuses.error)
  const asked = await reconcileDoubts(store, timing.doubt, clock.now())
  // Only that the network was away kept these. Where it is still in question, one of them at a time tries it.
  if (isBack) for (const line of lines) await clearNetworkWaits(store.db, line.id)
  memory.connection = afterReading(memory.connection, readAt, clock.now(), timing)
  const hasNews = inbound.value + statuses.value + asked.length > 0
  memory.hasNewsOfFirstFew ||= hasNews
  if (hasNews) return 'news'
  return isBack ? 'line_changed' : 'nothing'
}

/** Reads, and once more where the answers say that the book is dated by another clock than was thought. */
async function byBookClock(
  { store, bookClock }: SyncParts,
  read: () => Promise<Result<number, RecordsError>>,
): Promise<Result<number, RecordsError>> {
  const first = await read()
  const isOtherClock = await bookClock.keep(store.db)
  if (!first.ok || !isOtherClock) return first
  const again = await read()
  return again.ok ? ok(first.value + again.value) : again
}

async function failReading(parts: DeskParts, lines: readonly Line[], error: RecordsError): Promise<Reading> {
  const { store, clock, timing, memory } = parts
  const { state } = memory.connection
  memory.connection = afterFailedReading(memory.connection, error, clock.now(), timing)
  const isRefused = error.code === 'account' && lines.some(({ pause }) => pause === null)
  if (isRefused) await pauseAllLines(store.db, { code: 'credentials', httpStatus: error.httpStatus })
  return isRefused || state !== memory.connection.state ? 'line_changed' : 'nothing'
}
