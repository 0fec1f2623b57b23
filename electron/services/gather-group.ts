import { mayText } from '../../shared/domain/consent.ts'
import type { E164, PersonId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import { peopleByIds, type Person } from '../db/repos/people.ts'
import type { Reader } from '../db/schema.ts'
import { shownName } from './delivery-story.ts'
import { consentFacts, showRefusal, standingsInBatches } from './verdicts.ts'

/** Somebody who may be in a group. */
export interface GroupCandidate {
  readonly e164: E164
  readonly person: Person | null
  readonly displayName: string
}

/** Who may be in a group, and who may not and why. */
export interface GatheredGroup {
  readonly members: readonly GroupCandidate[]
  readonly leftOut: OutputOf<'groups.preview'>['leftOut']
}

/**
 * Decides who may be in a group: everybody in it sees every number, so each must have agreed to group threads. Who said
 * stop or never agreed to groups is left out with the reason; a number counts once.
 */
export async function gatherGroup(
  reader: Reader,
  wanted: readonly { readonly e164: string; readonly personId: string | null }[],
): Promise<GatheredGroup> {
  const numbers = [...new Map(wanted.map((one) => [one.e164 as E164, one.personId as PersonId | null]))]
  const ids = numbers.flatMap(([, personId]) => personId ?? [])
  const people = new Map((await peopleByIds(reader, ids)).map((person) => [person.id, person]))
  const standings = await standingsInBatches(
    reader,
    numbers.map(([e164]) => e164),
  )
  const members: GroupCandidate[] = []
  const leftOut: GatheredGroup['leftOut'] = []
  for (const [e164, personId] of numbers) {
    const person = (personId !== null && people.get(personId)) || null
    const displayName = shownName(person ?? { givenName: null, familyName: null }, e164)
    const verdict = mayText({ ...consentFacts(standings, e164), purpose: 'group' })
    if (verdict.may) members.push({ e164, person, displayName })
    else leftOut.push({ personId, displayName, e164, ...showRefusal(verdict) })
  }
  return { members, leftOut }
}
