import { expect, test } from 'vitest'
import { cancelPlan } from '../../electron/db/repos/broadcast-plans.ts'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import { recoverInterrupted } from '../../electron/queue/recover.ts'
import { settleDelivery } from '../../electron/services/settle-delivery.ts'
import { addSomeStaff } from '../support/people.ts'
import { withStore } from '../support/store.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { addOffice } from './office.ts'
import { claimNext } from './one-message.ts'

test('a copy in doubt of a broadcast that was called back is not promised to be sent again', () =>
  withStore(async (store) => {
    const { db, clock } = store
    const maker = { store, clock, newId: store.newId }
    await addOffice(maker)
    const { id: broadcastId, deliveryIds } = await queueBroadcast(maker, numbers(1))
    const [id] = deliveryIds
    if (id === undefined) throw new Error('There is no copy')
    expect(await claimNext(store, { nowMs: clock.now(), inboundFreshAtMs: clock.now() })).not.toBeNull()
    await recoverInterrupted(store, clock.now())
    await cancelPlan(db, broadcastId)

    const staffId = await addSomeStaff(store)
    const again = await settleDelivery(maker, { id, decision: 'send_again', staffId })
    expect(again).toEqual({ ok: false, error: { code: 'broadcast_called_back' } })
    expect((await getDelivery(db, id))?.state).toBe('in_doubt')
    const left = await settleDelivery(maker, { id, decision: 'leave', staffId })
    expect(left).toMatchObject({ ok: true, value: { state: 'closed' } })
  }))
