import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'

export type FormOffice = OutputOf<'sheets.office'>['office']
export type SheetChoice = InputOf<'sheets.check'>['choice']
export type Purpose = FormOffice['purposes'][number]['purpose']

/** What a person chose on the page; what the office says of itself is null until it was changed. */
export interface PrintDraft {
  readonly office: FormOffice | null
  readonly choice: SheetChoice
  /** How many, as it was typed. */
  readonly countText: string
}

/** How often an office may say that it texts; null is "it varies". */
export const MONTHLY = [null, 1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 30] as const

/** The most sheets that one file holds. */
export const MOST_SHEETS = 200

export const FIRST_DRAFT: PrintDraft = {
  office: null,
  choice: { language: 'en', paper: 'letter', size: 'regular' },
  countText: '10',
}

/** How many sheets were typed, or null for what is no number of sheets that one file holds. */
export function countOf({ countText }: PrintDraft): number | null {
  const count = Number(countText)
  return Number.isInteger(count) && count >= 1 && count <= MOST_SHEETS ? count : null
}

const ORDER: readonly Purpose[] = ['care', 'marketing', 'group']

/** What an office promises for a purpose: a number a month, null where it varies, undefined where its sheet has no such box. */
export function promiseFor({ purposes }: FormOffice, purpose: Purpose): number | null | undefined {
  return purposes.find((one) => one.purpose === purpose)?.aMonth
}

/** The office with another promise for a purpose; undefined takes its box off the sheet. */
export function withPromise(office: FormOffice, purpose: Purpose, aMonth: number | null | undefined): FormOffice {
  const promises = new Map(office.purposes.map((one) => [one.purpose, one.aMonth] as const))
  if (aMonth === undefined) promises.delete(purpose)
  else promises.set(purpose, aMonth)
  const purposes = ORDER.flatMap((one) => {
    const promised = promises.get(one)
    return promised === undefined ? [] : [{ purpose: one, aMonth: promised }]
  })
  return { ...office, purposes }
}
