/** What a person types to set up the office. `again` repeats the passphrase. */
export interface OfficeDraft {
  readonly practiceName: string
  readonly zone: string
  readonly language: 'en' | 'es'
  readonly staffName: string
  readonly passphrase: string
  readonly again: string
}

/** What is missing, by field, as keys of the wording. `minPassphraseLength` is null where no passphrase is asked for. */
export function officeProblems(
  draft: OfficeDraft,
  minPassphraseLength: number | null,
): Partial<Record<keyof OfficeDraft, string>> {
  const problems: Partial<Record<keyof OfficeDraft, string>> = {}
  if (draft.practiceName.trim() === '') problems.practiceName = 'setup.problem.practice_name'
  if (draft.staffName.trim() === '') problems.staffName = 'setup.problem.your_name'
  if (minPassphraseLength === null) return problems
  if (draft.passphrase.length < minPassphraseLength) problems.passphrase = 'setup.problem.passphrase'
  else if (draft.passphrase !== draft.again) problems.again = 'setup.problem.again'
  return problems
}
