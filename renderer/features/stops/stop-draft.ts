import type { StopSource } from '../../../shared/domain/suppression.ts'
import type { InputOf } from '../../../shared/ipc/contract.ts'

type Note = InputOf<'people.optOut'>

/** A stop as it is being noted. */
export interface StopDraft {
  readonly e164: string | null
  readonly how: Note['how'] | null
  readonly scope: NonNullable<Note['scope']>
  readonly words: string
  /** The day it was said or came in; null while the field is not complete. */
  readonly saidOn: string | null
  readonly evidence: NonNullable<Note['evidence']> | null
}

/** The ways in the order in which a desk meets them. */
export const WAYS = [
  'in_person',
  'by_phone',
  'by_note',
  'by_letter',
  'by_email',
] as const satisfies readonly Note['how'][]

export const SCOPES = ['everything', 'marketing', 'care', 'group'] as const satisfies readonly StopDraft['scope'][]

/** Tells whether a way leaves a paper behind, with a day of its own and something to take a picture of. */
export function isWritten(how: StopSource | null): boolean {
  return how === 'by_letter' || how === 'by_note' || how === 'by_email'
}

/** What is sent to be noted; null while something is missing. A day and a picture belong to what was written alone. */
export function noteOf({ e164, how, scope, words, saidOn, evidence }: StopDraft): Note | null {
  if (e164 === null || how === null) return null
  if (!isWritten(how)) return { e164, how, scope, words }
  return saidOn === null ? null : { e164, how, scope, words, saidOn, evidence }
}
