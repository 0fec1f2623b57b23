import { groupProblem } from '../../shared/domain/group-thread.ts'
import { mergeFieldsIn, renderBody } from '../../shared/domain/merge-fields.ts'
import { LONGEST_TEXT } from '../../shared/domain/message-body.ts'
import { zonesOfAreaCode } from '../../shared/domain/phone.ts'
import { type LawfulInstant, nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { DAY_MS } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import { getLine } from '../db/repos/lines.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { officeRules, type OfficeRules } from '../queue/office-rules.ts'
import { OPT_OUT_LINES } from './draft-terms.ts'
import { gatherGroup, type GatheredGroup, type GroupCandidate } from './gather-group.ts'
import { messageValues } from './message-values.ts'

/** What is to be said to whom in one thread. */
export interface GroupDraft {
  readonly members: readonly { readonly e164: string; readonly personId: string | null }[]
  readonly body: string
  /** True for the first message of a thread, which says how to stop. */
  readonly isFirst: boolean
}

/** A group message worked out to the last word, with nothing stored. */
export interface DraftedGroup extends GatheredGroup {
  readonly body: string
  /** When it may be read by all of them at once; null when there is no such hour. */
  readonly lawful: LawfulInstant | null
  readonly expiresAtMs: Instant
  readonly problems: readonly AppError[]
}

/** Works out one message to a group: the same words for all, at an hour that is lawful for every one of them. */
export async function draftGroup(desk: DeskServices, draft: GroupDraft): Promise<DraftedGroup> {
  const nowMs = desk.clock.now()
  const gathered = await gatherGroup(desk.store.db, draft.members)
  const line = await getLine(desk.store.db, desk.lineId)
  const words = groupWords(desk, draft)
  const lawful = commonHour(gathered.members, nowMs, await officeRules(desk.store.db, nowMs))
  const problem = line && groupProblem(gathered.members.length, line.class)
  return {
    ...gathered,
    body: words.body,
    lawful,
    expiresAtMs: (lawful?.at ?? nowMs) + DAY_MS,
    problems: [...words.problems, ...(problem ? [problem] : []), ...(lawful ? [] : [{ code: 'nobody_left' as const }])],
  }
}

/** Everybody reads the same, so only what is the office's own can be filled in. */
function groupWords(
  desk: DeskServices,
  { body, isFirst }: GroupDraft,
): { readonly body: string; readonly problems: readonly AppError[] } {
  if (body.trim() === '') return { body, problems: [{ code: 'body_empty' }] }
  const own = mergeFieldsIn(body).find((field) => !field.startsWith('practice_'))
  if (own !== undefined) return { body, problems: [{ code: 'group_field', field: own }] }
  const { practice_name, practice_phone } = messageValues(
    { givenName: '', familyName: '', appointment: null },
    desk.practice(),
  )
  const rendered = renderBody(body, { practice_name, practice_phone })
  if (!rendered.ok) {
    const { error } = rendered
    return { body, problems: [error.code === 'merge_field_unknown' ? error : { ...error, count: 1 }] }
  }
  const needsLine = isFirst && !/\bSTOP\b/.test(rendered.value)
  const whole = needsLine ? rendered.value.trimEnd() + OPT_OUT_LINES[desk.practice().language] : rendered.value
  const isTooLong = whole.length > LONGEST_TEXT
  return {
    body: whole,
    problems: isTooLong ? [{ code: 'body_too_long', length: whole.length, limit: LONGEST_TEXT }] : [],
  }
}

/** The whole group gets it together: everybody's clock counts, and the latest decides. */
function commonHour(members: readonly GroupCandidate[], nowMs: Instant, office: OfficeRules): LawfulInstant | null {
  const zones = members.flatMap(({ e164, person }) => [
    ...(person?.zone ? [person.zone] : []),
    ...zonesOfAreaCode(e164),
  ])
  return nextLawfulInstant({ at: nowMs, zones: [...new Set(zones)], purpose: 'group', ...office })
}
