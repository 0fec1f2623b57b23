import { describe, expect, test } from 'vitest'
import type { FormVersion } from './opt-in-form.ts'
import { FORM_POINTS } from './form-points.ts'
import type { FormPoint } from './form-points.ts'
import { missingFromForm } from './opt-in-form-checklist.ts'
import { HARBORVIEW_EN_1, HARBORVIEW_ES_1, HARBORVIEW_FORMS } from './sample-forms.ts'

const EN = HARBORVIEW_EN_1

const withSentence = (purpose: string, sentence: string): FormVersion => ({
  ...EN,
  purposes: EN.purposes.map((each) => (each.purpose === purpose ? { ...each, sentence } : each)),
})

const withoutComb = (name: string): FormVersion => ({
  ...EN,
  layout: { ...EN.layout, combs: EN.layout.combs.filter((comb) => comb.name !== name) },
})

/** One way to break each point; the check must name that point and no other. */
const BROKEN: Readonly<Record<FormPoint, FormVersion>> = {
  business_name: withSentence('care', 'Yes, this business may send me text messages about my visits.'),
  names_text_messages: {
    ...EN,
    consentLine: EN.consentLine
      .replace('to receive the text messages', 'to get what')
      .replace('text messages are', 'they are'),
  },
  mobile_number: withoutComb('mobile'),
  separate_boxes: { ...EN, layout: { ...EN.layout, consentBoxes: EN.layout.consentBoxes.slice(0, 2) } },
  signature: { ...EN, layout: { ...EN.layout, signature: { xMm: 0, yMm: 0, widthMm: 0, heightMm: 0 } } },
  date: withoutComb('signed_on'),
  frequency: { ...EN, purposes: EN.purposes.map((each) => ({ ...each, frequency: 'Now and then' })) },
  rates: withoutDisclosure('rates'),
  stop_and_help: { ...EN, disclosures: { ...EN.disclosures, stop_and_help: 'Reply STOP to cancel.' } },
  not_a_condition: withoutDisclosure('not_a_condition'),
  not_shared: { ...EN, disclosures: { ...EN.disclosures, not_shared: 'We may share your number with partners.' } },
  privacy_and_terms: { ...EN, disclosures: { ...EN.disclosures, privacy_and_terms: EN.practice.privacyAddress } },
  automated_marketing: withSentence('marketing', 'Harborview Family Clinic may send me text messages with offers.'),
  not_encrypted: withoutDisclosure('not_encrypted'),
  version_and_language: { ...EN, code: 'ES-1' },
}

function withoutDisclosure(topic: keyof FormVersion['disclosures']): FormVersion {
  const { [topic]: _dropped, ...disclosures } = EN.disclosures
  return { ...EN, disclosures }
}

describe('missingFromForm', () => {
  test.each(HARBORVIEW_FORMS.map((version) => [version.code, version] as const))('%s lacks nothing', (_, version) => {
    expect(missingFromForm(version)).toEqual([])
  })

  test.each(FORM_POINTS)('names %s when it is missing, and nothing else', (point) => {
    expect(missingFromForm(BROKEN[point])).toEqual([point])
  })

  test('wants the warning of the group box in the language of the sheet', () => {
    const english = EN.purposes.find(({ purpose }) => purpose === 'group')?.sentence ?? ''
    const purposes = HARBORVIEW_ES_1.purposes.map((each) =>
      each.purpose === 'group' ? { ...each, sentence: `${english} Mensajes de texto.` } : each,
    )
    expect(missingFromForm({ ...HARBORVIEW_ES_1, purposes })).toEqual(['separate_boxes'])
  })

  test('does not ask for marketing words on a sheet without marketing', () => {
    const purposes = EN.purposes.filter(({ purpose }) => purpose === 'care')
    expect(missingFromForm({ ...EN, purposes })).toEqual([])
  })
})
