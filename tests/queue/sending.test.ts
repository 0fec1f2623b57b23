import { describe, expect, test } from 'vitest'
import { attemptsOf } from '../../electron/db/repos/attempts.ts'
import { lookUpsOf } from '../../electron/db/repos/look-ups.ts'
import { settleDelivery } from '../../electron/services/settle-delivery.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { addSomeStaff } from '../support/people.ts'
import { withDesk } from './desk.ts'
import { ADA, BEN, OFFICE, queueText } from './office.ts'
import { claimNext } from './one-message.ts'

test('a queued message leaves once and its receipt comes back', () =>
  withDesk(async (rig) => {
    const id = await queueText(rig, ADA)
    const delivery = await rig.passUntil(id, 'delivered')
    await rig.pass(HOUR_MS)
    expect(delivery.providerUuid).toBe((await rig.carrier.book()).book[0]?.uuid)
    expect(await rig.textsTo(ADA)).toEqual(['The office opens at 10 today.'])
    expect(await attemptsOf(rig.store.db, id)).toMatchObject([{ n: 1, clientRef: `${id}.1`, outcome: 'ACCEPTED' }])
    expect(rig.troubles).toEqual([])
  }))

test('a message that failed at the carrier says so', () =>
  withDesk(async (rig) => {
    await rig.carrier.set({ failPercent: 100 })
    const id = await queueText(rig, ADA)
    await rig.passUntil(id, 'accepted')
    await rig.pass(2_000)
    expect(['undeliverable', 'rejected']).toContain((await rig.delivery(id)).state)
    expect((await rig.delivery(id)).why).toMatchObject({ code: 'provider_says' })
  }))

describe('while the carrier cannot be reached', () => {
  test('messages wait, and afterwards inbound is read before each leaves exactly once', () =>
    withDesk(
      async (rig) => {
        await rig.settle()
        await rig.carrier.set({ isPortOpen: false })
        await rig.pass(2_000)
        const toAda = [await queueText(rig, ADA, { body: 'one' })]
        rig.clock.advance(1)
        toAda.push(await queueText(rig, ADA, { body: 'two' }))
        const toBen = await queueText(rig, BEN)
        await rig.pass(10 * 60_000)
        expect(await rig.desk.status()).toMatchObject({ connection: 'offline', ready: 3, inboundFreshAtMs: null })
        await rig.carrier.reply(BEN, OFFICE, 'STOP')

        await rig.carrier.set({ isPortOpen: true })
        for (const id of toAda) await rig.passUntil(id, 'delivered')
        expect(await rig.desk.status()).toMatchObject({ connection: 'online', ready: 0 })
        expect(await rig.textsTo(ADA)).toEqual(['one', 'two'])
        expect((await rig.delivery(toBen)).state).toBe('blocked')
        expect(await rig.textsTo(BEN)).toEqual([expect.stringContaining('You are opted out')])
      },
      { ratePerMin: 30 },
    ))

  test('what could not leave waits for the network and not for its own hour', () => {
    let isCut = true
    return withDesk(
      async (rig) => {
        const id = await queueText(rig, ADA)
        await rig.settle()
        expect(await rig.delivery(id)).toMatchObject({
          state: 'queued',
          attempts: 1,
          strikes: 0,
          why: { code: 'not_sent' },
        })
        expect(await rig.desk.status()).toMatchObject({ connection: 'online' })
        while ((await rig.desk.status()).connection === 'online') await rig.pass(2_000)
        const attempts = (await attemptsOf(rig.store.db, id)).length
        expect(attempts).toBe(5)
        await rig.pass(2 * HOUR_MS)
        await rig.pass(30_000)
        isCut = false
        await rig.pass(30_000)
        expect((await rig.delivery(id)).state).toBe('accepted')
        expect(await rig.desk.status()).toMatchObject({ connection: 'online' })
        expect(new Set((await attemptsOf(rig.store.db, id)).map((attempt) => attempt.outcome))).toEqual(
          new Set(['NOT_SENT', 'ACCEPTED']),
        )
      },
      {
        wrapProvider: (real) => ({
          ...real,
          send: (request) =>
            isCut ? Promise.resolve({ class: 'NOT_SENT', cause: 'ECONNREFUSED' }) : real.send(request),
        }),
      },
    )
  })

  test('a message that an outage carried past its hours waits for the morning; an emergency does not', () =>
    withDesk(async (rig) => {
      await rig.carrier.set({ isPortOpen: false })
      const expiresAtMs = rig.clock.now() + 48 * HOUR_MS
      const care = await queueText(rig, ADA, { expiresAtMs })
      const emergency = await queueText(rig, BEN, { expiresAtMs, purpose: 'emergency' })
      await rig.pass(12 * HOUR_MS)
      await rig.carrier.set({ isPortOpen: true })
      await rig.passUntil(emergency, 'delivered')
      expect(await rig.delivery(care)).toMatchObject({ state: 'queued', attempts: 0 })
      // 21:00 in Seattle; its care hours begin at 8:00.
      expect((await rig.delivery(care)).notBeforeMs).toBe(Date.UTC(2026, 10, 25, 16, 0))
      await rig.pass(11 * HOUR_MS)
      await rig.passUntil(care, 'delivered')
      expect(await rig.textsTo(ADA)).toHaveLength(1)
    }))

  test('a message past its time does not go out', () =>
    withDesk(async (rig) => {
      await rig.carrier.set({ isPortOpen: false })
      const id = await queueText(rig, ADA, { expiresAtMs: rig.clock.now() + HOUR_MS })
      await rig.pass(2 * HOUR_MS)
      await rig.carrier.set({ isPortOpen: true })
      await rig.pass(2_000)
      await rig.pass(2_000)
      expect((await rig.delivery(id)).state).toBe('expired')
      expect(await rig.textsTo(ADA)).toEqual([])
    }))
})

describe('an answer that never came', () => {
  test('leaves the message in doubt until the carrier book shows it, and it is not sent again', () =>
    withDesk(async (rig) => {
      await rig.carrier.set({ isCuttingAnswers: true })
      const id = await queueText(rig, ADA)
      await rig.until(async () => (await rig.delivery(id)).state === 'delivered')
      expect((await attemptsOf(rig.store.db, id))[0]).toMatchObject({ outcome: 'IN_DOUBT' })
      expect(await lookUpsOf(rig.store.db, id)).toMatchObject([{ isFound: true }])
      await rig.pass(HOUR_MS)
      expect(await rig.textsTo(ADA)).toHaveLength(1)
      expect(await attemptsOf(rig.store.db, id)).toHaveLength(1)
    }))

  const lost = { class: 'IN_DOUBT', cause: 'ECONNRESET' } satisfies SendOutcome

  test('asks a person where the book does not show it, and only a person sends it again', () => {
    let isLosing = true
    return withDesk(
      async (rig) => {
        const id = await queueText(rig, ADA)
        await rig.passUntil(id, 'needs_person')
        await rig.pass(24 * HOUR_MS)
        expect(await attemptsOf(rig.store.db, id)).toHaveLength(1)
        expect((await lookUpsOf(rig.store.db, id)).map((lookUp) => lookUp.isFound)).toEqual([false, false])

        isLosing = false
        const staffId = await addSomeStaff(rig.store)
        await settleDelivery(rig, { id, decision: 'send_again', staffId })
        await rig.passUntil(id, 'delivered')
        expect(await rig.textsTo(ADA)).toHaveLength(1)
        expect((await attemptsOf(rig.store.db, id))[1]).toMatchObject({ n: 2, isByPerson: true, staffId })
      },
      {
        wrapProvider: (real) => ({
          ...real,
          send: (request) => (isLosing ? Promise.resolve(lost) : real.send(request)),
        }),
      },
    )
  })

  test('can be ended by a person who knows', () =>
    withDesk(
      async (rig) => {
        const id = await queueText(rig, ADA)
        await rig.passUntil(id, 'in_doubt')
        const staffId = await addSomeStaff(rig.store)
        const settled = await settleDelivery(rig, { id, decision: 'arrived', staffId })
        expect(settled).toMatchObject({ ok: true, value: { state: 'closed', why: { code: 'arrived', staffId } } })
        const again = await settleDelivery(rig, { id, decision: 'send_again', staffId })
        expect(again).toEqual({ ok: false, error: { code: 'delivery_not_waiting', state: 'closed' } })
      },
      { wrapProvider: (real) => ({ ...real, send: () => Promise.resolve(lost) }) },
    ))
})

test('what was on its way when Optdesk was stopped is in doubt at the next start', () =>
  withDesk(async (rig) => {
    await rig.settle()
    await rig.desk.stop()
    const id = await queueText(rig, ADA)
    const now = rig.clock.now()
    await claimNext(rig.store, { nowMs: now, inboundFreshAtMs: now })
    expect((await rig.delivery(id)).state).toBe('sending')
    await rig.startDesk()
    expect(await rig.delivery(id)).toMatchObject({ state: 'in_doubt', why: { code: 'interrupted' } })
    expect((await attemptsOf(rig.store.db, id))[0]).toMatchObject({ outcome: 'IN_DOUBT', code: 'interrupted' })
    await rig.passUntil(id, 'needs_person')
    expect(await rig.textsTo(ADA)).toEqual([])
  }))

test('when a request ends in a way that should not happen, its message is in doubt and the desk goes on', () => {
  let isBroken = true
  return withDesk(
    async (rig) => {
      const id = await queueText(rig, ADA)
      await rig.settle()
      expect(rig.troubles).toHaveLength(1)
      isBroken = false
      await rig.pass(5_000)
      expect(await rig.delivery(id)).toMatchObject({ state: 'in_doubt', why: { code: 'no_answer', cause: 'defect' } })
      await rig.passUntil(await queueText(rig, BEN), 'delivered')
    },
    {
      wrapProvider: (real) => ({
        ...real,
        send: (request) => (isBroken ? Promise.reject(new Error('a defect')) : real.send(request)),
      }),
    },
  )
})
