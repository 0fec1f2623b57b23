import type {
  Provider,
  ProviderRecord,
  RecordsError,
  RecordsWindow,
  SendRequest,
} from '../../../electron/provider/port.ts'
import type { StatusEvent } from '../../../electron/db/repos/status-events.ts'
import type { SendOutcome } from '../../../shared/domain/send-outcome.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { E164 } from '../../../shared/ids.ts'
import { type Instant, MINUTE_MS } from '../../../shared/time.ts'
import type { Chance } from './chance.ts'
import { OFFICE } from './people.ts'
import type { Timeline } from './timeline.ts'
import { drawFate, type Fate, type Mood } from './wire-fates.ts'

/** A message that the carrier has: the truth, whatever the office knows. */
export interface Taken {
  readonly clientRef: string
  readonly to: E164
  readonly uuid: string
  readonly atMs: Instant
  readonly finalAtMs: Instant
  readonly final: 'delivered' | 'undeliverable' | 'rejected'
}

/** The carrier and the way to it. */
export interface Carrier {
  readonly provider: Provider
  network: Mood | 'away'
  readonly taken: readonly Taken[]
  /** A phone writes to the office. The record may appear a little later than it was sent. */
  receive(from: E164, text: string): ProviderRecord
  /** What a webhook would tell now of a message. */
  statusOf(taken: Taken): StatusEvent
}

/** What hears of everything on the wire. */
export interface WireWatch {
  /** A request begins to leave. */
  began(request: SendRequest): void
  ended(request: SendRequest, fate: Fate, outcome: SendOutcome): void
  /** Inbound was read to its end. */
  readInbound(): void
}

/** A record is in the book this much after its message, at the latest. */
const LONGEST_LAG_MS = MINUTE_MS

/** Makes a carrier whose whole behaviour is drawn from chance. */
export function startCarrier(chance: Chance, timeline: Timeline, watch: WireWatch): Carrier {
  const taken: Taken[] = []
  const inbound: { readonly record: ProviderRecord; readonly seenFromMs: Instant }[] = []

  function take(request: SendRequest): string {
    const known = taken.at(-1)
    // Once in a while the provider gives one id twice.
    const uuid = known !== undefined && chance.happens(0.005) ? known.uuid : uuidOf(chance)
    const final = chance.weighted({ delivered: 18, undeliverable: 1, rejected: 1 })
    const finalAtMs = timeline.now() + chance.between(500, 5 * MINUTE_MS)
    taken.push({ clientRef: request.clientRef, to: request.to, uuid, atMs: timeline.now(), finalAtMs, final })
    return uuid
  }

  async function send(request: SendRequest): Promise<SendOutcome> {
    watch.began(request)
    const fate = drawFate(chance, carrier.network)
    await passes(timeline, fate.latencyMs * chance.share())
    const uuid = fate.isTaken ? take(request) : ''
    await passes(timeline, fate.latencyMs * chance.share())
    const outcome = fate.answer(uuid)
    watch.ended(request, fate, outcome)
    return outcome
  }

  async function fetchRecords(window: RecordsWindow): Promise<Result<readonly ProviderRecord[], RecordsError>> {
    await passes(timeline, chance.between(20, 400))
    const failure = readFailure(chance, carrier.network)
    if (failure !== null) return err(failure)
    const found = window.direction === 'inbound' ? seenInbound() : taken.map(recordOf)
    const records = found.filter(({ receivedAtMs }) => receivedAtMs >= window.fromMs && receivedAtMs < window.toMs)
    if (window.direction === 'inbound') watch.readInbound()
    return ok(records)
  }

  function seenInbound(): readonly ProviderRecord[] {
    return inbound.filter(({ seenFromMs }) => seenFromMs <= timeline.now()).map(({ record }) => record)
  }

  function statusOf(message: Taken): StatusEvent {
    const isFinal = timeline.now() >= message.finalAtMs
    return {
      providerUuid: message.uuid,
      status: isFinal ? message.final : 'submitted',
      atMs: isFinal ? message.finalAtMs : message.atMs,
      clientRef: message.clientRef,
      code: isFinal && message.final === 'rejected' ? chance.pick(['9', '1050'] as const) : null,
    }
  }

  function recordOf(message: Taken): ProviderRecord {
    const { status, atMs, code } = statusOf(message)
    const isFinal = status !== 'submitted'
    return {
      ...recordBase(message.uuid, OFFICE, message.to, message.atMs),
      direction: 'outbound',
      clientRef: message.clientRef,
      status,
      errorCode: isFinal && message.final === 'rejected' ? (code === null ? null : '1050') : null,
      finalizedAtMs: isFinal ? atMs : null,
    }
  }

  const carrier: Carrier = {
    provider: { capabilities: { mms: true, groupMms: 'per-member' }, send, fetchRecords },
    network: 'well',
    taken,
    statusOf,
    receive: (from, text) => {
      const record = { ...recordBase(uuidOf(chance), from, OFFICE, timeline.now()), text }
      inbound.push({ record, seenFromMs: timeline.now() + chance.between(0, LONGEST_LAG_MS) })
      return record
    },
  }
  return carrier
}

function recordBase(uuid: string, from: E164, to: E164, receivedAtMs: Instant): ProviderRecord {
  return {
    direction: 'inbound',
    uuid,
    from,
    to,
    text: '',
    clientRef: null,
    status: null,
    errorCode: null,
    costMicros: null,
    costCurrency: null,
    receivedAtMs,
    finalizedAtMs: null,
  }
}

function readFailure(chance: Chance, network: Mood | 'away'): RecordsError | null {
  if (network === 'away') return { code: 'offline', cause: 'ECONNREFUSED' }
  if (network === 'captive') return { code: 'garbled', httpStatus: 200 }
  if (network === 'refusing') return { code: 'account', httpStatus: 401 }
  if (network === 'throttling' && chance.happens(0.4)) return { code: 'throttled', retryAfterMs: 3_000 }
  if ((network === 'failing' || network === 'cutting') && chance.happens(0.4))
    return { code: 'offline', cause: 'ECONNRESET' }
  return null
}

/** Time passes on the way. */
function passes(timeline: Timeline, ms: number): Promise<void> {
  return new Promise((resolve) => void timeline.after(ms, resolve))
}

function uuidOf(chance: Chance): string {
  const hex = Buffer.from(chance.bytes(16)).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
