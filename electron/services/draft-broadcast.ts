import { MERGE_FIELDS, renderBody } from '../../shared/domain/merge-fields.ts'
import { LONGEST_TEXT } from '../../shared/domain/message-body.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { audiencePage, freezeAudience } from './audience-pages.ts'
import type { Draft } from './audience-pages.ts'
import { draftPage } from './draft-page.ts'
import type { DraftedPage } from './draft-page.ts'
import type { DraftTerms } from './draft-terms.ts'
import { inSteps } from './in-pieces.ts'

/**
 * Works out a draft page by page, without storing anything, in steps that keep nobody waiting. `look` is shown each page and
 * ends the work by answering false.
 */
export async function walkDraft(
  desk: DeskServices,
  draft: Draft,
  terms: DraftTerms,
  look: (page: DraftedPage) => boolean,
): Promise<void> {
  const { db } = desk.store
  const { purpose } = draft
  const audience = await freezeAudience(db, draft)
  let after = ''
  await inSteps(async (count) => {
    const page = await audiencePage(db, { audience, purpose }, { after, count })
    after = page.after
    const goesOn = look(await draftPage(db, terms, page.invited))
    return goesOn && !page.isLast
  })
}

/** What is wrong with a draft whoever is in its audience. */
export function draftProblems(draft: Draft, nowMs: Instant): readonly AppError[] {
  return [...textProblems(draft), ...timeProblems(draft, nowMs)]
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
function timeProblems({ whenMs, notAfterMs }: Draft, nowMs: Instant): readonly AppError[] {
  const isPast = whenMs !== null && whenMs < nowMs - MINUTE_MS
  const isOver = typeof notAfterMs === 'number' && notAfterMs <= Math.max(nowMs, whenMs ?? nowMs)
  return [
    ...(isPast ? [{ code: 'time_in_past', atMs: whenMs } as const] : []),
    ...(isOver ? [{ code: 'worthless_before_it_leaves', atMs: notAfterMs } as const] : []),
  ]
}
