import { lintBody } from '../../shared/domain/content-lint.ts'
import { costOf, estimateEnd } from '../../shared/domain/pacing.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { PRICES } from '../../shared/rules/prices.ts'
import type { Instant } from '../../shared/time.ts'
import { getLine } from '../db/repos/lines.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { draftBroadcast } from './draft-broadcast.ts'
import type { DraftedBroadcast, PlannedLeftOut, PlannedMessage } from './draft-broadcast.ts'
import type { Draft } from './gather-audience.ts'

type Preview = OutputOf<'broadcasts.preview'>

const RECIPIENTS_SHOWN = 200
const OUTSIDERS_SHOWN = 50

/** Shows what a broadcast would be: for whom, in which words, when and at what cost, and who is left out. Stores nothing. */
export async function previewBroadcast(desk: DeskServices, draft: Draft): Promise<Preview> {
  const drafted = await draftBroadcast(desk, draft)
  const line = await getLine(desk.store.db, desk.lineId)
  const { messages, media } = drafted
  const segmentsTotal = messages.reduce((sum, { measure }) => sum + measure.segments, 0)
  return {
    recipientCount: messages.length,
    recipients: messages.slice(0, RECIPIENTS_SHOWN).map(showRecipient),
    leftOut: drafted.leftOut.map(showLeftOut),
    emptyFields: emptyFieldsOf(drafted.leftOut),
    segmentsTotal,
    segmentsMax: Math.max(0, ...messages.map(({ measure }) => measure.segments)),
    encoding: messages.some(({ measure }) => measure.encoding === 'UCS-2') ? 'UCS-2' : 'GSM-7',
    outsiders: [...new Set(messages.flatMap(({ measure }) => measure.outsiders))].slice(0, OUTSIDERS_SHOWN),
    costMicros: costOf(media.length > 0 ? { segments: 0, mms: messages.length } : { segments: segmentsTotal }),
    costAsOf: PRICES.asOf,
    firstAtMs: firstInstant(messages),
    lastAtMs: lastInstant(messages, line?.ratePerMin ?? 1),
    movedBy: movedBy(drafted),
    advice: adviceOn(draft, messages),
    problems: [...drafted.problems],
  }
}

/** When the first message may leave; null when there is none. */
export function firstInstant(messages: readonly PlannedMessage[]): Instant | null {
  return messages.length === 0 ? null : Math.min(...messages.map(({ notBeforeMs }) => notBeforeMs))
}

/** Each group of one hour leaves at the line's pace, after the group before it. */
function lastInstant(messages: readonly PlannedMessage[], ratePerMin: number): Instant | null {
  const groups = [...Map.groupBy(messages, ({ notBeforeMs }) => notBeforeMs)].toSorted(
    ([left], [right]) => left - right,
  )
  const ends = groups.reduce((end, [atMs, group]) => {
    const count = group.reduce((sum, { measure }) => sum + measure.segments, 0)
    return estimateEnd({ count, ratePerMin, startAt: Math.max(end, atMs) })
  }, 0)
  return messages.length === 0 ? null : ends
}

/** Who lacks the same fields is told together: one sentence says what is missing, and for how many. */
function emptyFieldsOf(leftOut: readonly PlannedLeftOut[]): Preview['emptyFields'] {
  const lacking = leftOut.filter(({ emptyFields }) => emptyFields.length > 0)
  const groups = Map.groupBy(lacking, ({ emptyFields }) => emptyFields.join(' '))
  return [...groups.values()].map((people) => ({ fields: [...(people[0]?.emptyFields ?? [])], count: people.length }))
}

function movedBy({ askedAtMs, messages }: DraftedBroadcast): Preview['movedBy'] {
  const moved = messages.find(({ notBeforeMs }) => notBeforeMs > askedAtMs)
  return moved ? { reason: 'texting_hours', rule: moved.rule } : null
}

function adviceOn({ body }: Draft, messages: readonly PlannedMessage[]): Preview['advice'] {
  const lines = new Set(messages.map(({ optOutLine }) => optOutLine.trim()).filter((line) => line !== ''))
  const added = [...lines].map((found) => ({ code: 'opt_out_line_added', found }))
  return [...lintBody(body), ...added]
}

function showRecipient({ candidate, e164, body, measure, notBeforeMs }: PlannedMessage): Preview['recipients'][number] {
  const { person, displayName } = candidate
  const { segments, encoding } = measure
  return { personId: person.id, displayName, e164, body, segments, encoding, notBeforeMs }
}

/** Somebody who is left out, with the number that was meant. */
export function showLeftOut({ candidate, reason, rule }: PlannedLeftOut): Preview['leftOut'][number] {
  return { personId: candidate.person.id, displayName: candidate.displayName, e164: candidate.e164, reason, rule }
}
