import { clearNetworkWaits } from '../db/repos/deliveries.ts'
import { type Line, pauseAllLines } from '../db/repos/lines.ts'
import type { RecordsError } from '../provider/port.ts'
import { afterFailedReading, afterReading } from './connection.ts'
import { syncInbound } from './inbound-sync.ts'
import type { DeskParts } from './memory.ts'
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
  const sync = { ...parts, lines, overlapMs: timing.overlapMs }
  const readAtMs = clock.now()
  const isBack = memory.connection.state !== 'online'
  const inbound = await syncInbound(sync, readAtMs)
  if (!inbound.ok) return failReading(parts, lines, inbound.error)
  const statuses = await syncStatuses(sync, readAtMs)
  if (!statuses.ok) return failReading(parts, lines, statuses.error)
  const asked = await reconcileDoubts(store, timing.doubt, clock.now())
  // Only that the network was away kept these. Where it is still in question, one of them at a time tries it.
  if (isBack) for (const line of lines) await clearNetworkWaits(store.db, line.id)
  memory.connection = afterReading(memory.connection, readAtMs, clock.now(), timing)
  const hasNews = inbound.value + statuses.value + asked.length > 0
  memory.hasNewsOfFirstFew ||= hasNews
  if (hasNews) return 'news'
  return isBack ? 'line_changed' : 'nothing'
}

async function failReading(parts: DeskParts, lines: readonly Line[], error: RecordsError): Promise<Reading> {
  const { store, clock, timing, memory } = parts
  const { state } = memory.connection
  memory.connection = afterFailedReading(memory.connection, error, clock.now(), timing)
  const isRefused = error.code === 'account' && lines.some(({ pause }) => pause === null)
  if (isRefused) await pauseAllLines(store.db, { code: 'credentials', httpStatus: error.httpStatus })
  return isRefused || state !== memory.connection.state ? 'line_changed' : 'nothing'
}
