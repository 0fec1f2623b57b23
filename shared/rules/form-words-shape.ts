import type { Purpose } from '../domain/consent.ts'
import type { DisclosureTopic, FormLabels } from '../domain/opt-in-form.ts'

/** Large print says the same things in fewer words, so that it stays one sheet. */
export type SheetSize = 'regular' | 'large'

/** What the disclosures name of the office. `phone` may be empty. */
export interface DisclosedFacts {
  readonly phone: string
  readonly privacyAddress: string
  readonly termsAddress: string
}

/** The words that depend on the size of the print. */
export interface SizedWords {
  readonly sentences: Readonly<Record<Purpose, (legalName: string) => string>>
  readonly disclosures: (facts: DisclosedFacts) => Readonly<Partial<Record<DisclosureTopic, string>>>
  readonly consentLine: (legalName: string) => string
}

/**
 * The words of the opt-in sheet in one language; the office's own name and promises are put in.
 * Source: 47 CFR 64.1200(f)(9); CTIA Messaging Principles 5.1; 45 CFR 164.522(b) for texts that are not encrypted.
 */
export interface FormWords {
  readonly heading: string
  readonly titles: Readonly<Record<Purpose, string>>
  readonly aMonth: (count: number) => string
  readonly varies: Readonly<Record<Purpose, string>>
  readonly bySize: Readonly<Record<SheetSize, SizedWords>>
  readonly labels: Omit<FormLabels, 'edition'>
  readonly edition: (code: string, isoDay: string) => string
}
