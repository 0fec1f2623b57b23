import { describe, expect, test } from 'vitest'
import { getBroadcast, rankBeside, setBroadcastPaused } from '../../electron/db/repos/broadcasts.ts'
import { heldByOptdesk } from '../../electron/db/repos/held-broadcasts.ts'
import { recordStatus } from '../../electron/services/record-status.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { type MadeBroadcast, numbers, queueBroadcast } from './broadcasts.ts'
import { type EngineRig, withEngine } from './engine-rig.ts'
import { ADA, BEN, queueText } from './office.ts'

const RATE = { ratePerMin: 60 }

describe('whose turn it is', () => {
  test('a word to one person does not wait behind a broadcast, and the answer to a STOP before both', () =>
    withEngine(async (rig) => {
      await queueBroadcast(rig, numbers(2_000))
      await rig.runFor(10_000)
      await queueText(rig, BEN, { body: 'one to one' })
      await rig.receive(ADA, 'STOP')
      rig.engine.lookNow()
      const before = rig.requests.length
      await rig.runFor(3_000)
      const next = rig.requests.slice(before).map(({ text }) => text)
      expect(next[0]).toContain('opted out')
      expect(next[1]).toBe('one to one')
    }, RATE))

  test('broadcasts of one rank take turns, and a lower rank goes before them', () =>
    withEngine(async (rig) => {
      await queueBroadcast(rig, numbers(20), { title: 'a' })
      await queueBroadcast(rig, numbers(20, 100), { title: 'b' })
      await queueBroadcast(rig, numbers(5, 200), { title: 'first', rank: -1 })
      await rig.runFor(13_000)
      const order = rig.requests.map(({ text }) => text)
      expect(order.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'first'))
      const rest = order.slice(5)
      expect(rest.length).toBeGreaterThanOrEqual(8)
      for (const [n, text] of rest.entries()) expect(text).not.toBe(rest[n + 1])
    }, RATE))

  test('moving one before another changes what goes next, and leaves the others as they were', () =>
    withEngine(async (rig) => {
      const one = await queueBroadcast(rig, numbers(10), { title: 'one' })
      const two = await queueBroadcast(rig, numbers(10, 100), { title: 'two' })
      const three = await queueBroadcast(rig, numbers(10, 200), { title: 'three' })
      await rankBeside(rig.store.db, three.id, 0, 'before')
      await rankBeside(rig.store.db, one.id, 0, 'after')
      const ranks = await Promise.all(
        [one, two, three].map(async ({ id }) => (await getBroadcast(rig.store.db, id))?.rank),
      )
      expect(ranks).toEqual([1, 0, -1])
      await rig.runFor(29_000)
      const order = rig.requests.map(({ text }) => text)
      expect([...new Set(order)]).toEqual(['three', 'two', 'one'])
    }, RATE))

  test('two messages to one number are never on their way at once', () =>
    withEngine(async (rig) => {
      const held: (() => void)[] = []
      const accept = rig.answer
      await queueText(rig, BEN)
      await rig.settle()
      rig.answer = async (request) => {
        await new Promise<void>((resolve) => held.push(resolve))
        return accept(request)
      }
      for (const body of ['one', 'two', 'three']) {
        await queueText(rig, ADA, { body })
        rig.store.clock.advance(1)
      }
      await queueText(rig, BEN, { body: 'other' })
      await rig.runFor(10_000)
      expect(rig.requests.slice(1).map(({ text }) => text)).toEqual(['one', 'other'])
      held[0]?.()
      await rig.runFor(10_000)
      expect(rig.requests.slice(3).map(({ text }) => text)).toEqual(['two'])
    }, RATE))

  test('turns and free numbers hold within one claim of several too', () =>
    withEngine(
      async (rig) => {
        await queueText(rig, BEN)
        await rig.settle()
        await queueBroadcast(rig, numbers(6), { title: 'a' })
        await queueBroadcast(rig, numbers(6), { title: 'b' })
        rig.answer = () => new Promise(() => undefined)
        await rig.runFor(1_000)
        const together = rig.requests.slice(1)
        expect(together.length).toBeGreaterThan(4)
        expect(new Set(together.map(({ to }) => to)).size).toBe(together.length)
        const [a, b] = ['a', 'b'].map((title) => together.filter(({ text }) => text === title).length)
        expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThanOrEqual(1)
      },
      { ratePerMin: 6_000 },
    ))

  test('at most eight are on their way, and one alone before the provider took any', () =>
    withEngine(
      async (rig) => {
        const accept = rig.answer
        const held: (() => void)[] = []
        rig.answer = async (request) => {
          await new Promise<void>((resolve) => held.push(resolve))
          return accept(request)
        }
        await queueBroadcast(rig, numbers(50))
        await rig.runFor(10_000)
        expect(rig.requests).toHaveLength(1)
        held[0]?.()
        await rig.runFor(10_000)
        expect(rig.requests).toHaveLength(9)
        expect(await rig.status()).toMatchObject({ sending: 8, ready: 41 })
      },
      { ratePerMin: 6_000 },
    ))
})

describe('a broadcast', () => {
  test('can be held back and go on at any moment, and what is on its way is not touched', () =>
    withEngine(async (rig) => {
      const made = await queueBroadcast(rig, numbers(100))
      await rig.runFor(10_000)
      await setBroadcastPaused(rig.store.db, made.id, true)
      const before = rig.requests.length
      await rig.runFor(HOUR_MS)
      expect(rig.requests).toHaveLength(before)
      await setBroadcastPaused(rig.store.db, made.id, false)
      rig.engine.lookNow()
      await rig.runFor(10_000)
      expect(rig.requests.length).toBeGreaterThan(before + 8)
    }, RATE))

  test('that drips sends its share of each day and no more', () =>
    withEngine(async (rig) => {
      await queueBroadcast(rig, numbers(70), { perDay: 30 })
      await rig.runFor(2 * HOUR_MS)
      expect(rig.requests).toHaveLength(30)
      await rig.restart()
      await rig.runFor(12 * HOUR_MS)
      expect(rig.requests).toHaveLength(30)
      await rig.runFor(2 * HOUR_MS)
      expect(rig.requests).toHaveLength(60)
    }, RATE))
})

describe('the first few of a mass text', () => {
  const watched = { canarySize: 20 }

  async function receipts(rig: EngineRig, made: MadeBroadcast, status: (n: number) => string): Promise<void> {
    const states = await Promise.all(made.deliveryIds.map((id) => rig.delivery(id)))
    const accepted = states.filter(({ state }) => state === 'accepted')
    for (const [n, { id, attempts, providerUuid }] of accepted.entries()) {
      const event = { providerUuid: providerUuid ?? '', status: status(n), atMs: rig.clock.now(), code: null }
      await recordStatus(rig, { ...event, clientRef: `${id}.${attempts}` })
    }
  }

  test('go alone, and the rest follows when their receipts are in', () =>
    withEngine(async (rig) => {
      const made = await queueBroadcast(rig, numbers(120), watched)
      await rig.runFor(3 * MINUTE_MS)
      expect(rig.requests).toHaveLength(20)
      const before = await getBroadcast(rig.store.db, made.id)
      expect(before).toMatchObject({ canaryState: 'watching', isPaused: false })
      await rig.restart()
      await receipts(rig, made, () => 'delivered')
      await rig.runFor(2 * MINUTE_MS)
      expect(rig.requests).toHaveLength(120)
      expect(await getBroadcast(rig.store.db, made.id)).toMatchObject({ canaryState: 'passed', isPaused: false })
    }, RATE))

  test('are not waited for longer than a quarter of an hour', () =>
    withEngine(async (rig) => {
      await queueBroadcast(rig, numbers(120), watched)
      await rig.runFor(15 * MINUTE_MS)
      expect(rig.requests).toHaveLength(20)
      await rig.runFor(2 * MINUTE_MS)
      expect(rig.requests.length).toBeGreaterThan(60)
    }, RATE))

  test('hold the rest when too many of them fail, with the numbers, and nothing else is held', () =>
    withEngine(async (rig) => {
      const made = await queueBroadcast(rig, numbers(120), watched)
      await rig.runFor(MINUTE_MS)
      await receipts(rig, made, (n) => (n < 8 ? 'undeliverable' : 'delivered'))
      await queueText(rig, ADA, { body: 'one to one' })
      await rig.restart()
      await rig.runFor(HOUR_MS)
      expect(rig.requests).toHaveLength(21)
      expect(await getBroadcast(rig.store.db, made.id)).toMatchObject({
        isPaused: true,
        canaryState: 'tripped',
        pauseWhy: { code: 'canary_failures', sent: 20, count: 8 },
      })
      expect((await heldByOptdesk(rig.store.db)).map(({ id }) => id)).toEqual([made.id])
      await setBroadcastPaused(rig.store.db, made.id, false)
      expect(await heldByOptdesk(rig.store.db)).toEqual([])
    }, RATE))

  test('hold the rest when two of them say stop', () =>
    withEngine(async (rig) => {
      const made = await queueBroadcast(rig, numbers(120), watched)
      await rig.runFor(MINUTE_MS)
      for (const { to } of rig.requests.slice(0, 2)) await rig.receive(to, 'STOP')
      await rig.runFor(HOUR_MS)
      expect(await getBroadcast(rig.store.db, made.id)).toMatchObject({
        pauseWhy: { code: 'canary_opt_outs', count: 2 },
      })
      expect(rig.requests.filter(({ text }) => text === 'News')).toHaveLength(20)
    }, RATE))
})
