import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../electron/db/repos/attempts.ts'
import { settleDelivery } from '../../electron/services/settle-delivery.ts'
import { transition } from '../../electron/queue/transition.ts'
import { addSomeStaff } from '../support/people.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { type EngineRig, inboundRecord, withEngine } from './engine-rig.ts'
import { ADA, BEN, OFFICE, queueText } from './office.ts'

/** The disk takes nothing more until the returned function is called. */
async function fillDisk({ store }: EngineRig): Promise<() => Promise<void>> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(store.db)
  await sql.raw(`PRAGMA max_page_count = ${rows[0]?.page_count}`).execute(store.db)
  const ballast = `CREATE TEMP TRIGGER no_space BEFORE UPDATE ON delivery BEGIN SELECT RAISE (ROLLBACK, 'disk full'); END`
  await sql.raw(ballast).execute(store.db)
  return async () => {
    await sql.raw('DROP TRIGGER no_space').execute(store.db)
    await sql.raw('PRAGMA max_page_count = 1000000').execute(store.db)
  }
}

describe('a store that cannot write', () => {
  test('while something is claimed: nothing leaves, and it goes on afterwards', () =>
    withEngine(async (rig) => {
      await rig.settle()
      const id = await queueText(rig, ADA)
      const makeRoom = await fillDisk(rig)
      await rig.runFor(20_000)
      expect(rig.requests).toHaveLength(0)
      expect(rig.troubles.length).toBeGreaterThan(0)
      await makeRoom()
      await rig.runFor(10_000)
      expect(await rig.delivery(id)).toMatchObject({ state: 'accepted', attempts: 1 })
    }))

  test('while an answer is written down: the answer is not lost, and nothing is sent twice', () =>
    withEngine(async (rig) => {
      const accept = rig.answer
      const rooms: (() => Promise<void>)[] = []
      rig.answer = async (request) => {
        rooms.push(await fillDisk(rig))
        return accept(request)
      }
      const id = await queueText(rig, ADA)
      await rig.runFor(20_000)
      expect((await rig.delivery(id)).state).toBe('sending')
      for (const makeRoom of rooms) await makeRoom()
      await rig.runFor(10_000)
      expect(await rig.delivery(id)).toMatchObject({ state: 'accepted', attempts: 1 })
      expect(rig.requests).toHaveLength(1)
    }))
})

describe('a refused account', () => {
  test('is asked once, and everything waits for a person', () =>
    withEngine(async (rig) => {
      rig.answer = () => ({ class: 'ACCOUNT', cause: 'credentials', httpStatus: 401 })
      await queueBroadcast(rig, numbers(1_000))
      await rig.runFor(HOUR_MS)
      expect(rig.requests).toHaveLength(1)
      expect(await rig.status()).toMatchObject({
        linePause: { code: 'credentials' },
        holds: ['line_paused'],
        ready: 1_000,
      })
    }))

  test('in the middle of a broadcast ends with what was on its way', () =>
    withEngine(
      async (rig) => {
        await queueBroadcast(rig, numbers(500))
        await rig.runFor(5_000)
        const before = rig.requests.length
        rig.answer = () => ({ class: 'ACCOUNT', cause: 'no_credit', httpStatus: 402 })
        await rig.runFor(HOUR_MS)
        expect(rig.requests.length - before).toBeLessThanOrEqual(8)
      },
      { ratePerMin: 600 },
    ))
})

test('a network that is away is tried by one message at a time, later and later', () =>
  withEngine(
    async (rig) => {
      await queueBroadcast(rig, numbers(500))
      rig.answer = () => ({ class: 'NOT_SENT', cause: 'ECONNREFUSED' })
      await rig.runFor(HOUR_MS)
      // The first five, then one every half minute.
      expect(rig.requests.length).toBeLessThan(5 + 130)
      const gaps = rig.requests.slice(1).map(({ trueMs }, n) => trueMs - (rig.requests[n]?.trueMs ?? 0))
      expect(Math.min(...gaps.slice(9))).toBeGreaterThanOrEqual(20_000)
      const { ready, later } = await rig.status()
      expect(ready + later).toBe(500)
    },
    { ratePerMin: 600 },
  ))

describe('where no texts can come in', () => {
  test('messages leave, and the status says that a STOP is not seen', () =>
    withEngine(
      async (rig) => {
        rig.book = null
        const id = await queueText(rig, ADA)
        await rig.runFor(HOUR_MS)
        expect((await rig.delivery(id)).state).toBe('accepted')
        expect(await rig.status()).toMatchObject({
          connection: 'online',
          inboundSource: 'none',
          holds: ['no_inbound_source'],
        })
      },
      { inbound: 'none' },
    ))

  test('a receiver of webhooks opens the way for five minutes at a time', () =>
    withEngine(
      async (rig) => {
        rig.book = null
        await queueBroadcast(rig, numbers(500))
        await rig.runFor(MINUTE_MS)
        expect(rig.requests).toHaveLength(0)
        expect((await rig.status()).holds).toEqual(['inbound_old'])
        rig.engine.heardInbound()
        expect((await rig.status()).holds).toEqual([])
        await rig.runFor(HOUR_MS)
        expect(rig.requests.length).toBeGreaterThanOrEqual(296)
        expect(rig.requests.length).toBeLessThanOrEqual(300)
      },
      { inbound: 'webhook', ratePerMin: 60 },
    ))

  test('a receiver beside the book opens nothing: only the book tells whether a STOP was seen', () =>
    withEngine(async (rig) => {
      rig.book = null
      await queueText(rig, ADA)
      await rig.runFor(MINUTE_MS)
      rig.engine.heardInbound()
      expect((await rig.status()).inboundFreshAtMs).toBe(null)
      await rig.runFor(MINUTE_MS)
      expect(rig.requests).toHaveLength(0)
    }))
})

describe('a date that cannot be right', () => {
  test.for<[name: string, leapMs: number | 'epoch']>([
    ['an hour back', -HOUR_MS],
    ['a year ahead', 365 * DAY_MS],
    ['in 1970', 'epoch'],
  ])('%s: nothing leaves, expires or is read until it is put right', ([, leap]) =>
    withEngine(async (rig) => {
      await rig.runFor(MINUTE_MS)
      const id = await queueText(rig, ADA)
      const rightMs = rig.clock.now()
      rig.setWall(leap === 'epoch' ? 1_000 : rightMs + leap)
      await rig.restart()
      await rig.runFor(10 * MINUTE_MS)
      expect(rig.requests).toHaveLength(0)
      expect((await rig.delivery(id)).state).toBe('queued')
      const { holds, clockQuestion } = await rig.status()
      expect(holds[0]).toBe('clock')
      expect(Math.abs((clockQuestion?.seenMs ?? 0) - rightMs)).toBeLessThan(2 * MINUTE_MS)
      rig.setWall(rightMs + 10 * MINUTE_MS)
      await rig.runFor(2 * MINUTE_MS)
      expect((await rig.delivery(id)).state).toBe('accepted')
    }),
  )

  test('the window hears when the question arises, and when the clock was put right', () =>
    withEngine(async (rig) => {
      const told = () =>
        rig.events.flatMap(({ name, value }) => (name === 'queue.status' ? [value.clockQuestion !== null] : []))
      await rig.runFor(MINUTE_MS)
      rig.setWall(rig.clock.now() - HOUR_MS)
      await rig.runFor(MINUTE_MS)
      expect(told().at(-1)).toBe(true)
      rig.setWall(rig.clock.now() + HOUR_MS)
      await rig.runFor(2 * MINUTE_MS)
      expect(told().at(-1)).toBe(false)
    }))

  test('an hour back: a person says that it is right, and what came in meanwhile is found', () =>
    withEngine(async (rig) => {
      await rig.runFor(MINUTE_MS)
      const id = await queueText(rig, ADA, { notBeforeMs: rig.clock.now() - 2 * HOUR_MS })
      rig.setWall(rig.clock.now() - HOUR_MS)
      await rig.runFor(MINUTE_MS)
      rig.book?.push(inboundRecord(ADA, OFFICE, 'STOP', rig.clock.now() - 2 * HOUR_MS))
      await rig.engine.trustClock()
      await rig.runFor(MINUTE_MS)
      expect((await rig.delivery(id)).state).toBe('blocked')
      expect((await rig.status()).clockQuestion).toBeNull()
    }))
})

test('a message that is on its way can no more be taken back, and its receipt may come before the answer', () =>
  withEngine(async (rig) => {
    const accept = rig.answer
    let release: () => void = () => undefined
    rig.answer = async (request) => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return accept(request)
    }
    const id = await queueText(rig, ADA)
    await rig.runFor(1_000)
    const cancel = { which: { id }, from: ['held', 'queued'], to: 'cancelled', by: 'user' } as const
    expect(await transition(rig.store.db, { ...cancel, atMs: rig.clock.now(), why: null })).toEqual([])
    release()
    await rig.runFor(1_000)
    expect((await rig.delivery(id)).state).toBe('accepted')
  }))

test('killed with eight on their way, eight are in doubt and none is sent again', () =>
  withEngine(
    async (rig) => {
      await queueText(rig, BEN)
      await rig.settle()
      rig.answer = () => new Promise(() => undefined)
      const made = await queueBroadcast(rig, numbers(40))
      await rig.runFor(5_000)
      expect(rig.requests).toHaveLength(1 + 8)
      await rig.restart()
      rig.answer = () => ({ class: 'PERMANENT', httpStatus: 422 })
      await rig.runFor(MINUTE_MS)
      const states = await Promise.all(made.deliveryIds.map(async (id) => (await rig.delivery(id)).state))
      expect(states.filter((state) => state === 'in_doubt')).toHaveLength(8)
      expect(states.filter((state) => state === 'failed')).toHaveLength(32)
      expect(new Set(rig.requests.map(({ clientRef }) => clientRef)).size).toBe(rig.requests.length)
    },
    { ratePerMin: 1_200 },
  ))

test('only a person sends again, and then once', () =>
  withEngine(async (rig) => {
    rig.answer = () => ({ class: 'IN_DOUBT', cause: 'ECONNRESET' })
    const id = await queueText(rig, ADA)
    await rig.runFor(4 * HOUR_MS)
    expect(rig.requests).toHaveLength(1)
    const staffId = await addSomeStaff(rig.store)
    await settleDelivery(rig, { id, decision: 'send_again', staffId })
    rig.engine.lookNow()
    await rig.runFor(4 * HOUR_MS)
    expect(rig.requests.map(({ clientRef }) => clientRef)).toEqual([`${id}.1`, `${id}.2`])
    expect(await attemptsOf(rig.store.db, id)).toMatchObject([{ isByPerson: false }, { isByPerson: true, staffId }])
  }))
