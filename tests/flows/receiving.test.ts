import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openReceiving, type Receiving } from '../../electron/desk/receiving.ts'
import { writeStoredAccount } from '../../electron/provider/stored-account.ts'
import { writeReceiverMemory, writeReceiverSettings } from '../../electron/provider/webhook/stored-receiver.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { type AlarmClock, withAlarms } from '../queue/alarm-clock.ts'
import { WIRE_ACCOUNT } from '../support/office-account.ts'
import { withStore } from '../support/store.ts'
import { freePort, holdPort, postWebhook, SIGNATURE_SECRET, signWebhook } from '../support/webhooks.ts'

const LOOPBACK = '127.0.0.1'

interface Rig {
  readonly clock: AlarmClock
  receiving: Receiving
  /** When the sending desk was told that inbound is known. */
  readonly heardAt: number[]
  readonly troubles: readonly unknown[]
  /** A receipt comes in, well signed. Returns the status of the answer. */
  bringReceipt(): Promise<number>
  /** The store takes no receipt until the returned function is called. */
  fillDisk(): Promise<() => Promise<void>>
  /** The addresses that the computer has from now on. */
  setAddresses(now: readonly string[]): void
  /** Lets time pass minute by minute, and what each minute asked for be done. */
  pass(minutes: number): Promise<void>
  /** As when the program ends and is started again. */
  reopen(): Promise<void>
}

/** A receiver that is switched on and was reached before, over a real store, with time in the hands of the test. */
function withReceiving(
  use: (rig: Rig) => Promise<void>,
  {
    port,
    isProven = true,
    expectedTroubles = 0,
  }: { readonly port?: number; readonly isProven?: boolean; readonly expectedTroubles?: number } = {},
): Promise<void> {
  return withStore(async (store) => {
    const { apiKey, apiSecret } = WIRE_ACCOUNT
    const account = { apiKey, apiSecret, applicationId: null, privateKey: null, checkedAtMs: null }
    await writeStoredAccount(store.db, { ...account, inbound: 'webhook' })
    const place = { host: LOOPBACK, port: port ?? (await freePort()) }
    await writeReceiverSettings(store.db, { isOn: true, signatureSecret: SIGNATURE_SECRET, ...place })
    const nothing = { listenedUntilMs: null, catchingUpUntilMs: null }
    await writeReceiverMemory(store.db, { ...nothing, lastHeardAtMs: isProven ? store.clock.now() : null })
    const clock = withAlarms(store.clock)
    const heardAt: number[] = []
    const troubles: unknown[] = []
    let addresses: readonly string[] = [LOOPBACK]
    const open = () =>
      openReceiving({
        store,
        clock,
        newId: store.newId,
        practice: () => ({ name: 'Cedar Clinic', phone: '' }),
        setAlarm: clock.setAlarm,
        addresses: () => addresses,
        sending: () => ({ heardInbound: () => heardAt.push(clock.now()), heardNews: () => undefined }),
        emit: () => undefined,
        reportTrouble: (cause) => troubles.push(cause),
      })
    const rig: Rig = {
      clock,
      heardAt,
      troubles,
      bringReceipt: () => {
        const body = JSON.stringify({ message_uuid: 'a', status: 'delivered', timestamp: '2026-11-24T17:00:00Z' })
        const url = `http://${LOOPBACK}:${place.port}/webhooks/status`
        return postWebhook(url, body, signWebhook(body, clock))
      },
      fillDisk: async () => {
        const full = `CREATE TEMP TRIGGER full BEFORE INSERT ON status_event BEGIN SELECT RAISE (ABORT, 'disk full'); END`
        await sql.raw(full).execute(store.db)
        return async () => void (await sql.raw('DROP TRIGGER full').execute(store.db))
      },
      setAddresses: (now) => {
        addresses = now
      },
      receiving: await open(),
      pass: async (minutes) => {
        for (let minute = 0; minute < minutes; minute += 1) {
          clock.advance(MINUTE_MS)
          await rig.receiving.settled()
        }
      },
      reopen: async () => {
        await rig.receiving.stop()
        rig.receiving = await open()
      },
    }
    await use(rig)
    await rig.receiving.stop()
    expect(troubles).toHaveLength(expectedTroubles)
  })
}

describe('a receiver that listens', () => {
  test('says so every minute', () =>
    withReceiving(async ({ clock, heardAt, receiving, pass }) => {
      const begunMs = clock.now()
      expect(receiving.state()).toMatchObject({ stand: 'listening', catchingUpUntilMs: null })
      await pass(10)
      expect(heardAt.map((atMs) => (atMs - begunMs) / MINUTE_MS)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    }))

  test('says nothing while its address is gone, and listens again when that is back', () =>
    withReceiving(async (rig) => {
      rig.setAddresses([])
      await rig.pass(2)
      expect(rig.receiving.state().stand).toBe('address_gone')
      expect(rig.heardAt).toHaveLength(1)
      rig.setAddresses([LOOPBACK])
      await rig.pass(1)
      expect(rig.receiving.state().stand).toBe('listening')
    }))

  test('says nothing while its port is taken, and takes it once it is free', async () => {
    const other = await holdPort()
    await withReceiving(
      async ({ heardAt, receiving, pass }) => {
        expect(receiving.state().stand).toBe('port_taken')
        await pass(3)
        expect(heardAt).toEqual([])
        await other.free()
        await pass(1)
        expect(receiving.state().stand).toBe('listening')
        expect(heardAt).toHaveLength(1)
      },
      { port: other.port },
    )
  })

  test('says nothing before anything came that way', () =>
    withReceiving(
      async ({ heardAt, receiving, pass }) => {
        expect(receiving.state().stand).toBe('listening')
        await pass(5)
        expect(heardAt).toEqual([])
      },
      { isProven: false },
    ))

  test('has to be shown to stand once more when it is set to listen elsewhere', () =>
    withReceiving(async ({ heardAt, receiving, pass }) => {
      await receiving.restart(true)
      await pass(5)
      expect(heardAt).toHaveLength(1)
    }))

  test('says nothing any more after it was stopped', () =>
    withReceiving(async ({ receiving, heardAt, pass }) => {
      const stopped = receiving.stop()
      // A minute that was due already must not open it again.
      await pass(1)
      await stopped
      await pass(5)
      expect(receiving.state().stand).toBe('off')
      expect(heardAt).toHaveLength(1)
    }))
})

describe('after a gap, what was turned away comes again first', () => {
  const waits = [
    ['the program was closed', (rig: Rig) => closedFor(rig, 2 * HOUR_MS)],
    ['the computer slept', (rig: Rig) => asleepFor(rig, 2 * HOUR_MS)],
    ['the program was closed while the clock was set back', (rig: Rig) => closedFor(rig, -2 * MINUTE_MS)],
  ] as const
  test.each(waits)('%s', (_, begin) =>
    withReceiving(async (rig) => {
      await begin(rig)
      const { catchingUpUntilMs } = rig.receiving.state()
      expect(catchingUpUntilMs).toBe(rig.clock.now() + 16 * MINUTE_MS)
      await rig.pass(15)
      expect(rig.heardAt).toHaveLength(1)
      await rig.pass(1)
      expect(rig.heardAt).toHaveLength(2)
      expect(rig.receiving.state().catchingUpUntilMs).toBe(null)
    }),
  )

  test('a restart in the middle of it does not cut it short', () =>
    withReceiving(async (rig) => {
      await closedFor(rig, 2 * HOUR_MS)
      await rig.pass(5)
      await rig.reopen()
      await rig.pass(10)
      expect(rig.heardAt).toHaveLength(1)
      await rig.pass(1)
      expect(rig.heardAt).toHaveLength(2)
    }))

  test('what a full disk turned away comes again before inbound is known', () =>
    withReceiving(
      async ({ fillDisk, bringReceipt, heardAt, receiving, clock, pass }) => {
        const makeRoom = await fillDisk()
        expect(await bringReceipt()).toBe(500)
        await makeRoom()
        expect(receiving.state().catchingUpUntilMs).toBe(clock.now() + 16 * MINUTE_MS)
        await pass(15)
        expect(heardAt).toHaveLength(1)
        expect(await bringReceipt()).toBe(200)
        await pass(1)
        expect(heardAt).toHaveLength(2)
      },
      { expectedTroubles: 1 },
    ))

  test('a short one, as when a setting is saved, is none', () =>
    withReceiving(async (rig) => {
      await rig.reopen()
      await rig.receiving.restart()
      expect(rig.heardAt).toHaveLength(3)
    }))
})

async function closedFor(rig: Rig, ms: number): Promise<void> {
  await rig.receiving.stop()
  rig.clock.advance(ms)
  await rig.reopen()
}

async function asleepFor(rig: Rig, ms: number): Promise<void> {
  rig.clock.advance(ms)
  await rig.receiving.settled()
}
