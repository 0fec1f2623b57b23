import { costOf } from '../../shared/domain/pacing.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import { GROUP_LIMITS } from '../../shared/rules/group-limits.ts'
import { getLine } from '../db/repos/lines.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { draftGroup } from './draft-group.ts'

/** Shows what a group would be: who sees whom, who is not in it and why, when and at what cost. Stores nothing. */
export async function previewGroup(
  desk: DeskServices,
  draft: ParsedInputOf<'groups.preview'>,
): Promise<OutputOf<'groups.preview'>> {
  const nowMs = desk.clock.now()
  const drafted = await draftGroup(desk, { ...draft, isFirst: true })
  const line = await getLine(desk.store.db, desk.lineId)
  const { lawful } = drafted
  return {
    members: drafted.members.map(({ e164, person, displayName }) => ({
      e164,
      personId: person?.id ?? null,
      displayName,
    })),
    leftOut: drafted.leftOut,
    most: GROUP_LIMITS.most[line?.class ?? '10dlc'],
    body: drafted.body,
    costMicros: costOf({ segments: 0, mms: drafted.members.length }),
    notBeforeMs: lawful?.at ?? null,
    movedBy: lawful !== null && lawful.at > nowMs ? { reason: 'texting_hours', rule: lawful.rule } : null,
    problems: [...drafted.problems],
  }
}
