import { type Conversation, isAnswer } from '../../shared/domain/conversation.ts'
import { COUNTED_FOR_MS } from '../../shared/domain/frequency-cap.ts'
import { laneOf } from '../../shared/domain/lane.ts'
import { mayText } from '../../shared/domain/consent.ts'
import { renderBody } from '../../shared/domain/merge-fields.ts'
import { LONGEST_TEXT, measureBody } from '../../shared/domain/message-body.ts'
import type { DeliveryId, E164, MessageId, PersonId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { type Instant, MINUTE_MS } from '../../shared/time.ts'
import { deliveryOfMessage } from '../db/repos/delivery-rows.ts'
import { addDeliveries } from '../db/repos/deliveries.ts'
import { addMessageMedia } from '../db/repos/media.ts'
import type { Media } from '../db/repos/media.ts'
import { lastInboundAt, type RecentText } from '../db/repos/recent-texts.ts'
import { addMessage, messageByOnceKey } from '../db/repos/messages.ts'
import { getPerson } from '../db/repos/people.ts'
import type { Person } from '../db/repos/people.ts'
import { peopleOfNumbers } from '../db/repos/phone-numbers.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { officeRules } from '../queue/office-rules.ts'
import { textProblems } from './draft-broadcast.ts'
import { promiseOf } from './draft-terms.ts'
import { lawfulSlots } from './lawful-slot.ts'
import type { Slot, SlotTerms } from './lawful-slot.ts'
import { mediaOfDraft, partsOf, problemsOfMedia, startOf } from './message-media.ts'
import { messageValues } from './message-values.ts'
import { countedTexts, numberFacts } from './number-facts.ts'
import { noteOverCap } from './note-over-cap.ts'
import { consentQuestion } from './verdicts.ts'

type Letter = ParsedInputOf<'messages.send'>
type Sent = OutputOf<'messages.send'>

/**
 * Queues a text to one number, at its next lawful hour; the same `onceKey` again answers what was queued the first time.
 * Errors: `body_empty`, `body_too_long`, those of attachments that do not fit, `merge_field_unknown`, `merge_field_empty`,
 * `time_in_past`, `may_not_text` with the reason and its rule, and `too_often` with the rule, over which a reason may lead.
 */
export async function sendMessage(desk: DeskServices, letter: Letter): Promise<Result<Sent, AppError>> {
  const before = await sentBefore(desk.store.db, letter.onceKey)
  if (before) return ok(before)
  const [problem] = [...textProblems(letter), ...timeProblems(desk, letter)]
  if (problem) return err(problem)
  const person = await personFor(desk.store.db, letter)
  const body = readAs(desk, letter, person)
  if (!body.ok) return body
  const media = await mediaFor(desk, letter, body.value)
  if (!media.ok) return media
  const slot = await placeFor(desk, letter, person)
  if (!slot.ok) return slot

  const sent = await desk.store.db.transaction().execute(async (trx) => {
    const found = await sentBefore(trx, letter.onceKey)
    return found ?? queue(trx, desk, { letter, person, body: body.value, media: media.value, slot: slot.value })
  })
  desk.mediaUploads.wake()
  desk.sendingDesk?.wake()
  return ok(sent)
}

async function sentBefore(reader: Reader, onceKey: string): Promise<Sent | null> {
  const message = await messageByOnceKey(reader, onceKey)
  const delivery = message && (await deliveryOfMessage(reader, message.id))
  return delivery && { deliveryId: delivery.id, notBeforeMs: delivery.notBeforeMs }
}

/** Who is written to; where nobody is named, the one person the number belongs to. */
async function personFor(reader: Reader, { personId, e164 }: Letter): Promise<Person | null> {
  if (personId !== null) return getPerson(reader, personId as PersonId)
  const owners = await peopleOfNumbers(reader, [e164 as E164])
  return owners.length === 1 && owners[0] ? getPerson(reader, owners[0].personId) : null
}

function timeProblems(desk: DeskServices, { whenMs }: Letter): readonly AppError[] {
  const isPast = whenMs !== null && whenMs < desk.clock.now() - MINUTE_MS
  return isPast ? [{ code: 'time_in_past', atMs: whenMs }] : []
}

function readAs(desk: DeskServices, { body }: Letter, person: Person | null): Result<string, AppError> {
  const nobody = { givenName: '', familyName: '' }
  const rendered = renderBody(body, messageValues({ ...(person ?? nobody), appointment: null }, desk.practice()))
  if (!rendered.ok) return err({ ...rendered.error, count: 1 })
  const { length } = rendered.value
  return length > LONGEST_TEXT ? err({ code: 'body_too_long', length, limit: LONGEST_TEXT }) : rendered
}

async function mediaFor(
  desk: DeskServices,
  { mediaIds }: Letter,
  body: string,
): Promise<Result<readonly Media[], AppError>> {
  const media = await mediaOfDraft(desk.store.db, mediaIds)
  if (!media.ok) return media
  const [problem] = await problemsOfMedia(desk, media.value, body)
  return problem ? err(problem) : media
}

/** When it may leave, and whether it answers somebody who had written. */
type Place = Slot & { readonly isAnswer: boolean }

async function placeFor(desk: DeskServices, letter: Letter, person: Person | null): Promise<Result<Place, AppError>> {
  const { db } = desk.store
  const e164 = letter.e164 as E164
  const nowMs = desk.clock.now()
  const facts = (await numberFacts(db, [e164], { purpose: letter.purpose, nowMs }))(e164)
  const verdict = mayText({ ...facts, ...consentQuestion(letter.purpose) })
  if (!verdict.may) return err({ code: 'may_not_text', e164, reason: verdict.reason, rule: verdict.rule })
  const place = { e164, zone: person?.zone ?? null, region: person?.region ?? null, startsAtMs: null }
  const atMs = Math.max(letter.whenMs ?? nowMs, nowMs)
  const terms = await slotTermsOf(desk, letter, { at: atMs, nowMs })
  const answers = letter.purpose === 'care' && isAnswer(await conversationOf(desk, e164, facts.recent, nowMs), atMs)
  const slotOf = lawfulSlots({ ...terms, mayExceedCaps: terms.mayExceedCaps || answers })
  const { lastInboundAtMs } = facts
  const slot = slotOf({ ...place, recent: countedTexts(facts.recent), lastInboundAtMs })
  if ('notBeforeMs' in slot && (letter.mayWait || !isPutOffByCap(slot))) return ok({ ...slot, isAnswer: answers })
  const { reason, rule } = 'reason' in slot ? slot : { reason: 'too_often', rule: slot.rule }
  return err(reason === 'too_often' ? { code: 'too_often', e164, rule } : { code: 'may_not_text', e164, reason, rule })
}

async function conversationOf(
  desk: DeskServices,
  e164: E164,
  recent: readonly RecentText[],
  nowMs: Instant,
): Promise<Conversation> {
  const inbound = await lastInboundAt(desk.store.db, [e164], nowMs - COUNTED_FOR_MS)
  const texts = recent.filter(({ isWaiting, purpose }) => !isWaiting && purpose !== 'service')
  const lastTextAtMs = texts.length === 0 ? null : Math.max(...texts.map(({ atMs }) => atMs))
  return { lastInboundAtMs: inbound.get(e164) ?? null, lastTextAtMs }
}

/** A word to one person is not put off to another day behind the back of who writes it: that is asked. */
function isPutOffByCap({ isMoved, rule }: Slot): boolean {
  return isMoved && rule.startsWith('cap.')
}

async function slotTermsOf(
  desk: DeskServices,
  { purpose, notAfterMs = null, overCapReason }: Letter,
  moment: Pick<SlotTerms, 'at' | 'nowMs'>,
): Promise<SlotTerms> {
  const { db } = desk.store
  const { rules } = await officeRules(db, moment.nowMs)
  return {
    ...moment,
    purpose,
    rules,
    officeZone: desk.practiceZone(),
    promisedAMonth: await promiseOf(db, purpose),
    notAfterMs,
    before: null,
    drip: null,
    mayExceedCaps: Boolean(overCapReason?.trim()),
  }
}

/** A letter read and placed. */
interface ReadyLetter {
  readonly letter: Letter
  readonly person: Person | null
  readonly body: string
  readonly media: readonly Media[]
  readonly slot: Place
}

async function queue(
  trx: Writer,
  desk: DeskServices,
  { letter, person, body, media, slot }: ReadyLetter,
): Promise<Sent> {
  const createdAtMs = desk.clock.now()
  const messageId = desk.newId() as MessageId
  const deliveryId = desk.newId() as DeliveryId
  const { onceKey, purpose } = letter
  const { channel, ...start } = startOf(media)
  const emergencyReason = purpose === 'emergency' ? letter.emergencyReason : null
  await addMessage(trx, {
    id: messageId,
    onceKey,
    kind: 'one',
    channel,
    purpose,
    emergencyReason,
    broadcastId: null,
    staffId: desk.staffId(),
    createdAtMs,
    isAnswer: slot.isAnswer,
  })
  await addMessageMedia(
    trx,
    messageId,
    media.map(({ id }) => id),
  )
  await addDeliveries(trx, [
    {
      id: deliveryId,
      messageId,
      personId: person?.id ?? null,
      e164: letter.e164 as E164,
      lineId: desk.lineId,
      lane: laneOf('one'),
      body,
      segments: partsOf(measureBody(body), media).segments,
      ...start,
      createdAtMs,
      notBeforeMs: slot.notBeforeMs,
      expiresAtMs: slot.expiresAtMs,
    },
  ])
  const reason = letter.overCapReason?.trim()
  if (reason && slot.isOverCap) {
    await noteOverCap(trx, { id: deliveryId, staffId: desk.staffId(), atMs: createdAtMs, reason })
  }
  return { deliveryId, notBeforeMs: slot.notBeforeMs }
}
