import { laneOf } from '../../shared/domain/lane.ts'
import { measureBody } from '../../shared/domain/message-body.ts'
import type { StopScope } from '../../shared/domain/suppression.ts'
import type { DeliveryId, E164, LineId, MessageId, NewId } from '../../shared/ids.ts'
import { ANSWER_LIMITS } from '../../shared/rules/answer-limits.ts'
import { HOUR_MS, type Instant } from '../../shared/time.ts'
import { addDeliveries } from '../db/repos/deliveries.ts'
import { getLine } from '../db/repos/lines.ts'
import { addMessage } from '../db/repos/messages.ts'
import { readOptOutAssist } from '../db/repos/opt-out-assist.ts'
import { ownAnswersSince } from '../db/repos/own-answers.ts'
import { peopleByIds } from '../db/repos/people.ts'
import { peopleOfNumbers } from '../db/repos/phone-numbers.ts'
import type { Writer } from '../db/schema.ts'
import { REPLY_TEXTS, type ReplyTextFacts } from './reply-texts.ts'

/** An answer that Optdesk gives by itself to a text that came in. */
export interface Reply {
  readonly kind: 'opt_out_reply' | 'help_reply'
  /** What the stop ended that is confirmed. */
  readonly scope?: StopScope
  readonly e164: E164
  readonly lineId: LineId
  /** The language of the words that are answered, where they have one of their own: AYUDA is Spanish, HELP is anybody's. */
  readonly language?: 'es' | null
  /** When the text was sent that is answered, by the carrier's clock. */
  readonly askedAtMs: Instant
  readonly nowMs: Instant
  readonly facts: ReplyTextFacts
}

/**
 * Queues an answer if it is still in time, was not just given, and nobody else gives it. Returns its delivery, or null.
 */
export async function queueReply(writer: Writer, newId: NewId, reply: Reply): Promise<DeliveryId | null> {
  const { kind, e164, nowMs } = reply
  const expiresAtMs = lastMoment(reply)
  if (expiresAtMs <= nowMs || (await isEnough(writer, reply)) || (await isAnsweredElsewhere(writer, reply))) return null
  const messageId = newId() as MessageId
  const deliveryId = newId() as DeliveryId
  const texts = REPLY_TEXTS[reply.language ?? (await languageOf(writer, e164))]
  const body =
    kind === 'opt_out_reply' ? texts.optedOut(reply.facts, reply.scope ?? 'everything') : texts.help(reply.facts)
  await addMessage(writer, {
    id: messageId,
    onceKey: null,
    kind,
    purpose: 'service',
    emergencyReason: null,
    broadcastId: null,
    staffId: null,
    createdAtMs: nowMs,
  })
  await addDeliveries(writer, [
    {
      id: deliveryId,
      messageId,
      personId: null,
      e164,
      lineId: reply.lineId,
      lane: laneOf(kind),
      body,
      state: 'queued',
      segments: measureBody(body).segments,
      // Its turn has always come: after a clock that was set back it must not wait for a moment that comes an hour late.
      notBeforeMs: kind === 'opt_out_reply' ? 0 : nowMs,
      expiresAtMs,
      createdAtMs: nowMs,
    },
  ])
  return deliveryId
}

/** Counted from the earlier of both clocks: where they differ, the careful one holds. */
function lastMoment({ kind, askedAtMs, nowMs }: Reply): Instant {
  return kind === 'opt_out_reply' ? Math.min(askedAtMs, nowMs) + ANSWER_LIMITS.optOutReplyWithinMs : nowMs + HOUR_MS
}

/** Two machines that answer each other must not go on for ever. */
async function isEnough(writer: Writer, { kind, e164, nowMs }: Reply): Promise<boolean> {
  const { count, lastAtMs } = await ownAnswersSince(writer, e164, kind, nowMs - ANSWER_LIMITS.spanMs)
  const isJustAnswered = lastAtMs !== null && lastAtMs > nowMs - ANSWER_LIMITS.helpAgainAfterMs
  return count >= ANSWER_LIMITS.mostInSpan[kind] || (kind === 'help_reply' && isJustAnswered)
}

/**
 * On a toll-free number the network confirms a STOP by itself and takes no text after it; a provider with an opt-out
 * service answers both. A second answer would be one text too many.
 * Source: Vonage, opt-in and opt-out on toll-free numbers; Vonage Opt-Out Assist.
 */
async function isAnsweredElsewhere(writer: Writer, { kind, lineId }: Reply): Promise<boolean> {
  if ((await readOptOutAssist(writer)).has(lineId)) return true
  return kind === 'opt_out_reply' && (await getLine(writer, lineId))?.class === 'toll_free'
}

/** Spanish only where everyone known under the number reads Spanish. */
async function languageOf(writer: Writer, e164: E164): Promise<'en' | 'es'> {
  const owners = await peopleOfNumbers(writer, [e164])
  const people = await peopleByIds(
    writer,
    owners.map((owner) => owner.personId),
  )
  return people.length > 0 && people.every((person) => person.language === 'es') ? 'es' : 'en'
}
