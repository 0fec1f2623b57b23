import { describe, expect, it } from 'vitest'
import { appointmentWords } from '../../../shared/domain/appointment.ts'
import { renderBody } from '../../../shared/domain/merge-fields.ts'
import { measureBody } from '../../../shared/domain/message-body.ts'
import { OCCASIONS, STARTERS } from './starters.ts'

const AT = Date.UTC(2026, 10, 25, 17, 20)
const CASES = OCCASIONS.flatMap((occasion) => (['en', 'es'] as const).map((language) => ({ occasion, language })))

describe.each(CASES)('the starter for $occasion in $language', ({ occasion, language }) => {
  const { day, time } = appointmentWords(AT, 'America/Los_Angeles', language)
  const values = { appointment_day: day, appointment_time: time, practice_name: 'Harborview Family Clinic' }
  const others = { first_name: 'María José', practice_phone: '(206) 555-0100' }
  const rendered = renderBody(STARTERS[occasion][language], { ...values, ...others })

  it('knows all its fields and stays within three parts whatever the name', () => {
    expect(rendered.ok).toBe(true)
    if (rendered.ok) expect(measureBody(rendered.value).segments).toBeLessThanOrEqual(3)
  })

  it('has no doubled period', () => {
    if (rendered.ok) expect(rendered.value).not.toContain('..')
  })
})
