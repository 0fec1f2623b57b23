import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../electron/db/repos/attempts.ts'
import { openRequests } from '../../electron/queue/open-requests.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { type EngineRig, withEngine } from './engine-rig.ts'
import { ADA, BEN, queueText } from './office.ts'

/** Does something right after a claim is on disk and before the requests begin. */
function afterClaims(rig: EngineRig, then: () => Promise<void>): void {
  const { db } = rig.store
  const connection = db.connection.bind(db)
  let isDone = false
  const meddle = () => ({
    execute: async <T>(use: Parameters<ReturnType<typeof connection>['execute']>[0]): Promise<T> => {
      if (!isDone) await then()
      isDone = true
      return connection().execute(use) as Promise<T>
    },
  })
  Object.defineProperty(db, 'connection', { value: meddle, configurable: true })
}

describe('a STOP between the claim and its request', () => {
  test('is seen in the last look: no request begins, and the message is blocked', () =>
    withEngine(async (rig) => {
      const id = await queueText(rig, ADA, { body: 'too late' })
      rig.store.clock.advance(1)
      const toBen = await queueText(rig, BEN)
      afterClaims(rig, () => rig.receive(ADA, 'STOP'))
      await rig.runFor(10_000)
      expect(rig.requests.map(({ text }) => text)).not.toContain('too late')
      expect(await rig.delivery(id)).toMatchObject({ state: 'blocked', why: { code: 'said_stop' } })
      expect(await attemptsOf(rig.store.db, id)).toMatchObject([{ outcome: 'NOT_SENT', code: 'said_stop' }])
      expect((await rig.delivery(toBen)).state).toBe('accepted')
    }))

  test('that is only perhaps one holds the message until a person has read it', () =>
    withEngine(async (rig) => {
      const id = await queueText(rig, ADA, { body: 'wait' })
      const maybe = 'I think you should stop sending me these, my sister wants them though'
      afterClaims(rig, () => rig.receive(ADA, maybe))
      await rig.runFor(10_000)
      expect(rig.requests).toHaveLength(0)
      expect(await rig.delivery(id)).toMatchObject({ state: 'queued', why: { code: 'maybe_stop' } })
    }))

  test('cannot be stored between the look at a number and the beginning of its request', () =>
    withEngine(async (rig) => {
      const order: string[] = []
      const stopped = new Set(numbers(8))
      const made = await queueBroadcast(rig, [...stopped])
      await queueText(rig, BEN)
      await rig.settle()
      const stops = made.deliveryIds.map(async (_id, n) => {
        await Promise.resolve()
        await rig.receive(numbers(8)[n] ?? ADA, 'STOP')
        order.push(`stop ${numbers(8)[n]}`)
      })
      rig.answer = ({ to, text }) => {
        if (text === 'News') order.push(`request ${to}`)
        return { class: 'IN_DOUBT', cause: 'test' }
      }
      await Promise.all([...stops, rig.runFor(5_000)])
      for (const e164 of stopped) {
        const request = order.indexOf(`request ${e164}`)
        if (request >= 0) expect(request).toBeLessThan(order.indexOf(`stop ${e164}`))
      }
    }))

  test('by another of the group holds the copy that would show that number', () =>
    withEngine(async (rig) => {
      await rig.receive(BEN, 'STOP')
      const held: string[] = []
      const copy = {
        candidate: { delivery: { e164: ADA }, kind: 'one', purpose: 'care' },
        enclosure: { attachments: [], participants: [BEN] },
      } as unknown as Parameters<typeof openRequests>[1][number]
      await openRequests(rig.store, [copy], {
        now: () => rig.store.clock.now(),
        open: () => held.push('open'),
        holdBack: (_claimed, { to, why }) => held.push(`${to} ${why.code}`),
      })
      expect(held).toEqual(['queued group_changed'])
    }))

  test('the last look has the store to itself', () =>
    withEngine(async (rig) => {
      const seen: string[] = []
      const claimed = {
        candidate: { delivery: { e164: ADA }, kind: 'one', purpose: 'care' },
        clientRef: 'x.1',
        attempts: 1,
        enclosure: { attachments: [], participants: [] },
      } as unknown as Parameters<typeof openRequests>[1][number]
      const looking = openRequests(rig.store, [claimed, claimed, claimed], {
        now: () => rig.store.clock.now(),
        open: () => seen.push('open'),
        holdBack: () => seen.push('held'),
      })
      const stopping = rig.receive(ADA, 'STOP').then(() => seen.push('stopped'))
      await Promise.all([looking, stopping])
      expect(seen).toEqual(['open', 'open', 'open', 'stopped'])
    }))
})
