import { expect, test } from 'vitest'
import { beforeAppointment } from './relative-time.ts'

const zone = 'America/Los_Angeles'
const utc = (text: string) => Date.parse(`${text}Z`)
const at = (startsAt: string, daysBefore: number, time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const moment = beforeAppointment(utc(startsAt), { daysBefore, atMinute: hour * 60 + minute }, zone)
  return new Date(moment).toISOString().slice(0, 16)
}

test.each([
  ['the day before at nine', '2026-11-25T18:00', 1, '09:00', '2026-11-24T17:00'],
  ['on the day itself', '2026-11-25T18:00', 0, '08:00', '2026-11-25T16:00'],
  ['a week before, across the turn of the clock', '2026-11-03T18:00', 7, '09:00', '2026-10-27T16:00'],
  ['at a time that the clock jumps over', '2026-03-09T17:00', 1, '02:30', '2026-03-08T10:00'],
  ['at a time that the clock shows twice', '2026-11-02T18:00', 1, '01:30', '2026-11-01T08:30'],
  [
    'late in the evening of the practice, which is another day in Greenwich',
    '2026-11-25T04:30',
    1,
    '19:00',
    '2026-11-24T03:00',
  ],
])('%s', (_, startsAt, daysBefore, time, expected) => {
  expect(at(startsAt, daysBefore, time)).toBe(expected)
})
