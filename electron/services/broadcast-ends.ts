import { capOf } from '../queue/budget.ts'
import { type DayShare, estimateEnd } from '../../shared/domain/pacing.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { BroadcastId } from '../../shared/ids.ts'
import { STOPPING_HOLDS } from '../../shared/ipc/contract/queue.ts'
import { DAY_CAP_ZONE } from '../../shared/rules/line-classes.ts'
import { addDays, type Instant, isoDay, startOfDay } from '../../shared/time.ts'
import { begunSince, type OpenBroadcast, openBroadcasts } from '../db/repos/broadcast-turns.ts'
import type { Broadcast } from '../db/repos/broadcasts.ts'
import { personalLoad, waitingOfMessage } from '../db/repos/queue-counts.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { lineStatus } from './line-status.ts'

/** A broadcast that is on its way, with what of it waits. */
interface Waiting extends OpenBroadcast {
  readonly segments: number
  readonly lastAtMs: Instant
}

/**
 * When the last message of each broadcast leaves, if nothing comes in between: at the line's pace, behind what goes before
 * it, within the line's day, its own share of a day, and the hours at the office. One that cannot leave has no end.
 */
export async function estimatedEnds(
  desk: DeskServices,
  broadcasts: readonly Broadcast[],
): Promise<ReadonlyMap<BroadcastId, Instant>> {
  const { db } = desk.store
  const waiting: Waiting[] = []
  for (const open of await openBroadcasts(db, desk.lineId)) {
    const { segments, lastAtMs } = await waitingOfMessage(db, open.messageId)
    waiting.push({ ...open, segments, lastAtMs: lastAtMs ?? open.dueAtMs })
  }
  const asked = new Map(broadcasts.map((broadcast) => [broadcast.id, broadcast]))
  const ends = new Map<BroadcastId, Instant>()
  if (!waiting.some(({ id }) => asked.has(id))) return ends
  const personal = await personalLoad(db, desk.lineId, desk.clock.now())
  const line = await lineOf(desk)
  if (line === null) return ends
  for (const one of waiting) {
    const broadcast = asked.get(one.id)
    if (!broadcast) continue
    const endMs = estimateEnd({
      count: personal.segments + aheadOf(one, waiting) + one.segments,
      ratePerMin: line.ratePerMin,
      startAt: Math.max(desk.clock.now(), one.dueAtMs),
      days: [...line.days, ...(await dripOf(desk, one))],
      opensAt: (at) => opensAt(desk, broadcast, at),
    })
    if (endMs !== Infinity) ends.set(one.id, Math.max(endMs, one.lastAtMs))
  }
  return ends
}

/** All of what has a lower rank goes before; with those of the same rank it takes turns. */
function aheadOf(one: Waiting, all: readonly Waiting[]): number {
  return all
    .filter((other) => other.id !== one.id && other.rank <= one.rank)
    .reduce((sum, other) => sum + (other.rank < one.rank ? other.segments : Math.min(other.segments, one.segments)), 0)
}

/** The pace and the day of the desk's line; null while nothing can leave. */
async function lineOf(
  desk: DeskServices,
): Promise<{ readonly ratePerMin: number; readonly days: readonly DayShare[] } | null> {
  const status = await lineStatus(desk)
  const line = status.lines.find(({ id }) => id === desk.lineId)
  if (!line || status.linePause !== null || status.holds.some((hold) => STOPPING_HOLDS.has(hold))) return null
  const ratePerMin = line.ratePerMin * line.share
  if (line.dailyCap === null) return { ratePerMin, days: [] }
  const perDay = capOf({ cap: line.dailyCap }, 2)
  const left = Math.max(0, perDay - line.usedToday)
  return { ratePerMin, days: [{ left, perDay, nextDayAt: (at) => nextDay(at, DAY_CAP_ZONE) }] }
}

async function dripOf(desk: DeskServices, { perDay, messageId }: Waiting): Promise<readonly DayShare[]> {
  if (perDay === null) return []
  const zone = desk.practiceZone()
  const sinceMs = startOfDay(isoDay(desk.clock.now(), zone), zone)
  const begun = await begunSince(desk.store.db, { messageId }, sinceMs)
  return [{ left: Math.max(0, perDay - begun.count), perDay, nextDayAt: (at) => nextDay(at, zone) }]
}

function nextDay(at: Instant, zone: string): Instant {
  return startOfDay(addDays(isoDay(at, zone), 1), zone)
}

/** Most of an office's people are where it is. */
function opensAt(desk: DeskServices, { purpose }: Broadcast, at: Instant): Instant | null {
  const lawful = nextLawfulInstant({
    at,
    zones: [desk.practiceZone()],
    purpose: purpose === 'marketing' ? 'marketing' : 'care',
    emergency: purpose === 'emergency',
  })
  return lawful?.at ?? null
}
