import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BroadcastId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { costsOfBroadcast } from '../db/repos/broadcast-counts.ts'
import { leftOutOf, listBroadcasts } from '../db/repos/broadcasts.ts'
import { shownDeliveriesOfBroadcast } from '../db/repos/delivery-rows.ts'
import type { ShownDelivery } from '../db/repos/delivery-rows.ts'
import { mediaOfBroadcast } from '../db/repos/media.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { broadcastRow, broadcastRows } from './broadcast-rows.ts'
import { showDelivery } from './delivery-story.ts'
import { showMedia } from './show-media.ts'

const BROADCASTS_SHOWN = 100
const DELIVERIES_AT_ONCE = 300

/** The latest broadcasts, each with how its messages stand. */
export async function broadcastList(desk: DeskServices): Promise<OutputOf<'broadcasts.list'>> {
  return { broadcasts: await broadcastRows(desk, await listBroadcasts(desk.store.db, BROADCASTS_SHOWN)) }
}

/** One broadcast with every message and everybody who was left out. Error: `not_found`. */
export async function broadcastStory(
  desk: DeskServices,
  id: string,
): Promise<Result<OutputOf<'broadcasts.get'>, AppError>> {
  const row = await broadcastRow(desk, id as BroadcastId)
  if (!row.ok) return row
  const leftOut = await leftOutOf(desk.store.db, id as BroadcastId)
  const deliveries = await everyDelivery(desk.store.db, id as BroadcastId)
  const media = await mediaOfBroadcast(desk.store.db, id as BroadcastId)
  const costs = await costsOfBroadcast(desk.store.db, id as BroadcastId)
  return ok({
    ...row.value,
    media: media.map(showMedia),
    leftOut: [...leftOut],
    deliveries: deliveries.map(showDelivery),
    costs: [...costs],
  })
}

async function everyDelivery(reader: Reader, id: BroadcastId): Promise<readonly ShownDelivery[]> {
  const all: ShownDelivery[] = []
  let page: readonly ShownDelivery[]
  do {
    page = await shownDeliveriesOfBroadcast(reader, id, { after: all.at(-1)?.e164 ?? '', limit: DELIVERIES_AT_ONCE })
    all.push(...page)
    await nextTurn()
  } while (page.length === DELIVERIES_AT_ONCE)
  return all
}
