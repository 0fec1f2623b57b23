import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptsOf } from '../../electron/db/repos/attempts.ts'
import { type Delivery, getDelivery } from '../../electron/db/repos/deliveries.ts'
import { expireOverdue } from '../../electron/queue/expire.ts'
import { reconcileDoubts } from '../../electron/queue/reconciler.ts'
import { recoverInterrupted } from '../../electron/queue/recover.ts'
import { recordInbound } from '../../electron/services/record-inbound.ts'
import { recordStatus } from '../../electron/services/record-status.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { DeliveryId, E164 } from '../../shared/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { ADA, addOffice, BEN, LINE, queueText } from './office.ts'
import { claimNext, settleAttempt } from './one-message.ts'

/** What the wire does with one request: what the sender sees, and whether the carrier has the message. */
const FATES = ['accepted', 'cut', 'lost', 'refused', 'not_sent', 'throttled', 'killed_with', 'killed_without'] as const
type Fate = (typeof FATES)[number]

const anyEvent = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('queue' as const), to: fc.constantFrom(ADA, BEN) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('send' as const), fate: fc.constantFrom(...FATES) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const), from: fc.constantFrom(ADA, BEN) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('receipts' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look_up' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  },
)
type Event = typeof anyEvent extends fc.Arbitrary<infer E> ? E : never

/** The truth outside Optdesk: what the carrier has, and who said stop. */
class World {
  readonly store: TestStore
  readonly maker: { readonly store: TestStore; readonly clock: TestStore['clock']; readonly newId: TestStore['newId'] }
  readonly ids: DeliveryId[] = []
  readonly carrier: { readonly clientRef: string; readonly uuid: string }[] = []
  readonly stopped = new Set<E164>()
  #texts = 0

  constructor(store: TestStore) {
    this.store = store
    this.maker = { store, clock: store.clock, newId: store.newId }
  }

  async take(event: Event): Promise<void> {
    const { store, maker } = this
    const nowMs = store.clock.now()
    if (event.kind === 'queue') this.ids.push(await queueText(maker, event.to, { expiresAtMs: nowMs + HOUR_MS }))
    else if (event.kind === 'send') await this.#send(event.fate)
    else if (event.kind === 'pass') {
      store.clock.advance(event.minutes * MINUTE_MS)
      await expireOverdue(store, store.clock.now())
    } else if (event.kind === 'look_up') {
      await this.#receipts()
      await reconcileDoubts(store, { recordLagMs: MINUTE_MS, spacingMs: MINUTE_MS, lookUpsNeeded: 2 }, nowMs)
    } else if (event.kind === 'receipts') await this.#receipts()
    else await this.#stop(event.from)
  }

  async #send(fate: Fate): Promise<void> {
    const nowMs = this.store.clock.now()
    const claim = await claimNext(this.store, { nowMs, inboundFreshAtMs: nowMs })
    if (claim === null || !('claimed' in claim)) return
    const { claimed } = claim
    const { e164, id, body } = claimed.candidate.delivery
    if (!body.includes('opted out') && this.stopped.has(e164)) throw new Error('A message left after a STOP')
    const attempt = (await attemptsOf(this.store.db, id)).at(-1)
    expect(attempt).toMatchObject({ clientRef: claimed.clientRef, finishedAtMs: null })

    const uuid = `5d00604f-0000-4000-8000-${String(this.carrier.length).padStart(12, '0')}`
    const hasIt = fate === 'accepted' || fate === 'cut' || fate === 'killed_with'
    if (hasIt) this.carrier.push({ clientRef: claimed.clientRef, uuid })
    const outcome = outcomeOf(fate, uuid)
    if (outcome === null) await recoverInterrupted(this.store, nowMs)
    else await settleAttempt(this.store, claimed, outcome, { nowMs, random: () => 0 })
  }

  async #receipts(): Promise<void> {
    for (const { clientRef, uuid } of this.carrier) {
      const event = { providerUuid: uuid, status: 'delivered', atMs: 0, clientRef, code: null }
      await recordStatus(this.maker, event)
    }
  }

  async #stop(e164: E164): Promise<void> {
    this.stopped.add(e164)
    this.#texts += 1
    const text = { providerUuid: `in-${this.#texts}`, lineId: LINE, e164, body: 'STOP', sentAtMs: 0 }
    await recordInbound({ ...this.maker, practice: () => ({ name: 'Cedar Clinic', phone: '' }) }, text)
  }

  async deliveries(): Promise<readonly Delivery[]> {
    const found = await Promise.all(this.ids.map((id) => getDelivery(this.store.db, id)))
    return found.filter((delivery) => delivery !== null)
  }
}

/** What the sender sees; null when its process dies first. */
function outcomeOf(fate: Fate, uuid: string): SendOutcome | null {
  switch (fate) {
    case 'accepted':
      return { class: 'ACCEPTED', uuid }
    case 'cut':
    case 'lost':
      return { class: 'IN_DOUBT', cause: 'ECONNRESET' }
    case 'refused':
      return { class: 'PERMANENT', httpStatus: 422 }
    case 'not_sent':
      return { class: 'NOT_SENT', cause: 'ECONNREFUSED' }
    case 'throttled':
      return { class: 'THROTTLED' }
    case 'killed_with':
    case 'killed_without':
      return null
  }
}

test('whatever happens in whatever order: no double, no loss, nothing after a STOP', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 10, maxLength: 40 }), async (events) =>
      withStore(async (store) => {
        const world = new World(store)
        await addOffice(world.maker)
        const ended = new Map<DeliveryId, string>()
        for (const event of events) {
          await world.take(event)
          await check(world, ended)
        }
      }),
    ),
    { numRuns: 25 },
  ))

const ENDS = ['delivered', 'failed', 'blocked', 'expired', 'undeliverable', 'rejected']

async function check(world: World, ended: Map<DeliveryId, string>): Promise<void> {
  const deliveries = await world.deliveries()
  expect(deliveries).toHaveLength(world.ids.length)
  const held = world.carrier.map(({ clientRef }) => clientRef.slice(0, clientRef.indexOf('.')))
  expect(new Set(held).size).toBe(held.length)
  for (const { id, state } of deliveries) {
    expect(state).not.toBe('sending')
    if (ended.has(id)) expect(state).toBe(ended.get(id))
    if (ENDS.includes(state)) ended.set(id, state)
    // What the carrier has is never shown as if it had not left.
    if (held.includes(id)) expect(['accepted', 'delivered', 'in_doubt', 'needs_person']).toContain(state)
  }
}
