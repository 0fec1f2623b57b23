import { judgeCanary } from '../../shared/domain/canary.ts'
import type { DeliveryState } from '../../shared/domain/delivery.ts'
import type { BroadcastId } from '../../shared/ids.ts'
import { CANARY } from '../../shared/rules/canary.ts'
import { DAY_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { officeHistory } from '../db/repos/broadcast-counts.ts'
import { statesOfBegun, stopsAmongBegun, watchedBroadcasts } from '../db/repos/broadcast-turns.ts'
import { getBroadcast, setBroadcastPaused, setCanary } from '../db/repos/broadcasts.ts'
import type { Writer } from '../db/schema.ts'
import type { Claimed } from './claimed.ts'
import type { DayBook } from './day-book.ts'

/** When the last of the first few of a broadcast is taken, the watch over them begins, in the same transaction. */
export async function watchFirstFew(
  trx: Writer,
  claimed: readonly Claimed[],
  days: DayBook,
  nowMs: Instant,
): Promise<void> {
  const taken = Map.groupBy(claimed, ({ candidate }) => candidate.broadcastId)
  for (const [id, copies] of taken) {
    const messageId = copies[0]?.candidate.delivery.messageId
    if (id === null || messageId === undefined) continue
    await watchWhenComplete(trx, id, days.everBegun(messageId) + copies.length, nowMs)
  }
}

async function watchWhenComplete(trx: Writer, id: BroadcastId, begun: number, nowMs: Instant): Promise<void> {
  const broadcast = await getBroadcast(trx, id)
  if (!broadcast || broadcast.canarySize === 0) return
  const { canarySize, canaryState } = broadcast
  if (canaryState !== 'none' && canaryState !== 'sending') return
  if (begun >= canarySize) await setCanary(trx, id, 'watching', nowMs + CANARY.watchMinutes * MINUTE_MS)
  else if (canaryState === 'none') await setCanary(trx, id, 'sending', null)
}

/**
 * Judges the first few of every watched broadcast by what is known of them now. Lets the rest follow, or holds it until a
 * person looked, with the numbers that say why. Returns how many broadcasts were decided on.
 */
export function judgeFirstFew(store: Store, nowMs: Instant): Promise<number> {
  return store.db.transaction().execute(async (trx) => {
    let decided = 0
    for (const { id, messageId, untilMs, createdAtMs } of await watchedBroadcasts(trx)) {
      const states = await statesOfBegun(trx, messageId, createdAtMs)
      const count = (wanted: readonly DeliveryState[]) =>
        states.filter(({ state }) => wanted.includes(state)).reduce((sum, row) => sum + row.count, 0)
      const result = {
        sent: states.reduce((sum, row) => sum + row.count, 0),
        delivered: count(['delivered']),
        failed: count(['failed', 'undeliverable', 'rejected']),
        optedOut: await stopsAmongBegun(trx, messageId, createdAtMs),
      }
      const baseline = await officeHistory(trx, nowMs - CANARY.historyDays * DAY_MS)
      const judged = judgeCanary(result, baseline, untilMs === null || untilMs <= nowMs)
      if (judged.verdict === 'wait') continue
      decided += 1
      await setCanary(trx, id, judged.verdict === 'trip' ? 'tripped' : 'passed', null)
      if (judged.verdict === 'trip') await setBroadcastPaused(trx, id, true, judged.why)
    }
    return decided
  })
}
