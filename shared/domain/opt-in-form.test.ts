import { describe, expect, test } from 'vitest'
import { disclosureTexts, formCodeText, formWording } from './opt-in-form.ts'
import { HARBORVIEW_EN_1, HARBORVIEW_ES_1 } from './sample-forms.ts'

describe('formWording', () => {
  test('holds every word that a person agrees to', () => {
    const wording = formWording(HARBORVIEW_ES_1)
    for (const { sentence, frequency } of HARBORVIEW_ES_1.purposes) {
      expect(wording).toContain(sentence)
      expect(wording).toContain(frequency)
    }
    for (const text of disclosureTexts(HARBORVIEW_ES_1)) expect(wording).toContain(text.replace(/\s+/gu, ' '))
    expect(wording).toContain(HARBORVIEW_ES_1.consentLine)
    expect(wording.split('\n')[0]).toBe('ES-1 es 2025-01-06')
  })

  test('changes with one word of a promise, but not with a box that moves or a label', () => {
    const before = formWording(HARBORVIEW_EN_1)
    const { layout, labels, disclosures } = HARBORVIEW_EN_1
    expect(formWording({ ...HARBORVIEW_EN_1, disclosures: { ...disclosures, rates: 'Texts are free.' } })).not.toBe(
      before,
    )
    expect(formWording({ ...HARBORVIEW_EN_1, layout: { ...layout, name: 'letter-2' } })).toBe(before)
    expect(formWording({ ...HARBORVIEW_EN_1, labels: { ...labels, intro: 'Use a pen.' } })).toBe(before)
  })

  test('is the same however the accents were typed', () => {
    const decomposed = { ...HARBORVIEW_ES_1, heading: HARBORVIEW_ES_1.heading.normalize('NFD') }
    expect(decomposed.heading).not.toBe(HARBORVIEW_ES_1.heading)
    expect(formWording(decomposed)).toBe(formWording(HARBORVIEW_ES_1))
  })
})

test('the code square uses only characters of the QR alphanumeric set', () => {
  expect(formCodeText(HARBORVIEW_EN_1, '000214')).toBe('OPTIN1/EN-1/000214')
  expect(formCodeText(HARBORVIEW_ES_1, '000091')).toMatch(/^[0-9A-Z $%*+\-./:]+$/u)
})
