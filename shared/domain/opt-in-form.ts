import type { Purpose } from './consent.ts'
import type { InkItem } from './opt-in-form-ink.ts'
import type { FormLayout } from './opt-in-form-layout.ts'

/** The languages the sheet is printed in. */
export type FormLanguage = 'en' | 'es'

/** Who asks for consent, as printed at the head of the sheet. `phone` is in national form, addresses are without scheme. */
export interface FormPractice {
  readonly legalName: string
  readonly address: string
  readonly phone: string
  readonly privacyAddress: string
  readonly termsAddress: string
}

/** One kind of text a person may agree to: the words beside its box. */
export interface FormPurpose {
  readonly purpose: Purpose
  readonly title: string
  readonly sentence: string
  readonly frequency: string
}

/** What a person must be told before signing, by topic. */
export type DisclosureTopic =
  | 'rates'
  | 'stop_and_help'
  | 'not_a_condition'
  | 'not_shared'
  | 'not_encrypted'
  | 'privacy_and_terms'

/** The words that guide the pen. They are printed, but nobody agrees to them, so they are no part of the wording. */
export interface FormLabels {
  readonly intro: string
  readonly exampleTitle: string
  readonly sections: readonly [about: string, purposes: string, disclosures: string, signature: string]
  readonly firstName: string
  readonly lastName: string
  readonly mobile: string
  readonly mobileHint: string
  readonly email: string
  readonly emailHint: string
  readonly purposesHint: string
  readonly signature: string
  readonly date: string
  readonly dateLetters: string
  readonly record: string
  readonly edition: string
}

/**
 * One printed edition of the opt-in sheet: what it says, in one language, and where everything stands.
 * A version never changes after it was printed; other words are another version with another code.
 */
export interface FormVersion {
  readonly code: string
  readonly language: FormLanguage
  readonly effectiveOn: string
  readonly practice: FormPractice
  readonly heading: string
  readonly purposes: readonly FormPurpose[]
  readonly disclosures: Readonly<Partial<Record<DisclosureTopic, string>>>
  readonly consentLine: string
  readonly labels: FormLabels
  readonly layout: FormLayout
  /** All that is printed besides the fields, line by line as it was set; the first editions were set by hand and have none. */
  readonly ink?: readonly InkItem[]
}

/** A version as far as its words go. */
type Worded = Omit<FormVersion, 'layout' | 'labels' | 'ink'> & Partial<FormVersion>

/**
 * The words a person agrees to, as one canonical text: the caller hashes it, and a consent event points to that hash.
 * Guiding labels and millimetres are left out, so that moving a box does not pretend to be another promise.
 * Source: 16 CFR 310.5(a)(8), a copy of the request for consent as it was presented.
 */
export function formWording(version: Worded): string {
  return `${oneLine(`${version.code} ${version.language} ${version.effectiveOn}`)}\n${promisedWords(version)}`
}

/** The same without code and day: two sheets that promise the same differ in these alone. */
export function promisedWords(version: Worded): string {
  const { practice } = version
  const lines = [
    `${practice.legalName} | ${practice.address} | ${practice.phone}`,
    version.heading,
    ...version.purposes.map(({ purpose, title, sentence, frequency }) =>
      [purpose, title, sentence, frequency].join(' | '),
    ),
    ...disclosureTexts(version),
    version.consentLine,
  ]
  return lines.map(oneLine).join('\n')
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** The disclosures of a version in the order in which they are printed. */
export function disclosureTexts(version: Worded): readonly string[] {
  return DISCLOSURE_ORDER.map((topic) => version.disclosures[topic]).filter((text) => text !== undefined)
}

/** What the printed code square says: form version and the serial number of the sheet, in the QR alphanumeric set. */
export function formCodeText(version: FormVersion, serial: string): string {
  return sheetCodeText(version.code, serial)
}

/** The same for any sheet of ours: a form by its version, or an alphabet sheet. */
export function sheetCodeText(code: string, serial: string): string {
  return `OPTIN1/${code}/${serial}`
}

/** A serial number as it is printed: at least six digits. */
export function serialText(serial: number): string {
  return String(serial).padStart(6, '0')
}

const DISCLOSURE_ORDER: readonly DisclosureTopic[] = [
  'stop_and_help',
  'rates',
  'not_a_condition',
  'not_shared',
  'not_encrypted',
  'privacy_and_terms',
]
