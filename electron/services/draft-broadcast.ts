import type { LeftOut, Recipient } from '../../shared/domain/audience.ts'
import { MERGE_FIELDS, renderBody } from '../../shared/domain/merge-fields.ts'
import type { MergeField } from '../../shared/domain/merge-fields.ts'
import { LONGEST_TEXT, measureBody } from '../../shared/domain/message-body.ts'
import type { BodyMeasure } from '../../shared/domain/message-body.ts'
import type { E164 } from '../../shared/ids.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import type { Media } from '../db/repos/media.ts'
import { numbersToldHowToStop } from '../db/repos/opt-out-lines.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { gatherAudience, languageOf } from './gather-audience.ts'
import type { Candidate, Draft } from './gather-audience.ts'
import { askInBatches, mapInPieces } from './in-pieces.ts'
import { lawfulSlots } from './lawful-slot.ts'
import type { NoSlot, Slot } from './lawful-slot.ts'
import { mediaOfDraft, partsOf, problemsOfMedia } from './message-media.ts'
import { showRefusal } from './verdicts.ts'

/** How people are told that they can stop, in the language of the words before it; put at the end of a mass text. Source: CTIA Messaging Principles. */
export const OPT_OUT_LINES = { en: ' Reply STOP to end.', es: ' Responda STOP para cancelar.' } as const

/** Somebody who knows since less than this how to stop need not read it again. */
const TOLD_FOR_MS = 30 * DAY_MS

/** One private message of a broadcast, ready to be queued. */
export interface PlannedMessage extends Slot {
  readonly candidate: Candidate
  readonly e164: E164
  readonly body: string
  readonly measure: BodyMeasure
  /** What was put at its end; empty where the person knows how to stop. */
  readonly optOutLine: string
}

/** Somebody who is left out, as it is shown and frozen. */
export interface PlannedLeftOut {
  readonly candidate: Candidate
  readonly reason: string
  readonly rule: string
  /** The fields of the message that have no value for this person; empty where another reason stands before that. */
  readonly emptyFields: readonly MergeField[]
}

/** A broadcast worked out to the last word, with nothing stored. */
export interface DraftedBroadcast {
  /** The instant a person asked for, now at the earliest. */
  readonly askedAtMs: Instant
  readonly messages: readonly PlannedMessage[]
  readonly leftOut: readonly PlannedLeftOut[]
  /** What every copy carries; an MMS where it carries anything. */
  readonly media: readonly Media[]
  /** What must be mended before this can be sent. */
  readonly problems: readonly AppError[]
}

/** Works out a broadcast: who gets what and when, who does not and why, and what stands in the way. Stores nothing. */
export async function draftBroadcast(desk: DeskServices, draft: Draft): Promise<DraftedBroadcast> {
  const nowMs = desk.clock.now()
  const askedAtMs = Math.max(draft.whenMs ?? nowMs, nowMs)
  const audience = await gatherAudience(desk, draft)
  const told = await toldHowToStop(desk, draft, audience.recipients)
  const optOutLine = OPT_OUT_LINES[languageOf(desk, draft)]
  const attached = await mediaOfDraft(desk, draft.mediaIds)
  const media = attached.ok ? attached.value : []
  const slotOf = lawfulSlots(draft.purpose, { at: askedAtMs, nowMs })
  const placed = await mapInPieces(audience.recipients, (recipient) => {
    const { person, startsAtMs } = recipient.candidate
    return { recipient, slot: slotOf({ e164: recipient.e164, ...person, startsAtMs }) }
  })
  const messages = await mapInPieces(placed.filter(hasSlot), ({ recipient, slot }) =>
    planMessage(recipient, slot, { media, optOutLine: told.has(recipient.e164) ? '' : optOutLine }),
  )
  const leftOut = [...audience.leftOut.map(showLeftOut), ...placed.filter(hasNoSlot).map(showUnplaced)]
  const problems = [
    ...textProblems(draft),
    ...timeProblems(draft, nowMs),
    ...audienceProblems(messages),
    ...(attached.ok ? await problemsOfMedia(desk, media, longestBody(messages)) : [attached.error]),
  ]
  return { askedAtMs, messages, leftOut, media, problems }
}

/** Everybody who needs no opt-out line: because they know, because the text says it, or because it is an emergency. */
async function toldHowToStop(
  desk: DeskServices,
  { purpose, body }: Draft,
  recipients: readonly Recipient<Candidate>[],
): Promise<{ has(e164: E164): boolean }> {
  if (purpose === 'emergency' || /\bSTOP\b/.test(body)) return { has: () => true }
  const sinceMs = desk.clock.now() - TOLD_FOR_MS
  const numbers = recipients.map(({ e164 }) => e164)
  return new Set(await askInBatches(numbers, (batch) => numbersToldHowToStop(desk.store.db, batch, sinceMs)))
}

function planMessage(
  { candidate, e164, body }: Recipient<Candidate>,
  slot: Slot,
  { media, optOutLine }: { readonly media: readonly Media[]; readonly optOutLine: string },
): PlannedMessage {
  // A picture alone has no words for the line to stand behind.
  const whole = optOutLine === '' ? body : (body.trimEnd() + optOutLine).trimStart()
  return { ...slot, candidate, e164, body: whole, measure: partsOf(measureBody(whole), media), optOutLine }
}

interface Placed {
  readonly recipient: Recipient<Candidate>
  readonly slot: Slot | NoSlot
}

function hasSlot(placed: Placed): placed is Placed & { readonly slot: Slot } {
  return 'notBeforeMs' in placed.slot
}

function hasNoSlot(placed: Placed): placed is Placed & { readonly slot: NoSlot } {
  return !hasSlot(placed)
}

function showUnplaced({ recipient, slot }: Placed & { readonly slot: NoSlot }): PlannedLeftOut {
  return { candidate: recipient.candidate, reason: slot.reason, rule: slot.rule, emptyFields: [] }
}

function showLeftOut({ candidate, reason, rule, emptyFields = [] }: LeftOut<Candidate>): PlannedLeftOut {
  return { candidate, ...showRefusal({ reason, rule }), emptyFields }
}

/** What is wrong with the words whoever reads them; a picture may go without any. */
export function textProblems({
  body,
  mediaIds,
  purpose,
  emergencyReason,
}: Pick<Draft, 'body' | 'mediaIds' | 'purpose' | 'emergencyReason'>) {
  const problems: AppError[] = []
  if (body.trim() === '' && mediaIds.length === 0) problems.push({ code: 'body_empty' })
  if (body.length > LONGEST_TEXT) problems.push({ code: 'body_too_long', length: body.length, limit: LONGEST_TEXT })
  const everyValue = Object.fromEntries(MERGE_FIELDS.map((field) => [field, field]))
  const rendered = renderBody(body, everyValue)
  if (!rendered.ok && rendered.error.code === 'merge_field_unknown') problems.push(rendered.error)
  if (purpose === 'emergency' && !emergencyReason?.trim()) {
    problems.push({ code: 'invalid_input', method: 'broadcasts.schedule', path: 'emergencyReason' })
  }
  return problems
}

/** A minute is lost between choosing a time and pressing; more is a mistake. */
function timeProblems({ whenMs }: Draft, nowMs: Instant): readonly AppError[] {
  return whenMs !== null && whenMs < nowMs - MINUTE_MS ? [{ code: 'time_in_past', atMs: whenMs }] : []
}

function audienceProblems(messages: readonly PlannedMessage[]): readonly AppError[] {
  if (messages.length === 0) return [{ code: 'nobody_left' }]
  const { length } = longestBody(messages)
  return length > LONGEST_TEXT ? [{ code: 'body_too_long', length, limit: LONGEST_TEXT }] : []
}

function longestBody(messages: readonly PlannedMessage[]): string {
  return messages.reduce((longest, { body }) => (body.length > longest.length ? body : longest), '')
}
