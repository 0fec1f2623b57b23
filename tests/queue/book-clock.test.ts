import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import { type EngineRig, inboundRecord, withEngine } from './engine-rig.ts'
import { ADA, OFFICE, queueText } from './office.ts'

/** Lets the provider go by the right time from here on, and gives what turns our own clock away from it. */
function wrongClock(rig: EngineRig): { providerNow: () => Instant; turn: (byMs: number) => void } {
  let aheadMs = 0
  const providerNow = () => rig.clock.now() - aheadMs
  rig.providerNow = providerNow
  return {
    providerNow,
    turn: (byMs) => {
      aheadMs += byMs
      rig.setWall(rig.clock.now() + byMs)
    },
  }
}

/** The provider takes each message, and its book says at once that it arrived, dated by its own clock. */
function deliver(rig: EngineRig, providerNow: () => Instant, notYet: () => boolean = () => false): void {
  const accept = rig.answer
  rig.answer = async (request) => {
    const outcome = await accept(request)
    const told = { clientRef: request.clientRef, status: 'delivered', finalizedAtMs: providerNow() }
    const uuid = outcome.class === 'ACCEPTED' ? outcome.uuid : ''
    const record = {
      ...inboundRecord(OFFICE, request.to, request.text, providerNow()),
      ...told,
      direction: 'outbound',
      uuid,
    } as const
    if (notYet()) late.push(record)
    else rig.book?.push(record)
    return outcome
  }
  const late: NonNullable<EngineRig['book']> = []
  const tellLate = rig.providerNow
  rig.providerNow = () => {
    if (!notYet()) rig.book?.push(...late.splice(0))
    return tellLate?.() ?? 0
  }
}

const LEAPS: readonly (readonly [name: string, byMs: number])[] = [
  ['an hour ahead', HOUR_MS],
  ['five minutes behind', -5 * MINUTE_MS],
  ['three weeks ahead', 21 * DAY_MS],
  ['three weeks behind', -21 * DAY_MS],
]

describe.each(LEAPS)('while our clock is %s of the provider’s', (_, byMs) => {
  test('a stop is found before anything leaves', () =>
    withEngine(async (rig) => {
      const { providerNow, turn } = wrongClock(rig)
      turn(byMs)
      const id = await queueText(rig, ADA)
      rig.book?.push(inboundRecord(ADA, OFFICE, 'STOP', providerNow() - 1_000))
      await rig.runFor(MINUTE_MS)
      expect(rig.requests.filter(({ to, text }) => to === ADA && text === 'Hello')).toEqual([])
      expect((await rig.delivery(id)).state).toBe('blocked')
    }))

  test('what arrived is shown as delivered', () =>
    withEngine(async (rig) => {
      const { providerNow, turn } = wrongClock(rig)
      turn(byMs)
      deliver(rig, providerNow)
      const id = await queueText(rig, ADA)
      await rig.runFor(2 * MINUTE_MS)
      expect(await rig.delivery(id)).toMatchObject({ state: 'delivered', attempts: 1 })
    }))

  test('what arrived is shown as delivered once the clock is right again, also after a restart', () =>
    withEngine(async (rig) => {
      let isAway = true
      const { providerNow, turn } = wrongClock(rig)
      turn(byMs)
      deliver(rig, providerNow, () => isAway)
      const id = await queueText(rig, ADA)
      await rig.runFor(20 * MINUTE_MS)
      expect((await rig.delivery(id)).state).toBe('accepted')
      turn(-byMs)
      await rig.restart()
      await rig.engine.trustClock()
      isAway = false
      await rig.runFor(2 * MINUTE_MS)
      expect((await rig.delivery(id)).state).toBe('delivered')
    }))

  test('what arrived before it was turned is shown as delivered', () =>
    withEngine(async (rig) => {
      let isAway = true
      const { providerNow, turn } = wrongClock(rig)
      deliver(rig, providerNow, () => isAway)
      const id = await queueText(rig, ADA)
      await rig.runFor(2 * MINUTE_MS)
      turn(byMs)
      await rig.engine.trustClock()
      isAway = false
      await rig.runFor(2 * MINUTE_MS)
      expect((await rig.delivery(id)).state).toBe('delivered')
    }))
})
