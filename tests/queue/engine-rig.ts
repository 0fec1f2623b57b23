import { sql } from 'kysely'
import { type Delivery, getDelivery } from '../../electron/db/repos/deliveries.ts'
import type { Provider, ProviderRecord, SendRequest } from '../../electron/provider/port.ts'
import type { SendingDeskOptions } from '../../electron/queue/desk-options.ts'
import { openEngine, type SendingEngine } from '../../electron/queue/engine.ts'
import { officeTiming } from '../../electron/queue/timing.ts'
import { recordInbound, type RecordInboundParts } from '../../electron/services/record-inbound.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import type { DeliveryId, E164 } from '../../shared/ids.ts'
import type { CoreEvent, OutputOf } from '../../shared/ipc/contract.ts'
import { err, ok } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { addOffice, LINE, type Maker } from './office.ts'

/** One request as the provider saw it begin. `trueMs` is time that nobody can set. */
export interface SeenRequest extends SendRequest {
  readonly trueMs: number
  readonly wallMs: Instant
}

/** The engine turn by turn, over a real store, with a provider that does what a test says and time that stands still. */
export interface EngineRig extends Maker {
  readonly store: TestStore
  engine: SendingEngine
  readonly requests: SeenRequest[]
  readonly events: CoreEvent[]
  readonly troubles: unknown[]
  /** What the provider answers; a promise that a test holds open keeps the request on its way. */
  answer: (request: SendRequest) => SendOutcome | Promise<SendOutcome>
  /** What its book holds; null while it cannot be read. */
  book: ProviderRecord[] | null
  /** Takes turns until there is nothing to do at this moment. Returns until when. */
  settle(): Promise<Instant>
  /** Lets time pass, each turn at the moment that it asked for. */
  runFor(ms: number): Promise<void>
  /** True time goes on, the clock on the wall is set. */
  setWall(at: Instant): void
  /** Drops the engine where it is, and opens another over the same store. */
  restart(): Promise<void>
  delivery(id: DeliveryId): Promise<Delivery>
  status(): Promise<OutputOf<'queue.status'>>
  /** A text that comes in at this moment, by another hand than the engine's. */
  receive(e164: E164, body: string): Promise<void>
}

export interface EngineRigOptions extends Partial<SendingDeskOptions> {
  readonly ratePerMin?: number
  /** Between two readings; days pass faster with fewer of them. */
  readonly readEveryMs?: number
}

/** A text that came in, as the provider's book shows it. */
export function inboundRecord(from: E164, to: E164, text: string, receivedAtMs: Instant): ProviderRecord {
  const nothing = { clientRef: null, status: null, errorCode: null, costMicros: null, costCurrency: null }
  return {
    ...nothing,
    direction: 'inbound',
    uuid: `in ${receivedAtMs}`,
    from,
    to,
    text,
    receivedAtMs,
    finalizedAtMs: null,
  }
}

/** Runs a test with an engine that has not taken a turn yet. */
export function withEngine(use: (rig: EngineRig) => Promise<void>, options: EngineRigOptions = {}): Promise<void> {
  return withStore(async (store) => {
    const { ratePerMin, readEveryMs, ...rest } = options
    const office = officeTiming(store.clock)
    const given = { timing: { ...office, syncEveryMs: readEveryMs ?? office.syncEveryMs }, ...rest }
    // Hours of sending pass in a test; what survives a power cut is tested where the disk is.
    await sql.raw('PRAGMA synchronous = OFF').execute(store.db)
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker, ratePerMin)
    await use(await makeRig(store, maker, given))
  })
}

async function makeRig(
  store: TestStore,
  maker: Maker,
  given: Partial<SendingDeskOptions> & Pick<SendingDeskOptions, 'timing'>,
): Promise<EngineRig> {
  let trueMs = 0
  let uuids = 0
  let texts = 0
  let waiting = 0
  let tellAnswer: () => void = () => undefined
  const practice = () => ({ name: 'Cedar Clinic', phone: '' })
  const provider: Provider = {
    capabilities: { mms: true, groupMms: 'per-member' },
    send: async (request) => {
      rig.requests.push({ ...request, trueMs, wallMs: store.clock.now() })
      waiting += 1
      try {
        return await rig.answer(request)
      } finally {
        waiting -= 1
      }
    },
    fetchRecords: ({ direction, fromMs, toMs }) => {
      if (rig.book === null) return Promise.resolve(err({ code: 'offline', cause: 'ECONNREFUSED' }))
      const within = rig.book.filter(
        (record) => record.direction === direction && record.receivedAtMs >= fromMs && record.receivedAtMs < toMs,
      )
      return Promise.resolve(ok(within))
    },
  }
  const options: SendingDeskOptions = {
    ...maker,
    provider,
    carrier: 'vonage',
    lineId: LINE,
    random: store.random,
    steadyMs: () => trueMs,
    practice,
    emit: (event) => rig.events.push(event),
    onTrouble: (cause) => rig.troubles.push(cause),
    ...given,
  }
  const open = () => openEngine(options, () => tellAnswer())
  const advance = (ms: number): void => {
    trueMs += ms
    store.clock.advance(ms)
  }
  const rig: EngineRig = {
    ...maker,
    store,
    requests: [],
    events: [],
    troubles: [],
    book: [],
    answer: () => ({ class: 'ACCEPTED', uuid: `5d00604f-0000-4000-8000-${String((uuids += 1)).padStart(12, '0')}` }),
    engine: await open(),
    settle: async () => {
      for (;;) {
        const untilMs = await rig.engine.turn()
        // What the provider answers at once is written down at this moment too.
        if (untilMs === null || (await nextAnswer())) continue
        return untilMs
      }
    },
    runFor: async (ms) => {
      const endMs = trueMs + ms
      for (;;) {
        const waitMs = Math.max(1, (await rig.settle()) - store.clock.now())
        if (trueMs + waitMs >= endMs) break
        advance(waitMs)
      }
      advance(endMs - trueMs)
      await rig.settle()
    },
    setWall: (at) => store.clock.set(at),
    restart: async () => {
      rig.engine = await open()
    },
    delivery: async (id) => (await getDelivery(store.db, id)) as Delivery,
    status: () => rig.engine.status(),
    receive: async (e164, body) => {
      texts += 1
      const parts: RecordInboundParts = { ...maker, practice }
      const sentAtMs = store.clock.now()
      await recordInbound(parts, { providerUuid: `in-${texts}`, lineId: LINE, e164, body, sentAtMs })
    },
  }

  /** Lets promises that are already settled come through; true when one of them was an answer. */
  async function nextAnswer(): Promise<boolean> {
    if (waiting === 0 && !hasAnswer) return false
    for (let hops = 0; hops < 20 && !hasAnswer; hops += 1) await Promise.resolve()
    const had = hasAnswer
    hasAnswer = false
    return had
  }
  let hasAnswer = false
  tellAnswer = () => {
    hasAnswer = true
  }
  return rig
}
