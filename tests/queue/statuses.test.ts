import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getDelivery } from '../../electron/db/repos/deliveries.ts'
import type { StatusEvent } from '../../electron/db/repos/status-events.ts'
import { standingSuppressions } from '../../electron/db/repos/suppressions.ts'
import { settleDelivery } from '../../electron/services/settle-delivery.ts'
import { recordStatus } from '../../electron/services/record-status.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import { addSomeStaff } from '../support/people.ts'
import { withStore } from '../support/store.ts'
import { ADA, addOffice, type Maker, queueText } from './office.ts'
import { claimNext, settleAttempt } from './one-message.ts'

const UUID = '5d00604f-0000-4000-8000-000000000000'

/** Claims the one message that waits. */
async function claim(maker: Maker) {
  const nowMs = maker.clock.now()
  const claimed = await claimNext(maker.store, { nowMs, inboundFreshAtMs: nowMs })
  if (claimed === null || !('claimed' in claimed)) throw new Error('Nothing was claimed')
  return claimed.claimed
}

function event(clientRef: string, status: string, code: string | null = null): StatusEvent {
  return { providerUuid: UUID, status, atMs: 1, clientRef, code }
}

async function stateOf(maker: Maker, id: DeliveryId) {
  return (await getDelivery(maker.store.db, id))?.state
}

test('receipts in any order, doubled, before or after the answer, end the same', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const words = fc.shuffledSubarray(['answer', 'submitted', 'submitted', 'delivered', 'delivered', 'read'], {
      minLength: 6,
    })
    let round = 0
    await fc.assert(
      fc.asyncProperty(words, async (order) => {
        const id = await queueText(maker, ADA)
        const claimed = await claim(maker)
        const uuid = UUID.replace('0000', String(1000 + round++))
        for (const word of order) {
          if (word === 'answer') {
            await settleAttempt(store, claimed, { class: 'ACCEPTED', uuid }, { nowMs: 0, random: () => 0 })
          } else await recordStatus(maker, { ...event(claimed.clientRef, word), providerUuid: uuid })
        }
        expect(await getDelivery(store.db, id)).toMatchObject({ state: 'delivered', providerUuid: uuid })
      }),
      { numRuns: 40 },
    )
  }))

test('an end is an end', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const id = await queueText(maker, ADA)
    const { clientRef } = await claim(maker).then(async (claimed) => {
      await settleAttempt(store, claimed, { class: 'ACCEPTED', uuid: UUID }, { nowMs: 0, random: () => 0 })
      return claimed
    })
    await recordStatus(maker, event(clientRef, 'undeliverable', '1040'))
    await recordStatus(maker, { ...event(clientRef, 'delivered'), atMs: 2 })
    await recordStatus(maker, { ...event(clientRef, 'submitted'), atMs: 3 })
    expect(await stateOf(maker, id)).toBe('undeliverable')
  }))

test('the news that the first one arrived calls off a second one that a person asked for', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const id = await queueText(maker, ADA)
    const claimed = await claim(maker)
    await settleAttempt(store, claimed, { class: 'IN_DOUBT', cause: 'ECONNRESET' }, { nowMs: 0, random: () => 0 })
    const settled = await settleDelivery(maker, { id, decision: 'send_again', staffId: await addSomeStaff(store) })
    expect(settled.ok && settled.value.state).toBe('queued')
    await recordStatus(maker, event(claimed.clientRef, 'delivered'))
    expect(await getDelivery(store.db, id)).toMatchObject({ state: 'cancelled', why: { code: 'arrived' } })
  }))

test('an id that belongs to another message proves nothing', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const ids = [await queueText(maker, ADA), await queueText(maker, ADA)]
    for (const _ of ids) {
      const claimed = await claim(maker)
      await settleAttempt(store, claimed, { class: 'ACCEPTED', uuid: UUID }, { nowMs: 0, random: () => 0 })
    }
    const states = await Promise.all(ids.map((id) => stateOf(maker, id)))
    expect(states).toEqual(expect.arrayContaining(['accepted', 'in_doubt']))
  }))

test('a word about a message that is not ours is kept and changes nothing', () =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    expect(await recordStatus(maker, event('01JDZ0000000000000000000ZZ.1', 'delivered'))).toBeNull()
  }))

test.for(['9', '1240'])('a rejection because of an opt-out at the network blocks the number: code %s', (code) =>
  withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    const id = await queueText(maker, ADA)
    const claimed = await claim(maker)
    const waiting = await queueText(maker, ADA)
    await settleAttempt(store, claimed, { class: 'ACCEPTED', uuid: UUID }, { nowMs: 0, random: () => 0 })
    await recordStatus(maker, event(claimed.clientRef, 'rejected', code))
    expect(await standingSuppressions(store.db, [ADA])).toMatchObject([{ source: 'provider' }])
    const states = [await stateOf(maker, id), await stateOf(maker, waiting)]
    expect(states).toEqual(expect.arrayContaining(['blocked', 'rejected']))
  }),
)
