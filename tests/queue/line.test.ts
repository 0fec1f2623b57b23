import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../electron/db/repos/attempts.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { withDesk } from './desk.ts'
import { ADA, BEN, queueText } from './office.ts'

describe('a refusal', () => {
  test('for going too fast keeps the message and slows the line', () =>
    withDesk(async (rig) => {
      await rig.carrier.set({ isThrottling: true })
      const id = await queueText(rig, ADA)
      await rig.settle()
      expect(await rig.delivery(id)).toMatchObject({ state: 'queued', strikes: 1, why: { code: 'too_fast' } })
      await rig.carrier.set({ isThrottling: false })
      await rig.pass(4_000)
      expect((await rig.delivery(id)).attempts).toBe(1)
      await rig.passUntil(id, 'delivered')
    }))

  test('of the account pauses the line once, and everything waits until a person mended it', () => {
    let isRefused = true
    return withDesk(
      async (rig) => {
        const ids = [await queueText(rig, ADA), await queueText(rig, BEN)]
        await rig.settle()
        await rig.pass(HOUR_MS)
        const attempts = await Promise.all(ids.map((id) => attemptsOf(rig.store.db, id)))
        expect(attempts.flat()).toHaveLength(1)
        const states = await Promise.all(ids.map(async (id) => (await rig.delivery(id)).state))
        expect(states).toEqual(['queued', 'queued'])
        expect((await rig.desk.status()).linePause).toEqual({
          code: 'no_credit',
          httpStatus: 402,
          providerCode: '1070',
        })
        isRefused = false
        await rig.desk.resumeLine()
        for (const id of ids) await rig.passUntil(id, 'delivered')
      },
      {
        wrapProvider: (real) => ({
          ...real,
          send: (request) =>
            isRefused
              ? Promise.resolve({ class: 'ACCOUNT', cause: 'no_credit', httpStatus: 402, code: '1070' })
              : real.send(request),
        }),
      },
    )
  })
})

test('a person can hold everything back, over a restart too', () =>
  withDesk(async (rig) => {
    await rig.desk.pause(true)
    const id = await queueText(rig, ADA)
    await rig.pass(HOUR_MS)
    await rig.desk.stop()
    await rig.startDesk()
    await rig.pass(2_000)
    expect(await rig.desk.status()).toMatchObject({ isPausedByPerson: true, ready: 1 })
    expect((await rig.delivery(id)).state).toBe('queued')
    await rig.desk.pause(false)
    await rig.passUntil(id, 'delivered')
  }))

test('the line keeps its pace', () =>
  withDesk(
    async (rig) => {
      const ids = []
      for (let n = 0; n < 4; n += 1) ids.push(await queueText(rig, ADA, { body: `text ${n}` }))
      const taken: number[] = []
      for (let second = 0; second < 61; second += 1) {
        await rig.pass(1_000)
        taken.push((await rig.textsTo(ADA)).length)
      }
      expect(taken[0]).toBe(1)
      expect(taken[18]).toBe(1)
      expect(taken[20]).toBe(2)
      expect(taken[60]).toBe(4)
    },
    { ratePerMin: 3 },
  ))
