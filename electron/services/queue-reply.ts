import { laneOf } from '../../shared/domain/lane.ts'
import { measureBody } from '../../shared/domain/message-body.ts'
import type { DeliveryId, E164, LineId, MessageId, NewId } from '../../shared/ids.ts'
import { HOUR_MS, type Instant, MINUTE_MS } from '../../shared/time.ts'
import { addDeliveries } from '../db/repos/deliveries.ts'
import { hasReplySince } from '../db/repos/waiting-deliveries.ts'
import { addMessage } from '../db/repos/messages.ts'
import { peopleByIds } from '../db/repos/people.ts'
import { peopleOfNumbers } from '../db/repos/phone-numbers.ts'
import type { Writer } from '../db/schema.ts'
import { REPLY_TEXTS, type ReplyTextFacts } from './reply-texts.ts'

/** An answer that Optdesk gives by itself to a text that came in. */
export interface Reply {
  readonly kind: 'opt_out_reply' | 'help_reply'
  readonly e164: E164
  readonly lineId: LineId
  /** When the text was sent that is answered. */
  readonly askedAtMs: Instant
  readonly nowMs: Instant
  readonly facts: ReplyTextFacts
}

/** A confirmation of an opt-out that comes later than this is one text too many. Source: 47 CFR 64.1200(a)(12). */
const OPT_OUT_REPLY_WITHIN_MS = 5 * MINUTE_MS
/** Two machines that answer each other must not go on for ever. */
const HELP_AGAIN_AFTER_MS = 10 * MINUTE_MS

/** Queues an answer if it is still in time and was not just given. Returns its delivery, or null. */
export async function queueReply(writer: Writer, newId: NewId, reply: Reply): Promise<DeliveryId | null> {
  const { kind, e164, nowMs } = reply
  const expiresAtMs = kind === 'opt_out_reply' ? reply.askedAtMs + OPT_OUT_REPLY_WITHIN_MS : nowMs + HOUR_MS
  if (expiresAtMs <= nowMs) return null
  if (kind === 'help_reply' && (await hasReplySince(writer, e164, kind, nowMs - HELP_AGAIN_AFTER_MS))) return null
  const messageId = newId() as MessageId
  const deliveryId = newId() as DeliveryId
  const texts = REPLY_TEXTS[await languageOf(writer, e164)]
  const body = kind === 'opt_out_reply' ? texts.optedOut(reply.facts) : texts.help(reply.facts)
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
      notBeforeMs: nowMs,
      expiresAtMs,
      createdAtMs: nowMs,
    },
  ])
  return deliveryId
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
