import { addBroadcast, type NewBroadcast } from '../../electron/db/repos/broadcasts.ts'
import { addDeliveries, type NewDelivery } from '../../electron/db/repos/deliveries.ts'
import { addMessage } from '../../electron/db/repos/messages.ts'
import { addStaff } from '../../electron/db/repos/staff.ts'
import type { BroadcastId, DeliveryId, E164, MessageId, StaffId } from '../../shared/ids.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { LINE, type Maker } from './office.ts'

const STAFF = '01JDSTAFF0000000000000000A' as StaffId

/** A broadcast in the store. */
export interface MadeBroadcast {
  readonly id: BroadcastId
  readonly messageId: MessageId
  readonly deliveryIds: readonly DeliveryId[]
}

/** Numbers that belong to nobody. */
export function numbers(count: number, first = 0): readonly E164[] {
  return Array.from({ length: count }, (_, n) => `+1206556${String(first + n).padStart(4, '0')}` as E164)
}

/** Adds a broadcast with a copy for each number, all due now. An emergency, so that nobody need have agreed. */
export async function queueBroadcast(
  { store, clock, newId }: Maker,
  to: readonly E164[],
  change: Partial<Pick<NewBroadcast, 'rank' | 'canarySize' | 'perDay' | 'title'>> &
    Partial<Pick<NewDelivery, 'expiresAtMs' | 'segments' | 'lineId' | 'notBeforeMs'>> = {},
): Promise<MadeBroadcast> {
  const nowMs = clock.now()
  const { rank = 0, canarySize = 0, perDay = null, title = 'News', ...delivery } = change
  const id = newId() as BroadcastId
  const messageId = newId() as MessageId
  const deliveryIds = to.map(() => newId() as DeliveryId)
  await store.db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('staff').select('id').where('id', '=', STAFF).executeTakeFirst()
    if (!known) await addStaff(trx, { id: STAFF, name: 'Desk', createdAtMs: nowMs })
    await addBroadcast(trx, {
      id,
      onceKey: id,
      title,
      body: title,
      purpose: 'emergency',
      emergencyReason: 'a drill',
      startsAtMs: nowMs,
      staffId: STAFF,
      createdAtMs: nowMs,
      rank,
      canarySize,
      perDay,
    })
    await addMessage(trx, {
      id: messageId,
      onceKey: null,
      kind: 'broadcast',
      purpose: 'emergency',
      emergencyReason: 'a drill',
      broadcastId: id,
      staffId: STAFF,
      createdAtMs: nowMs,
    })
    for (let first = 0; first < to.length; first += 500) {
      const rows = to.slice(first, first + 500).map((e164, n): NewDelivery => ({
        id: deliveryIds[first + n] as DeliveryId,
        messageId,
        personId: null,
        e164,
        lineId: LINE,
        lane: 2,
        body: title,
        segments: 1,
        state: 'queued',
        notBeforeMs: nowMs,
        expiresAtMs: nowMs + 90 * 24 * HOUR_MS,
        createdAtMs: nowMs,
        ...delivery,
      }))
      await addDeliveries(trx, rows)
    }
  })
  return { id, messageId, deliveryIds }
}
