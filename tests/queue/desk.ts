import { type Delivery, getDelivery } from '../../electron/db/repos/deliveries.ts'
import type { Provider } from '../../electron/provider/port.ts'
import {
  type PracticeCarrier,
  startPracticeCarrier,
} from '../../electron/provider/practice-carrier/practice-carrier.ts'
import { connectVonage } from '../../electron/provider/vonage.ts'
import { type SendingDesk, startSendingDesk } from '../../electron/queue/sending-desk.ts'
import { practiceTiming, type Timing } from '../../electron/queue/timing.ts'
import type { DeliveryState } from '../../shared/domain/delivery.ts'
import type { DeliveryId, E164 } from '../../shared/ids.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { type AlarmClock, withAlarms } from './alarm-clock.ts'
import { addOffice, LINE, type Maker } from './office.ts'

/** A whole sending desk over a real store, with the practice carrier behind real HTTP. */
export interface Rig extends Maker {
  readonly store: TestStore
  readonly clock: AlarmClock
  readonly carrier: PracticeCarrier
  readonly provider: Provider
  desk: SendingDesk
  /** What the desk could not do; empty unless a test provokes it. */
  readonly troubles: unknown[]
  startDesk(): Promise<void>
  delivery(id: DeliveryId): Promise<Delivery>
  /** Resolves when the condition holds; it is asked again after each event of the desk. */
  until(condition: () => Promise<boolean>): Promise<void>
  /** Wakes the desk and resolves when it has nothing to do any more. */
  settle(): Promise<void>
  /** Moves the time, and resolves as `settle` does. */
  pass(ms: number): Promise<void>
  /** Lets two seconds pass at a time until the delivery has this state. Throws after a hundred. */
  passUntil(id: DeliveryId, state: DeliveryState): Promise<Delivery>
  /** The texts that the carrier took for a number, oldest first. */
  textsTo(e164: E164): Promise<readonly string[]>
}

/** What a test may set otherwise. */
export interface RigOptions {
  readonly ratePerMin?: number
  readonly wrapProvider?: (provider: Provider) => Provider
}

/** Runs a test with a desk that is connected to its own practice carrier, on which nobody answers by himself. */
export async function withDesk(use: (rig: Rig) => Promise<void>, options: RigOptions = {}): Promise<void> {
  await withStore(async (store) => {
    const rig = await makeRig(store, options)
    try {
      await use(rig)
    } finally {
      await rig.desk.stop()
      await rig.carrier.stop()
    }
  })
}

async function makeRig(store: TestStore, options: RigOptions): Promise<Rig> {
  const clock = withAlarms(store.clock)
  const maker = { store, clock, newId: store.newId }
  await addOffice(maker, options.ratePerMin)
  const listeners = new Set<() => void>()
  const troubles: unknown[] = []
  const carrier = await startPracticeCarrier({ store, clock, random: store.random })
  await carrier.set({ isAnswering: false, answerDelayMs: 0, receiptDelayMs: 0 })
  const real = connectVonage({ ...carrier.account, timeoutMs: 2_000 })
  const provider = options.wrapProvider?.(real) ?? real
  let sleeping = false
  let onTheirWay = 0
  const counted: Provider = {
    ...provider,
    send: async (request) => {
      onTheirWay += 1
      try {
        return await provider.send(request)
      } finally {
        onTheirWay -= 1
      }
    },
  }
  const timing: Timing = {
    ...practiceTiming(clock),
    setAlarm: (atMs, ring) => {
      // While a request is on its way the desk only waits for its answer.
      sleeping = onTheirWay === 0
      for (const tell of listeners) tell()
      return clock.setAlarm(atMs, () => {
        sleeping = false
        ring()
      })
    },
  }
  const startDesk = () =>
    startSendingDesk({
      ...maker,
      provider: counted,
      carrier: 'practice',
      lineId: LINE,
      random: store.random,
      timing,
      practice: () => ({ name: 'Cedar Clinic', phone: '(206) 555-0100' }),
      emit: () => {
        for (const tell of listeners) tell()
      },
      onTrouble: (cause) => troubles.push(cause),
    })
  const nextNews = () =>
    new Promise<void>((resolve) => {
      const tell = () => {
        listeners.delete(tell)
        resolve()
      }
      listeners.add(tell)
    })
  const until = async (condition: () => Promise<boolean>) => {
    for (;;) {
      const news = nextNews()
      if (await condition()) return
      await news
    }
  }
  const rig: Rig = {
    ...maker,
    carrier,
    provider,
    troubles,
    until,
    textsTo: async (e164) => {
      const { book } = await carrier.book()
      return book
        .filter((message) => message.to === e164)
        .map((message) => message.text)
        .toReversed()
    },
    settle: async () => {
      sleeping = false
      rig.desk.wake()
      await until(() => Promise.resolve(sleeping))
    },
    passUntil: async (id, state) => {
      for (let turn = 0; turn < 100; turn += 1) {
        const delivery = await rig.delivery(id)
        if (delivery.state === state) return delivery
        await rig.pass(2_000)
      }
      throw new Error(`Still ${(await rig.delivery(id)).state}, not ${state}`)
    },
    desk: await startDesk(),
    startDesk: async () => {
      rig.desk = await startDesk()
    },
    delivery: async (id) => (await getDelivery(store.db, id)) as Delivery,
    pass: async (ms) => {
      clock.advance(ms)
      await rig.settle()
    },
  }
  return rig
}
