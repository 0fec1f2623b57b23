import { expect, test } from 'vitest'
import { addBroadcast } from '../../electron/db/repos/broadcasts.ts'
import { beginPlan, endPlan } from '../../electron/db/repos/broadcast-plans.ts'
import { addDeliveries, getDelivery } from '../../electron/db/repos/deliveries.ts'
import { addMessage } from '../../electron/db/repos/messages.ts'
import { claimNext, settleAttempt } from './one-message.ts'
import type { BroadcastId, DeliveryId, MessageId, StaffId } from '../../shared/ids.ts'
import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import { addSomeStaff } from '../support/people.ts'
import { addSomeConsentEvent } from '../support/consent.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { ADA, addOffice, LINE, queueText } from './office.ts'

/** Tuesday, 10:00 in Seattle. */
const MORNING = Date.UTC(2026, 10, 24, 18)

type Purpose = 'care' | 'marketing'

function withQueue(use: (store: TestStore, staffId: StaffId) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    store.clock.set(MORNING)
    await addOffice({ store, clock: store.clock, newId: store.newId }, 60_000)
    await addSomeConsentEvent(store, { purpose: 'marketing', kind: 'granted', source: 'web' })
    await use(store, await addSomeStaff(store))
  })
}

/** One copy of a broadcast that was planned for `e164` some time ago, when nothing was known against it. */
async function plannedCopy(
  store: TestStore,
  staffId: StaffId,
  { purpose = 'care', mayExceedCaps = false, isPlanned = true }: PlannedOptions = {},
): Promise<DeliveryId> {
  // Of two broadcasts of one moment nobody can say which comes first.
  store.clock.advance(1)
  const ids = { broadcast: store.newId() as BroadcastId, message: store.newId() as MessageId }
  const id = store.newId() as DeliveryId
  const createdAtMs = store.clock.now()
  const words = { title: 'Closed', body: 'We stay closed.', purpose, emergencyReason: null }
  const times = { startsAtMs: createdAtMs, createdAtMs }
  await addBroadcast(store.db, { id: ids.broadcast, onceKey: id, perDay: null, staffId, ...words, ...times })
  const none = { onceKey: null, emergencyReason: null }
  const message = { id: ids.message, kind: 'broadcast', broadcastId: ids.broadcast } as const
  await addMessage(store.db, { ...none, ...message, purpose, staffId, createdAtMs })
  await beginPlan(store.db, ids.broadcast, {})
  const frame = { id, messageId: ids.message, personId: null, e164: ADA, lineId: LINE, lane: 2, createdAtMs } as const
  const copy = { body: words.body, segments: 1, state: 'queued' } as const
  await addDeliveries(store.db, [
    { ...frame, ...copy, notBeforeMs: createdAtMs, expiresAtMs: createdAtMs + 2 * DAY_MS },
  ])
  const end = { startsAtMs: createdAtMs, canarySize: 0, mayExceedCaps }
  if (isPlanned) await endPlan(store.db, ids.broadcast, end)
  return id
}

interface PlannedOptions {
  readonly purpose?: Purpose
  readonly mayExceedCaps?: boolean
  readonly isPlanned?: boolean
}

/** Lets everything leave that may; answers what did, in order. */
async function leave(store: TestStore): Promise<readonly DeliveryId[]> {
  const left: DeliveryId[] = []
  for (;;) {
    const nowMs = store.clock.now()
    const claim = await claimNext(store, { nowMs, inboundFreshAtMs: nowMs })
    if (claim === null) return left
    if (!('claimed' in claim)) continue
    left.push(claim.claimed.candidate.delivery.id)
    const uuid = `5d00604f-0000-4000-8000-${String(nowMs + left.length)
      .padStart(12, '0')
      .slice(-12)}`
    await settleAttempt(store, claim.claimed, { class: 'ACCEPTED', uuid }, { nowMs, random: () => 0 })
  }
}

test('after an outage a day has one care text, and the other goes the next morning', () =>
  withQueue(async (store, staffId) => {
    const first = await plannedCopy(store, staffId)
    const second = await plannedCopy(store, staffId)
    expect(await leave(store)).toEqual([first])
    expect(await getDelivery(store.db, second)).toMatchObject({
      state: 'queued',
      notBeforeMs: Date.UTC(2026, 10, 25, 16),
    })
    store.clock.set(Date.UTC(2026, 10, 25, 16))
    expect(await leave(store)).toEqual([second])
  }))

test('a person’s reason lets a copy go over the cap, and a word to one person was asked about when it was written', () =>
  withQueue(async (store, staffId) => {
    const first = await plannedCopy(store, staffId, { mayExceedCaps: true })
    const urgent = await plannedCopy(store, staffId, { mayExceedCaps: true })
    const word = await queueText({ store, clock: store.clock, newId: store.newId }, ADA)
    expect(new Set(await leave(store))).toEqual(new Set([first, urgent, word]))
  }))

test('an offer that has become one too many does not leave, and says by which rule', () =>
  withQueue(async (store, staffId) => {
    const first = await plannedCopy(store, staffId, { purpose: 'marketing' })
    const second = await plannedCopy(store, staffId, { purpose: 'marketing' })
    expect(await leave(store)).toEqual([first])
    expect(await getDelivery(store.db, second)).toMatchObject({
      state: 'blocked',
      why: { code: 'too_often', rule: 'cap.offers' },
    })
  }))

test('three offers in a day are the law where nobody knows the state, whatever a person says', () =>
  withQueue(async (store, staffId) => {
    for (let n = 0; n < 3; n += 1) await plannedCopy(store, staffId, { purpose: 'marketing', mayExceedCaps: true })
    expect(await leave(store)).toHaveLength(3)
    store.clock.advance(HOUR_MS)
    const fourth = await plannedCopy(store, staffId, { purpose: 'marketing', mayExceedCaps: true })
    expect(await leave(store)).toEqual([])
    expect((await getDelivery(store.db, fourth))?.why).toEqual({ code: 'too_often', rule: 'cap.state' })
  }))

test('a copy of a broadcast that is not planned to its end stays', () =>
  withQueue(async (store, staffId) => {
    const half = await plannedCopy(store, staffId, { isPlanned: false })
    expect(await leave(store)).toEqual([])
    expect((await getDelivery(store.db, half))?.state).toBe('queued')
  }))
