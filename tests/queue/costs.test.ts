import { expect, test } from 'vitest'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import { recordStatus } from '../../electron/services/record-status.ts'
import { claimNext, settleAttempt } from './one-message.ts'
import { withStore } from '../support/store.ts'
import { ADA, addOffice, queueText } from './office.ts'
import { withDesk } from './desk.ts'

const UUID = '5d00604f-0000-4000-8000-000000000000'

test('a price is kept once, whatever is said later', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const id = await queueText(maker, ADA)
    const nowMs = store.clock.now()
    const claim = await claimNext(store, { nowMs, inboundFreshAtMs: nowMs })
    if (claim === null || !('claimed' in claim)) throw new Error('Nothing was claimed')
    const { clientRef } = claim.claimed
    await settleAttempt(store, claim.claimed, { class: 'ACCEPTED', uuid: UUID }, { nowMs, random: () => 0 })
    const word = { providerUuid: UUID, status: 'submitted', atMs: 1, clientRef, code: null }
    const cost = async () => {
      const delivery = await getDelivery(store.db, id)
      return [delivery?.costMicros, delivery?.costCurrency]
    }

    await recordStatus(maker, word)
    expect(await cost()).toEqual([null, null])
    await recordStatus(maker, { ...word, cost: { micros: 8_300, currency: 'EUR' } })
    expect(await cost()).toEqual([8_300, 'EUR'])
    await recordStatus(maker, { ...word, status: 'delivered', cost: { micros: 9_900, currency: 'USD' } })
    expect(await cost()).toEqual([8_300, 'EUR'])
  }))

test('the price in the carrier’s book comes to its delivery', () =>
  withDesk(async (rig) => {
    const id = await queueText(rig, ADA)
    await rig.passUntil(id, 'delivered')
    expect(await rig.delivery(id)).toMatchObject({ costMicros: 12_000, costCurrency: 'USD' })
  }))
