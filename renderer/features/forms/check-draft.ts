import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import { hasUnreadable } from './reading-slots.ts'
import { isPhoneAgainRight } from './taken-reading.ts'
import type { TakenReading } from './taken-reading.ts'

/** The three things a person may agree to on the sheet, in the order in which they are printed. */
export const PURPOSES = ['care', 'marketing', 'group'] as const
export type FormPurpose = (typeof PURPOSES)[number]

export type FormVersion = OutputOf<'forms.versions'>['versions'][number]

/** What a person has typed and pressed so far while checking one sheet. `null` is what nobody decided yet. */
export interface CheckDraft {
  /** The printed version, where a person chose one; null follows the language. */
  readonly versionId: string | null
  readonly givenName: string
  readonly familyName: string
  readonly phone: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly agreed: Readonly<Record<FormPurpose, boolean | null>>
  readonly isSigned: boolean | null
  readonly signedOn: string | null
  /** For a number that is known already: to whom the sheet belongs (null: somebody new), decided for this number. */
  readonly belongsTo: { readonly e164: string; readonly personId: string | null } | null
  /** What the machine's reading has put here; null where a person types all of it. */
  readonly taken: TakenReading | null
}

/** A sheet of which nothing is decided. No box is pressed: the paper decides, read by a person. */
export const EMPTY_CHECK: CheckDraft = {
  versionId: null,
  givenName: '',
  familyName: '',
  phone: '',
  email: '',
  language: 'en',
  agreed: { care: null, marketing: null, group: null },
  isSigned: null,
  signedOn: null,
  belongsTo: null,
  taken: null,
}

/** What may still be open, in the order of the page. */
export type OpenPart = 'name' | 'phone' | 'phone_again' | 'email' | 'belongs_to' | FormPurpose | 'signature' | 'date'

/** Who is known under the number that is being typed: as the core answers. */
export type KnownUnder = OutputOf<'people.byPhone'>

/** Lists what has to be decided before the sheet can be saved. Empty when it can. */
export function openParts(draft: CheckDraft, known: KnownUnder | undefined): readonly OpenPart[] {
  const open: OpenPart[] = []
  const { taken } = draft
  const isGap = (field: keyof TakenReading['slots']): boolean => taken !== null && hasUnreadable(taken.slots[field])
  const isNameless = draft.givenName.trim() === '' && draft.familyName.trim() === ''
  if (isNameless || isGap('givenName') || isGap('familyName')) open.push('name')
  if (draft.phone.trim() === '' || isGap('phone')) open.push('phone')
  else if (taken?.isPhoneDoubtful === true && !isPhoneAgainRight(taken)) open.push('phone_again')
  if (isGap('email')) open.push('email')
  if (known && known.people.length > 0 && draft.belongsTo?.e164 !== known.e164) open.push('belongs_to')
  open.push(...PURPOSES.filter((purpose) => draft.agreed[purpose] === null))
  if (draft.isSigned === null) open.push('signature')
  const isDateOpen = draft.signedOn === null || (taken !== null && taken.isDateRight !== true)
  if (isDateOpen && draft.isSigned !== false) open.push('date')
  return open
}

/** The version whose printed sentences are shown: the chosen one, else the first in the language of the sheet. */
export function versionOf(draft: CheckDraft, versions: readonly FormVersion[]): FormVersion | undefined {
  return draft.versionId === null
    ? (versions.find((version) => version.language === draft.language) ?? versions[0])
    : versions.find((version) => version.id === draft.versionId)
}

/** The decision as the core takes it; undefined while something is open or nobody signed. */
export function acceptInput(
  id: string,
  draft: CheckDraft,
  version: FormVersion | undefined,
  known: KnownUnder | undefined,
): InputOf<'forms.accept'> | undefined {
  const { care, marketing, group } = draft.agreed
  if (!version || care === null || marketing === null || group === null) return undefined
  if (draft.isSigned !== true || draft.signedOn === null || openParts(draft, known).length > 0) return undefined
  const { givenName, familyName, phone, email, language, signedOn } = draft
  const personId = known && known.people.length > 0 ? (draft.belongsTo?.personId ?? null) : null
  return {
    id,
    formVersionId: version.id,
    givenName,
    familyName,
    phone,
    email,
    language,
    signedOn,
    personId,
    agreed: { care, marketing, group },
    isSigned: true,
    readingId: draft.taken?.readingId ?? null,
  }
}

/** The field that an error of the core speaks of, so that its sentence can stand there; undefined for the whole sheet. */
export function fieldOfError(code: string): 'name' | 'phone' | 'email' | 'date' | undefined {
  if (code === 'name_missing') return 'name'
  if (code.startsWith('phone_')) return 'phone'
  if (code === 'email_not_valid') return 'email'
  return code.startsWith('date_') ? 'date' : undefined
}
