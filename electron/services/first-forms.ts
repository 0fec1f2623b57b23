import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { HARBORVIEW_FORMS } from '../../shared/domain/sample-forms.ts'

/** A new office has told no telephone number and no web address yet, so that its first forms name neither. */
const STOP_AND_HELP = {
  en: 'Reply STOP to any message to cancel, or HELP for help. You can also tell us at the desk.',
  es: 'Para dejar de recibirlos, responda STOP a cualquier mensaje; si necesita ayuda, responda HELP. También puede avisarnos en recepción.',
} as const

/** The sheets that a new office begins with: the words of the sample practice's, in the office's own name. */
export function firstFormsOf(practiceName: string): readonly FormVersion[] {
  const own = (text: string, form: FormVersion): string => text.replaceAll(form.practice.legalName, () => practiceName)
  return HARBORVIEW_FORMS.map((form) => {
    const { privacy_and_terms: _theirs, ...disclosures } = form.disclosures
    return {
      ...form,
      practice: { legalName: practiceName, address: '', phone: '', privacyAddress: '', termsAddress: '' },
      purposes: form.purposes.map((purpose) => ({ ...purpose, sentence: own(purpose.sentence, form) })),
      disclosures: { ...disclosures, stop_and_help: STOP_AND_HELP[form.language] },
      consentLine: own(form.consentLine, form),
    }
  })
}
