import type { FormVersion } from './opt-in-form.ts'
import { LETTER_LAYOUT } from './opt-in-form-layout.ts'
import { wordForm } from './opt-in-form-office.ts'
import type { FormOffice } from './opt-in-form-office.ts'

/** What the sample practice says of itself on its sheets. It is fiction: its number and addresses belong to nobody. */
export const HARBORVIEW_OFFICE: FormOffice = {
  legalName: 'Harborview Family Clinic',
  address: '1400 Alder Pier Road, Suite 200, Seattle, WA 98101',
  phone: '(206) 555-0100',
  links: {
    en: { privacyAddress: 'harborview.example.org/privacy', termsAddress: 'harborview.example.org/sms-terms' },
    es: { privacyAddress: 'harborview.example.org/privacidad', termsAddress: 'harborview.example.org/condiciones-sms' },
  },
  purposes: [
    { purpose: 'care', aMonth: 8 },
    { purpose: 'marketing', aMonth: 4 },
    { purpose: 'group', aMonth: null },
  ],
}

/** The first edition of the sample practice's words, and the day on which it began to hand them out. */
export const HARBORVIEW_EDITION = { number: 1, effectiveOn: '2025-01-06' } as const

/** The English sheet of the sample practice. */
export const HARBORVIEW_EN_1: FormVersion = {
  ...wordForm(HARBORVIEW_OFFICE, { language: 'en', paper: 'letter', size: 'regular' }, HARBORVIEW_EDITION),
  layout: LETTER_LAYOUT,
}

/** The Spanish sheet of the sample practice: written for its readers, with the same promises as the English one. */
export const HARBORVIEW_ES_1: FormVersion = {
  ...wordForm(HARBORVIEW_OFFICE, { language: 'es', paper: 'letter', size: 'regular' }, HARBORVIEW_EDITION),
  layout: LETTER_LAYOUT,
}

/** Every sheet that the sample practice hands out. */
export const HARBORVIEW_FORMS: readonly FormVersion[] = [HARBORVIEW_EN_1, HARBORVIEW_ES_1]
