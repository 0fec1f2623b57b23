import { expect, test } from 'vitest'
import { HOUR_MS } from '../../shared/time.ts'
import { type TestCore, withCore } from '../support/core.ts'

const ROSA = '+12065550111'

async function heldBy(core: TestCore): Promise<readonly (string | null)[]> {
  const { deliveries } = await core.ask('queue.list', { states: ['queued'], limit: 10 })
  return deliveries.map((delivery) => delivery.heldBy)
}

test('a message waits for the decision about its number’s answer, and says so until it is made', () =>
  withCore(async (core) => {
    const letter = { e164: ROSA, personId: null, purpose: 'care' as const, emergencyReason: null, body: 'See you' }
    const whenMs = core.clock.now() + HOUR_MS
    await core.ask('messages.send', { ...letter, whenMs, onceKey: 'a press of a button' })
    expect(await heldBy(core)).toEqual([null])
    await core.ask('carrier.reply', { e164: ROSA, body: 'please dont text me so much ok? stop maybe' })
    const thread = await core.until('threads.get', { e164: ROSA }, ({ needsDecision }) => needsDecision)
    expect(await heldBy(core)).toEqual(['decision'])
    const inboundId = thread.items.flatMap((item) => (item.direction === 'in' ? [item.inboundId] : []))[0] ?? ''
    await core.ask('threads.decide', { inboundId, decision: 'not_stop' })
    expect(await heldBy(core)).toEqual([null])
  }))

test('a copy of a message to many says that it is held with it', () =>
  withCore(async (core) => {
    const { people } = await core.ask('people.byPhone', { phone: ROSA })
    const draft = {
      audience: { kind: 'people' as const, personIds: people.map(({ id }) => id) },
      purpose: 'care' as const,
      emergencyReason: null,
      body: 'We are closed',
      title: 'Closed',
      whenMs: core.clock.now() + HOUR_MS,
      onceKey: 'a press of a button',
    }
    const { broadcastId: id } = await core.ask('broadcasts.schedule', draft)
    await core.ask('broadcasts.pause', { id })
    expect(await heldBy(core)).toEqual(['broadcast'])
    await core.ask('broadcasts.resume', { id })
    expect(await heldBy(core)).toEqual([null])
    await core.ask('broadcasts.cancel', { id })
    expect(await heldBy(core)).toEqual([])
  }))
