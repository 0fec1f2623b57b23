import { useKeptDraft } from '../../app/kept-draft.ts'
import type { KeptDraft } from '../../app/kept-draft.ts'

/** Somebody meant to be in a group. */
export interface WantedMember {
  readonly e164: string
  readonly personId: string
  readonly name: string
}

/** A group that is being put together. */
export interface GroupDraft {
  readonly people: readonly WantedMember[]
  readonly title: string
  readonly body: string
  /** One key a message: pressing twice cannot make two. */
  readonly onceKey: string
}

const EMPTY: GroupDraft = { people: [], title: '', body: '', onceKey: '' }

/** The group that a person has begun to put together and not started yet. */
export function useGroupDraft(): KeptDraft<GroupDraft> {
  return useKeptDraft('group', EMPTY)
}

/** What is still missing before a group can be started: a key of the wording. */
export function missingOf({ people, body }: GroupDraft, mayBeIn: number | undefined): string | undefined {
  if (people.length < 2) return 'people'
  if (body.trim() === '') return 'words'
  return mayBeIn !== undefined && mayBeIn < 2 ? 'people' : undefined
}
