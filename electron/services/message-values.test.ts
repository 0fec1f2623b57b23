import { expect, test } from 'vitest'
import { measureBody } from '../../shared/domain/message-body.ts'
import { messageValues } from './message-values.ts'

const sender = {
  name: 'Harborview Family Clinic',
  phone: '(206) 555-0100',
  zone: 'America/Los_Angeles',
  language: 'en',
} as const
const appointment = { startsAtMs: Date.UTC(2026, 10, 24, 17, 5), provider: 'Dr. Osei' }
const ann = { givenName: 'Ann', familyName: 'Lee', appointment } as const

test('writes day and time in the language of the words and on the practice’s clock', () => {
  expect(messageValues(ann, sender)).toMatchObject({
    first_name: 'Ann',
    full_name: 'Ann Lee',
    appointment_day: 'Tuesday, November 24',
    appointment_time: '9:05 AM',
    provider: 'Dr. Osei',
    practice_phone: '(206) 555-0100',
  })
  expect(messageValues(ann, { ...sender, language: 'es' })).toMatchObject({
    appointment_day: 'martes, 24 de noviembre',
    appointment_time: '9:05 a.m.',
  })
})

test('no value makes a message UCS-2 by its spaces', () => {
  const values = Object.values(messageValues(ann, { ...sender, language: 'es' })).join(' ')
  expect(measureBody(values).outsiders).toEqual([])
})

test('leaves out what belongs to an appointment where there is none', () => {
  expect(Object.keys(messageValues({ ...ann, appointment: null }, sender))).not.toContain('appointment_day')
})
