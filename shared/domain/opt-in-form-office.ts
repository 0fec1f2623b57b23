import type { Purpose } from './consent.ts'
import type { FormLanguage, FormVersion } from './opt-in-form.ts'
import { FORM_WORDS } from '../rules/form-words.ts'
import type { SheetSize } from '../rules/form-words-shape.ts'

/** What an office promises for one kind of text: at most so many a month, or null where it says that it varies. */
export interface PromisedPurpose {
  readonly purpose: Purpose
  readonly aMonth: number | null
}

/** Where the office's privacy policy and its terms of texting stand on the web, without scheme. */
export interface FormLinks {
  readonly privacyAddress: string
  readonly termsAddress: string
}

/** All that an office says of itself on its opt-in sheets. */
export interface FormOffice {
  readonly legalName: string
  readonly address: string
  /** In national form; empty when the sheet names none. */
  readonly phone: string
  readonly links: Readonly<Record<FormLanguage, FormLinks>>
  readonly purposes: readonly PromisedPurpose[]
}

export type SheetPaper = 'letter' | 'a4'

/** Which of an office's sheets is meant. */
export interface SheetChoice {
  readonly language: FormLanguage
  readonly paper: SheetPaper
  readonly size: SheetSize
}

/** An edition of the words: its number within language and size, and the day on which it was first used. */
export interface Edition {
  readonly number: number
  readonly effectiveOn: string
}

/** A sheet without its layout. */
export type WordedForm = Omit<FormVersion, 'layout' | 'ink'>

/**
 * The code that a sheet bears: `EN-2` is the second edition in English on Letter; other paper and large print follow it, as
 * in `EN-2-A4LP`. The form in which consent was asked for belongs to its proof, so that each has a code of its own.
 */
export function sheetCode({ language, paper, size }: SheetChoice, edition: number): string {
  const form = `${paper === 'a4' ? 'A4' : ''}${size === 'large' ? 'LP' : ''}`
  return `${language.toUpperCase()}-${edition}${form === '' ? '' : `-${form}`}`
}

/** What the code of a sheet says, or null for one that is none. */
export function readSheetCode(code: string): (SheetChoice & { readonly edition: number }) | null {
  const [, language, edition, form = ''] = /^(EN|ES)-([1-9]\d*)(?:-(A4|LP|A4LP))?$/u.exec(code) ?? []
  if (language === undefined) return null
  return {
    language: language === 'EN' ? 'en' : 'es',
    edition: Number(edition),
    paper: form.startsWith('A4') ? 'a4' : 'letter',
    size: form.endsWith('LP') ? 'large' : 'regular',
  }
}

/** Words an office's sheet. Nothing is checked here; `missingFromForm` does. */
export function wordForm(office: FormOffice, choice: SheetChoice, edition: Edition): WordedForm {
  const { language, size } = choice
  const { legalName, address, phone } = office
  const words = FORM_WORDS[language]
  const links = office.links[language]
  const code = sheetCode(choice, edition.number)
  const sized = words.bySize[size]
  return {
    code,
    language,
    effectiveOn: edition.effectiveOn,
    practice: { legalName, address, phone, ...links },
    heading: words.heading,
    purposes: office.purposes.map(({ purpose, aMonth }) => ({
      purpose,
      title: words.titles[purpose],
      sentence: sized.sentences[purpose](legalName),
      frequency: aMonth === null ? words.varies[purpose] : words.aMonth(aMonth),
    })),
    disclosures: sized.disclosures({ phone, ...links }),
    consentLine: sized.consentLine(legalName),
    labels: { ...words.labels, edition: words.edition(code, edition.effectiveOn) },
  }
}
