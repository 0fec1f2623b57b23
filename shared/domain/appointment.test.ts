import { expect, test } from 'vitest'
import { appointmentWords, readAppointmentStatus } from './appointment.ts'
import { measureBody } from './message-body.ts'

const at = Date.parse('2026-11-24T17:05:00Z')

test('an appointment is worded in the language and the zone asked for', () => {
  expect(appointmentWords(at, 'America/Los_Angeles', 'en')).toEqual({ day: 'Tuesday, November 24', time: '9:05 AM' })
  expect(appointmentWords(at, 'America/New_York', 'en').time).toBe('12:05 PM')
  expect(appointmentWords(at, 'America/Los_Angeles', 'es')).toEqual({
    day: 'martes, 24 de noviembre',
    time: '9:05 a.m.',
  })
})

test('the English words fit the cheap coding', () => {
  const { day, time } = appointmentWords(at, 'America/Phoenix', 'en')
  expect(measureBody(`${day} ${time}`).outsiders).toEqual([])
})

test.each([
  ['Cancelled', 'cancelled'],
  ['CANCELED BY PATIENT', 'cancelled'],
  ['Cxl', 'cancelled'],
  ['Rescheduled', 'cancelled'],
  ['Cancelada', 'cancelled'],
  ['No-Show', 'no_show'],
  ['No asistió', 'no_show'],
  ['Completed', 'done'],
  ['Checked out', 'done'],
  ['Scheduled', 'booked'],
  ['Confirmed', 'booked'],
  ['Arrived', 'booked'],
  ['', 'booked'],
  ['???', 'booked'],
])('the status %j is %s', (text, status) => {
  expect(readAppointmentStatus(text)).toBe(status)
})
