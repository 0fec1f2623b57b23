import { describe, expect, test } from 'vitest'
import { cancelPlan } from '../../electron/db/repos/broadcast-plans.ts'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import type { Ending } from '../../electron/queue/in-flight.ts'
import { recoverInterrupted } from '../../electron/queue/recover.ts'
import { settleEndings } from '../../electron/queue/settle.ts'
import { settleDelivery } from '../../electron/services/settle-delivery.ts'
import { addSomeStaff } from '../support/people.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { addOffice } from './office.ts'
import { claimNext } from './one-message.ts'

/** A broadcast of one copy, whose request is on its way. */
async function openCopy(store: TestStore) {
  const { clock, newId } = store
  const maker = { store, clock, newId }
  await addOffice(maker)
  const { id: broadcastId, deliveryIds } = await queueBroadcast(maker, numbers(1))
  const claim = await claimNext(store, { nowMs: clock.now(), inboundFreshAtMs: clock.now() })
  const [id] = deliveryIds
  if (id === undefined || claim === null || !('claimed' in claim)) throw new Error('Nothing is on its way')
  return { id, broadcastId, maker, claimed: claim.claimed }
}

test('a copy in doubt of a broadcast that was called back is not promised to be sent again', () =>
  withStore(async (store) => {
    const { id, broadcastId, maker } = await openCopy(store)
    await recoverInterrupted(store, store.clock.now())
    await cancelPlan(store.db, broadcastId)

    const staffId = await addSomeStaff(store)
    const again = await settleDelivery(maker, { id, decision: 'send_again', staffId })
    expect(again).toEqual({ ok: false, error: { code: 'broadcast_called_back' } })
    expect((await getDelivery(store.db, id))?.state).toBe('in_doubt')
    const left = await settleDelivery(maker, { id, decision: 'leave', staffId })
    expect(left).toMatchObject({ ok: true, value: { state: 'closed' } })
  }))

type End =
  | Omit<Extract<Ending, { outcome: unknown }>, 'claimed'>
  | Omit<Extract<Ending, { heldBack: unknown }>, 'claimed'>

describe('a copy whose broadcast is called back while its request is on its way', () => {
  test.for<[name: string, end: End, state: string]>([
    ['did not leave', { outcome: { class: 'NOT_SENT', cause: 'ECONNREFUSED' } }, 'cancelled'],
    ['came too fast', { outcome: { class: 'THROTTLED' } }, 'cancelled'],
    ['met an account without credit', { outcome: { class: 'ACCOUNT', cause: 'no_credit' } }, 'cancelled'],
    ['was held back at the last look', { heldBack: { to: 'queued', why: { code: 'not_opened' } } }, 'cancelled'],
    ['was held back by a stop', { heldBack: { to: 'blocked', why: { code: 'said_stop' } } }, 'blocked'],
    ['was taken', { outcome: { class: 'ACCEPTED', uuid: '5d00604f-0000-4000-8000-000000000001' } }, 'accepted'],
    ['had no answer', { outcome: { class: 'IN_DOUBT', cause: 'timeout' } }, 'in_doubt'],
  ])('and that %s ends by what is certain, at once', ([, end, state]) =>
    withStore(async (store) => {
      const { id, broadcastId, claimed } = await openCopy(store)
      await cancelPlan(store.db, broadcastId)
      await settleEndings(store, [{ claimed, ...end }], { nowMs: store.clock.now(), random: () => 0.5 })
      expect((await getDelivery(store.db, id))?.state).toBe(state)
    }),
  )

  test('takes no copy of another broadcast with it', () =>
    withStore(async (store) => {
      const { id, claimed, maker } = await openCopy(store)
      const { id: otherId } = await queueBroadcast(maker, numbers(1, 1))
      await cancelPlan(store.db, otherId)
      const outcome = { class: 'NOT_SENT', cause: 'ECONNREFUSED' } as const
      await settleEndings(store, [{ claimed, outcome }], { nowMs: store.clock.now(), random: () => 0.5 })
      expect((await getDelivery(store.db, id))?.state).toBe('queued')
    }))
})
