import { foldConsent } from '../../shared/domain/consent.ts'
import { readInbound, type ReplyMeaning, type ReplyReading } from '../../shared/domain/opt-out.ts'
import { isTakenBack } from '../../shared/domain/start-word.ts'
import { scopeOfStop } from '../../shared/domain/stop-scope.ts'
import {
  foldStops,
  isEnded,
  isEverythingEnded,
  type StandingStop,
  type StopScope,
} from '../../shared/domain/suppression.ts'
import type {
  ConsentEventId,
  DeliveryId,
  E164,
  GroupThreadId,
  InboundMessageId,
  LineId,
  NewId,
  SuppressionId,
} from '../../shared/ids.ts'
import { assertNever } from '../../shared/result.ts'
import { type Clock, type Instant, MINUTE_MS } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { appendConsentEvent, consentEventsOf } from '../db/repos/consent-events.ts'
import { addInboundMedia, type InboundAttachment } from '../db/repos/inbound-media.ts'
import { addInboundMessage, hasSaidStopAfter } from '../db/repos/inbound-messages.ts'
import { textsLeftFor } from '../db/repos/left-texts.ts'
import { getLine } from '../db/repos/lines.ts'
import { addSuppression, liftSuppression, standingSuppressions } from '../db/repos/suppressions.ts'
import { hasReplySince } from '../db/repos/waiting-deliveries.ts'
import type { Writer } from '../db/schema.ts'
import { readOptOutChoices } from './opt-out-choices.ts'
import { optOutNumber } from './opt-out-number.ts'
import { queueReply, type Reply } from './queue-reply.ts'
import { settleDoubt } from './settle-doubt.ts'

/** What the service works with. */
export interface RecordInboundParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  /** The practice as it names itself in the answers that Optdesk gives. */
  readonly practice: () => { readonly name: string; readonly phone: string }
}

/** A text as it came from the provider. */
export interface IncomingText {
  readonly providerUuid: string
  readonly lineId: LineId
  readonly e164: E164
  readonly body: string
  readonly sentAtMs: Instant
  /** The group thread in which it was written; left out for one to one. */
  readonly groupThreadId?: GroupThreadId | null
  /** Left out where the provider's book tells of the text: it knows of words alone. */
  readonly attachments?: readonly InboundAttachment[]
}

/** What a text did. */
export interface RecordedInbound {
  /** False when this very text was here before; then nothing was done. */
  readonly isNew: boolean
  readonly meaning: ReplyMeaning
  readonly blocked: readonly DeliveryId[]
}

/** The text within its transaction, with what the steps below share. */
interface Arrival extends IncomingText {
  readonly id: InboundMessageId
  readonly reading: ReplyReading
  readonly nowMs: Instant
  readonly newId: NewId
  readonly facts: Reply['facts']
}

/**
 * Keeps a text that came in and acts on what it means, all in one transaction: when a STOP is on disk, so are the block on
 * its number, the revoked consent and the blocked deliveries. The same text may be recorded any number of times.
 */
export function recordInbound(parts: RecordInboundParts, text: IncomingText): Promise<RecordedInbound> {
  const { store, clock, newId } = parts
  const practice = parts.practice()
  const nowMs = clock.now()
  const reading = readInbound(text.body)
  const { meaning } = reading
  const { attachments = [], ...message } = text
  const arrival: Arrival = {
    ...text,
    id: newId() as InboundMessageId,
    reading,
    nowMs,
    newId,
    facts: { practiceName: practice.name, practicePhone: practice.phone },
  }
  return store.db.transaction().execute(async (trx) => {
    const isNew = await addInboundMessage(trx, { ...message, id: arrival.id, meaning, receivedAtMs: nowMs })
    // The book may have told its words before: then the webhook still brings what came with them.
    await addInboundMedia(trx, text.providerUuid, attachments)
    const blocked = isNew ? await actOn(trx, arrival, meaning) : []
    return { isNew, meaning, blocked }
  })
}

async function actOn(trx: Writer, arrival: Arrival, meaning: ReplyMeaning): Promise<readonly DeliveryId[]> {
  switch (meaning) {
    case 'stop':
      return stop(trx, arrival)
    case 'start':
      await start(trx, arrival)
      return []
    case 'help':
      await help(trx, arrival)
      return []
    case 'maybe_stop':
      await holdUntilDecided(trx, arrival)
      return []
    case 'confirm_yes':
      await confirm(trx, arrival)
      return []
    case 'text':
      return []
    default:
      return assertNever(meaning)
  }
}

/** Blocks the number, and answers once. A second STOP gets no second answer. */
async function stop(trx: Writer, arrival: Arrival): Promise<readonly DeliveryId[]> {
  const { e164, id, nowMs, newId } = arrival
  const scope = await scopeOf(trx, arrival)
  const { isNew, blocked } = await optOutNumber(trx, newId, {
    e164,
    source: 'inbound_text',
    scope,
    words: arrival.body,
    inboundId: id,
    staffId: null,
    saidAtMs: arrival.sentAtMs,
    nowMs,
  })
  // A stop of one kind does not say what an unclear answer before it meant.
  if (scope === 'everything') await settleDoubt(trx, { e164, decision: 'stop', atMs: nowMs, by: id, staffId: null })
  if (isNew) await queueReply(trx, newId, { ...replyTo(arrival, 'opt_out_reply'), scope })
  return blocked
}

/** As many texts as may have left around the moment of a STOP. */
const TEXTS_LOOKED_AT = 20
/** The carrier's clock may be behind ours. */
const LATER_MS = 2 * MINUTE_MS

async function scopeOf(trx: Writer, arrival: Arrival): Promise<StopScope> {
  const { e164, lineId, reading, nowMs, sentAtMs: saidAtMs } = arrival
  const { stopEnds: choice } = await readOptOutChoices(trx)
  if (choice === 'everything') return 'everything'
  const left = await textsLeftFor(trx, { e164, lineId, untilMs: saidAtMs + LATER_MS, limit: TEXTS_LOOKED_AT })
  const isInGroup = (arrival.groupThreadId ?? null) !== null
  return scopeOfStop({ reading, choice, isInGroup, left, saidAtMs, nowMs })
}

/**
 * Takes back what START may take back, and care that was agreed to once is agreed to again. It does not bring back offers or
 * group threads, which were agreed to on paper and ask for more than a word, and it makes no consent where there never was
 * any. The provider's book may show it after a STOP that was sent later: both times are the carrier's, and the last word
 * counts.
 */
async function start(trx: Writer, arrival: Arrival): Promise<void> {
  const { e164, id, nowMs, reading, sentAtMs } = arrival
  if (await hasSaidStopAfter(trx, e164, sentAtMs)) return
  const before = await consentEventsOf(trx, [e164])
  const consent = foldConsent(before)
  const isTollFree = (await getLine(trx, arrival.lineId))?.class === 'toll_free'
  const word = { word: reading.matched ?? '', isTollFree, consent }
  const isOlder = (stop: StandingStop) => stop.source !== 'provider' || stop.atMs <= sentAtMs
  const ended = (await standingSuppressions(trx, [e164])).filter((stop) => isOlder(stop) && isTakenBack(stop, word))
  for (const stop of ended) await liftSuppression(trx, stop.id, { atMs: nowMs, by: id })
  await settleDoubt(trx, { e164, decision: 'not_stop', atMs: nowMs, by: id, staffId: null })
  const hasAgreedOnce = before.some((event) => event.purpose === 'care' && event.kind === 'granted')
  if (hasAgreedOnce && consent.care.state === 'revoked') await appendCare(trx, arrival, 'granted')
}

/** Whoever said stop to everything gets no answer either. Source: 47 CFR 64.1200(a)(12). */
async function help(trx: Writer, arrival: Arrival): Promise<void> {
  const stops = await standingSuppressions(trx, [arrival.e164])
  if (!isEverythingEnded(foldStops(stops))) await queueReply(trx, arrival.newId, replyTo(arrival, 'help_reply'))
}

/** Nothing goes out until a person has read it; what waits stays where it is. */
async function holdUntilDecided(trx: Writer, arrival: Arrival): Promise<void> {
  await addSuppression(trx, {
    id: arrival.newId() as SuppressionId,
    e164: arrival.e164,
    source: 'maybe_stop',
    words: arrival.body,
    inboundId: arrival.id,
    staffId: null,
    atMs: arrival.sentAtMs,
  })
}

/** A yes confirms the number only where Optdesk had asked for it, and only an agreement that stands. */
async function confirm(trx: Writer, arrival: Arrival): Promise<void> {
  const { care } = foldConsent(await consentEventsOf(trx, [arrival.e164]))
  const isAsked = await hasReplySince(trx, arrival.e164, 'confirmation', 0)
  const isBlocked = isEnded(foldStops(await standingSuppressions(trx, [arrival.e164])), 'care')
  if (care.state === 'granted' && isAsked && !isBlocked) await appendCare(trx, arrival, 'confirmed')
}

async function appendCare(trx: Writer, arrival: Arrival, kind: 'granted' | 'confirmed'): Promise<void> {
  await appendConsentEvent(trx, {
    id: arrival.newId() as ConsentEventId,
    e164: arrival.e164,
    purpose: 'care',
    kind,
    source: 'inbound_text',
    words: arrival.body,
    // By our own clock: by the carrier's it might seem older than the STOP it takes back, which is dated by ours.
    atMs: arrival.nowMs,
    recordedAtMs: arrival.nowMs,
  })
}

function replyTo(arrival: Arrival, kind: Reply['kind']): Reply {
  const { e164, lineId, nowMs, facts, reading } = arrival
  const language = reading.language === 'es' ? 'es' : null
  return { kind, e164, lineId, language, askedAtMs: arrival.sentAtMs, nowMs, facts }
}
