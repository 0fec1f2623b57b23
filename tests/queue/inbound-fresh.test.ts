import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { type EngineRig, withEngine } from './engine-rig.ts'

/** A receiver was heard of three minutes ago, and a long broadcast leaves at one message a second. */
async function heardThreeMinutesAgo(rig: EngineRig): Promise<void> {
  await queueBroadcast(rig, numbers(900))
  rig.engine.heardInbound()
  await rig.runFor(3 * MINUTE_MS)
}

const options = { inbound: 'webhook', ratePerMin: 60 } as const

test('a clock that is set back makes nothing leave later than five true minutes after inbound was known', () =>
  withEngine(async (rig) => {
    await heardThreeMinutesAgo(rig)
    const before = rig.requests.length
    rig.setWall(rig.clock.now() - 2 * MINUTE_MS)
    await rig.runFor(HOUR_MS)
    expect(rig.requests.length - before).toBeGreaterThan(100)
    expect(rig.requests.length).toBeLessThanOrEqual(300)
    expect((await rig.status()).holds).toEqual(['inbound_old'])
  }, options))

test('a sleep in which the steady clock stood still makes inbound old all the same', () =>
  withEngine(async (rig) => {
    await heardThreeMinutesAgo(rig)
    const before = rig.requests.length
    rig.setWall(rig.clock.now() + 3 * MINUTE_MS)
    await rig.runFor(HOUR_MS)
    expect(rig.requests).toHaveLength(before)
    expect((await rig.status()).holds).toEqual(['inbound_old'])
  }, options))
