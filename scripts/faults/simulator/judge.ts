import type { Database } from 'better-sqlite3'
import type { SendRequest } from '../../../electron/provider/port.ts'
import { type DeliveryState, isLegal, isTerminal } from '../../../shared/domain/delivery.ts'
import type { SendOutcome } from '../../../shared/domain/send-outcome.ts'
import type { DeliveryId, E164 } from '../../../shared/ids.ts'
import { type Instant, MINUTE_MS } from '../../../shared/time.ts'
import type { Taken } from './carrier.ts'
import type { Fact } from './facts.ts'
import { PEOPLE } from './people.ts'
import { judgePace, type LineLimits } from './judge-pace.ts'
import { judgeWords, type PhoneWord } from './judge-words.ts'

/** Something that must never happen, and did. */
export interface Violation {
  /** The rule it breaks: A1 to A9 and I1 to I15 of ARCHITECTURE.md, P1 to P6 of the promises. */
  readonly rule: string
  readonly what: string
  /** True time of the run. */
  readonly atMs: Instant
}

/** A delivery as the committed facts tell it. */
interface Known {
  readonly e164: E164
  readonly messageId: string
  state: DeliveryState
  /** How often a person said "send again". */
  again: number
}

/** Watches one run: what is on the disk, and what is on the wire. Whatever it says is wrong, is wrong. */
export interface Judge {
  readonly violations: readonly Violation[]
  readonly deliveries: ReadonlyMap<DeliveryId, Known>
  /** Takes note of what is on the disk since the last time. */
  learn(facts: readonly Fact[]): void
  /** A request leaves. */
  sees(request: SendRequest): void
  /** Its answer is there. */
  seesAnswer(request: SendRequest, outcome: SendOutcome): void
  /** A phone wrote to the office, which may hear of it now, later, or twice. */
  phoneWrote(word: PhoneWord): void
  /** Inbound was read to its end. */
  readInbound(): void
  /** The program told somebody that this was saved, for this press of a button. */
  acknowledged(onceKey: string, id: DeliveryId): void
  /** A program started over the store: nothing may be on its way. */
  started(): void
  /** The program had all the time in the world on a network that works. */
  closes(taken: readonly Taken[]): void
  /** Something that a person or the simulator finds wrong. */
  accuse(rule: string, what: string): void
}

/** A receipt that came later than this before the end of the run need not have been read. */
const RECEIPT_READ_AFTER_MS = 30 * MINUTE_MS

/** What the judge may look at besides the facts. */
export interface Evidence {
  readonly database: Database
  /** True time. */
  readonly trueNow: () => Instant
  /** What the office's own clock shows; its hours are kept by that one. */
  readonly officeNow: () => Instant
  /** Whether it was ever turned: the days of a cap are then other days. */
  readonly clockWasWrong: () => boolean
  readonly taken: () => readonly Taken[]
  readonly limits: LineLimits
}

/** Nothing may leave when the last reading of inbound is older; a little more than the rule, for what was on its way. */
const STALE_AFTER_MS = 5 * MINUTE_MS + 1_000

/** Makes the judge of one run. */
export function callJudge(evidence: Evidence): Judge {
  const violations: Violation[] = []
  const deliveries = new Map<DeliveryId, Known>()
  const attempts = new Map<string, DeliveryId>()
  const stops = new Map<string, { readonly e164: E164 }>()
  const acknowledged = new Map<string, DeliveryId>()
  const words = judgeWords()
  let inboundReadAtMs = -Infinity

  const accuse = (rule: string, what: string): void => {
    violations.push({ rule, what, atMs: evidence.trueNow() })
  }
  const pace = judgePace({ ...evidence, accuse })

  function moved({ id, from, to }: Extract<Fact, { kind: 'move' }>): void {
    const known = deliveries.get(id)
    if (known === undefined) return accuse('I5', `A delivery moved that never came: ${id}`)
    if (!isLegal(from, to)) accuse('A3', `${from} to ${to}`)
    if (isTerminal(from)) accuse('I9', `${from} is an end, and it went to ${to}`)
    if (from === 'sending' && to === 'queued' && isTaken(id))
      accuse('I7', 'The carrier has what went back into the queue')
    if (from === 'needs_person' && to === 'queued') known.again += 1
    known.state = to
  }

  /** Whether the carrier has its latest attempt; an earlier one may have been sent again by a person. */
  function isTaken(id: DeliveryId): boolean {
    const latest = [...attempts].findLast(([, of]) => of === id)?.[0]
    return evidence.taken().some(({ clientRef }) => clientRef === latest)
  }

  function learn(facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.kind === 'delivery') {
        const { id, messageId, e164 } = fact
        const isSecond = [...deliveries.values()].some((one) => one.messageId === messageId && one.e164 === e164)
        if (isSecond) accuse('I2', 'Two deliveries of one message to one number')
        deliveries.set(id, { e164, messageId, state: 'queued', again: 0 })
      } else if (fact.kind === 'move') moved(fact)
      else if (fact.kind === 'attempt') {
        attempts.set(fact.clientRef, fact.id)
        if (fact.isHeldBack) accuse('I12', 'Taken although its broadcast or its line was held back')
      } else if (fact.kind === 'inbound') words.heard(fact.uuid)
      else if (fact.isLifted) stops.delete(fact.id)
      else stopped(fact)
    }
  }

  const waiting = evidence.database.prepare(
    `SELECT d.id FROM delivery d JOIN message m ON m.id = d.message_id
     WHERE d.e164 = ? AND d.state IN ('held', 'queued') AND m.kind <> 'opt_out_reply'`,
  )

  /** When a stop is on the disk, nothing that it ends waits any more: it was called back in the same transaction. */
  function stopped({ id, e164, source, scope }: Extract<Fact, { kind: 'suppression' }>): void {
    stops.set(id, { e164 })
    if (source !== 'maybe_stop' && scope === 'everything' && waiting.all(e164).length > 0)
      accuse('P2', 'A stop is stored and something for its number still waits')
  }

  const kindOf = evidence.database.prepare(
    'SELECT m.kind, m.purpose, d.segments, d.expires_at_ms AS expiresAtMs FROM delivery d JOIN message m ON m.id = d.message_id WHERE d.id = ?',
  )

  function sees(request: SendRequest): void {
    const id = attempts.get(request.clientRef)
    if (id === undefined) return accuse('I4', 'A request left whose attempt is not on the disk')
    const known = deliveries.get(id)
    const row = kindOf.get(id) as { kind: string; purpose: string; segments: number; expiresAtMs: Instant }
    if (known?.state !== 'sending') accuse('I12', `A ${known?.state} delivery reached the wire`)
    if (known?.e164 !== request.to) accuse('A2', 'A request for another number')
    if (row.expiresAtMs <= evidence.officeNow()) accuse('P6', 'It left after its time')
    if (row.kind !== 'opt_out_reply' && isStopped(request.to)) accuse('I3', 'A request after the stop was stored')
    if (row.kind !== 'opt_out_reply' && words.hasSaidStop(request.to))
      accuse('A1', 'The last word of this number is STOP')
    for (const other of request.participants)
      if (isStopped(other)) accuse('I15', 'A group names a number that said stop')
    if (evidence.trueNow() - inboundReadAtMs > STALE_AFTER_MS) accuse('I11', 'Inbound was not read for too long')
    if (isHourRuled(row.kind, row.purpose) && !isDaytime(request.to, evidence.officeNow()))
      accuse('A5', 'Outside the hours')
    if (/[^0-9A-Z.]/.test(request.clientRef) || request.clientRef.length > 40) accuse('I14', 'A telling client_ref')
    pace.began(request, row.segments)
    if (accepts(id) > known!.again) accuse('I1', 'The carrier has this one already, and nobody asked again')
  }

  function isStopped(e164: E164): boolean {
    return [...stops.values()].some((stop) => stop.e164 === e164)
  }

  function accepts(id: DeliveryId): number {
    return evidence.taken().filter(({ clientRef }) => attempts.get(clientRef) === id).length
  }

  function started(): void {
    pace.started()
    for (const [id, { state }] of deliveries)
      if (state === 'sending') accuse('I6', `${id} is still sending after a start`)
  }

  function closes(taken: readonly Taken[]): void {
    const rows = evidence.database.prepare('SELECT id, state, not_before_ms, provider_uuid FROM delivery').all() as {
      id: DeliveryId
      state: DeliveryState
      not_before_ms: Instant
    }[]
    const ids = new Set(rows.map(({ id }) => id))
    if (rows.length !== deliveries.size) accuse('A4', `${deliveries.size} came in, ${rows.length} are there`)
    for (const id of acknowledged.values())
      if (!ids.has(id)) accuse('P3', `${id} was said to be saved and is not there`)
    for (const { id, state, not_before_ms: notBeforeMs } of rows) {
      if (deliveries.get(id)?.state !== state) accuse('A3', `${id} is ${state} and no fact tells how`)
      if (state === 'sending') accuse('A9', `${id} is sending for ever`)
      const isHeld = isStopped(deliveries.get(id)!.e164) || evidence.limits.dailyCap !== null
      if (state === 'queued' && notBeforeMs < evidence.officeNow() && !isHeld)
        accuse('I13', `${id} could leave and does not`)
      const finals = taken.filter(({ clientRef, uuid }) => attempts.get(clientRef) === id && isOnly(taken, uuid))
      const isDelivered = finals.some(
        ({ final, finalAtMs }) => final === 'delivered' && finalAtMs < evidence.trueNow() - RECEIPT_READ_AFTER_MS,
      )
      // After "send again" the second message may have another end than the first.
      const isOnce = deliveries.get(id)?.again === 0
      if (isDelivered && isOnce && !['delivered', 'closed'].includes(state))
        accuse('I8', `${id} arrived and is shown as ${state}`)
    }
  }

  return {
    violations,
    deliveries,
    learn,
    sees,
    started,
    closes,
    accuse,
    readInbound: () => {
      inboundReadAtMs = evidence.trueNow()
    },
    seesAnswer: pace.ended,
    phoneWrote: words.wrote,
    acknowledged: (onceKey, id) => {
      const before = acknowledged.get(onceKey) ?? id
      if (before !== id) accuse('P1', 'One press made two messages')
      acknowledged.set(onceKey, id)
    },
  }
}

/** An id that the provider gave twice proves nothing about either message. */
function isOnly(taken: readonly Taken[], uuid: string): boolean {
  return taken.filter((one) => one.uuid === uuid).length === 1
}

function isHourRuled(kind: string, purpose: string): boolean {
  return kind !== 'opt_out_reply' && kind !== 'help_reply' && purpose !== 'emergency'
}

const hourIn = new Map<string, Intl.DateTimeFormat>()

/** The judge reads the clock its own way: 8 in the morning to 8 in the evening wherever the number may be. */
function isDaytime(e164: E164, atMs: Instant): boolean {
  const zones = PEOPLE.find((person) => person.e164 === e164)?.zones ?? []
  return zones.every((timeZone) => {
    const format =
      hourIn.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hour12: false })
    hourIn.set(timeZone, format)
    const hour = Number(format.format(atMs))
    return hour >= 8 && hour < 20
  })
}
