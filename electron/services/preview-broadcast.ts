import { trialSizeOf } from '../../shared/domain/trial-size.ts'
import { lintBody } from '../../shared/domain/content-lint.ts'
import { costOf } from '../../shared/domain/pacing.ts'
import { displayName } from '../../shared/domain/person-name.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { PRICES } from '../../shared/rules/prices.ts'
import { getLine } from '../db/repos/lines.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import type { Draft } from './audience-pages.ts'
import { draftProblems, walkDraft } from './draft-broadcast.ts'
import type { PlannedLeftOut, PlannedMessage } from './draft-page.ts'
import { draftTerms } from './draft-terms.ts'
import { mediaOfDraft, problemsOfMedia } from './message-media.ts'
import { createTally } from './preview-tally.ts'

type Preview = OutputOf<'broadcasts.preview'>

/**
 * Shows what a broadcast would be: for whom, in which words, when and at what cost, and who is left out. Everybody is
 * counted, some are shown. Stores nothing.
 */
export async function previewBroadcast(desk: DeskServices, draft: Draft): Promise<Preview> {
  const { db } = desk.store
  const nowMs = desk.clock.now()
  const terms = await draftTerms(db, desk, draft, { nowMs })
  const line = await getLine(db, desk.lineId)
  const tally = createTally()
  await walkDraft(desk, draft, terms, (page) => {
    tally.add(page)
    return true
  })
  const counted = tally.result(line?.ratePerMin ?? 1)
  return {
    recipientCount: counted.recipientCount,
    recipients: counted.recipients.map(showRecipient),
    leftOut: counted.leftOut.map(showLeftOut),
    leftOutCount: counted.leftOutCount,
    leftOutGroups: counted.leftOutGroups,
    emptyFields: counted.emptyFields,
    segmentsTotal: counted.segmentsTotal,
    segmentsMax: counted.segmentsMax,
    encoding: counted.encoding,
    outsiders: counted.outsiders,
    costMicros: costOf(
      terms.media.length > 0 ? { segments: 0, mms: counted.recipientCount } : { segments: counted.segmentsTotal },
    ),
    costAsOf: PRICES.asOf,
    firstAtMs: counted.firstAtMs,
    lastAtMs: counted.lastAtMs,
    dayCount: terms.drip?.days().length ?? 0,
    canarySize: trialSizeOf({ ...draft, count: counted.recipientCount }),
    movedBy: counted.moves[0] ? { reason: reasonOf(counted.moves[0].rule), rule: counted.moves[0].rule } : null,
    moves: counted.moves,
    overCapCount: counted.overCapCount,
    advice: [...lintBody(draft.body), ...counted.optOutLines.map((found) => ({ code: 'opt_out_line_added', found }))],
    problems: [
      ...draftProblems(draft, nowMs),
      ...(counted.recipientCount === 0 ? [{ code: 'nobody_left' } as const] : []),
      ...(await mediaProblems(desk, draft, counted.longestBody)),
    ],
  }
}

async function mediaProblems(desk: DeskServices, { mediaIds }: Draft, body: string): Promise<readonly AppError[]> {
  const media = await mediaOfDraft(desk.store.db, mediaIds)
  return media.ok ? problemsOfMedia(desk, media.value, body) : [media.error]
}

function reasonOf(rule: string): string {
  return rule.startsWith('cap.') ? 'too_often' : rule === 'drip' ? 'drip' : 'texting_hours'
}

function showRecipient(message: PlannedMessage): Preview['recipients'][number] {
  const { person, e164, body, notBeforeMs } = message
  const { segments, encoding } = message.measure
  return { personId: person.id, displayName: displayName(person), e164, body, segments, encoding, notBeforeMs }
}

/** Somebody who is left out, with the number that was meant. */
export function showLeftOut({ person, e164, reason, rule }: PlannedLeftOut): Preview['leftOut'][number] {
  return { personId: person.id, displayName: displayName(person), e164, reason, rule }
}
