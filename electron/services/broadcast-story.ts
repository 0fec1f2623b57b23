import type { BroadcastId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { costsOfBroadcast } from '../db/repos/broadcast-counts.ts'
import { leftOutGroupsOf, leftOutOf, listBroadcasts } from '../db/repos/broadcasts.ts'
import { shownDeliveriesOfBroadcast } from '../db/repos/delivery-rows.ts'
import { mediaOfBroadcast } from '../db/repos/media.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { broadcastRow, broadcastRows } from './broadcast-rows.ts'
import { showDelivery } from './delivery-story.ts'
import { showMedia } from './show-media.ts'

const BROADCASTS_SHOWN = 100
/** As many as a preview names. */
const LEFT_OUT_NAMED = 200

/** The latest broadcasts, each with how its messages stand. */
export async function broadcastList(desk: DeskServices): Promise<OutputOf<'broadcasts.list'>> {
  return { broadcasts: await broadcastRows(desk, await listBroadcasts(desk.store.db, BROADCASTS_SHOWN)) }
}

/** One broadcast with the first of those who were left out, all counted by reason. Error: `not_found`. */
export async function broadcastStory(
  desk: DeskServices,
  id: string,
): Promise<Result<OutputOf<'broadcasts.get'>, AppError>> {
  const row = await broadcastRow(desk, id as BroadcastId)
  if (!row.ok) return row
  const { db } = desk.store
  const leftOut = await leftOutOf(db, id as BroadcastId, LEFT_OUT_NAMED)
  const leftOutGroups = await leftOutGroupsOf(db, id as BroadcastId)
  const media = await mediaOfBroadcast(db, id as BroadcastId)
  const costs = await costsOfBroadcast(db, id as BroadcastId)
  return ok({
    ...row.value,
    media: media.map(showMedia),
    leftOut: [...leftOut],
    leftOutGroups: [...leftOutGroups],
    costs: [...costs],
  })
}

/** A page of a broadcast's copies in the order of their numbers. One of no broadcast has none. */
export async function broadcastCopies(
  desk: DeskServices,
  { id, after, limit }: ParsedInputOf<'broadcasts.copies'>,
): Promise<OutputOf<'broadcasts.copies'>> {
  const page = { after: after ?? '', limit }
  const deliveries = await shownDeliveriesOfBroadcast(desk.store.db, id as BroadcastId, page)
  const last = deliveries.length === limit ? deliveries.at(-1) : undefined
  return { deliveries: deliveries.map(showDelivery), after: last?.e164 ?? null }
}
