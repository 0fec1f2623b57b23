import { describe, expect, it } from 'vitest'
import { measureBody } from '../domain/message-body.ts'
import { confirmationText } from './confirmation-text.ts'

const boxes = [
  { care: true, marketing: false },
  { care: false, marketing: true },
  { care: true, marketing: true },
]

describe('confirmationText', () => {
  it('names the office, how often, the cost, HELP and STOP, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      for (const ticked of boxes) {
        const text = confirmationText('Harborview Family Clinic', language, ticked)
        expect(text).toMatch(/^Harborview Family Clinic: /)
        expect(text).toMatch(/\bHELP\b.*\bSTOP\b/)
        expect(text).toMatch(/rates may apply|tarifas/)
        expect(text).toMatch(/\b(?:8|4|12) (?:msgs|mensajes)/)
      }
    }
  })

  it('speaks of what was ticked alone', () => {
    expect(confirmationText('Clinic', 'en', { care: true, marketing: false })).not.toMatch(/offers/)
    expect(confirmationText('Clinic', 'en', { care: false, marketing: true })).not.toMatch(/appointment/)
    expect(confirmationText('Clinic', 'en', { care: true, marketing: true })).toMatch(/appointment.*offers.*Up to 12/)
  })

  it('stays within the letters of GSM-7', () => {
    for (const language of ['en', 'es'] as const) {
      for (const ticked of boxes) {
        expect(measureBody(confirmationText('Clinic', language, ticked)).encoding).toBe('GSM-7')
      }
    }
  })
})
