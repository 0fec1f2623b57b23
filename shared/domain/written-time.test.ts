import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, isIsoDay, isoDay } from '../time.ts'
import { guessDateOrder, readWrittenDate, readWrittenTime } from './written-time.ts'

test.each([
  ['11/24/2026', '2026-11-24', ''],
  ['1/4/2026', '2026-01-04', ''],
  ['11-24-26', '2026-11-24', ''],
  ['11.24.2026', '2026-11-24', ''],
  [' 2026-11-24 ', '2026-11-24', ''],
  ['2026/1/4', '2026-01-04', ''],
  ['2026-11-24T09:05', '2026-11-24', '09:05'],
  ['11/24/2026 9:05 AM', '2026-11-24', '9:05 AM'],
  ['Tue, 11/24/2026', '2026-11-24', ''],
  ['Nov 24, 2026', '2026-11-24', ''],
  ['November 3rd 2026', '2026-11-03', ''],
  ['24-Nov-2026', '2026-11-24', ''],
  ['4 ene 2026', '2026-01-04', ''],
])('the date %j', (text, day, rest) => {
  expect(readWrittenDate(text, 'month_first')).toEqual({ isoDay: day, rest })
})

test.each([
  '24/11/2026',
  '02/29/2026',
  '11/24',
  '20261124',
  'tomorrow',
  '',
  '11/24/20266',
  '13 Foo 2026',
  '٠١/٠٢/٢٠٢٦',
])('%j is no date', (text) => {
  expect(readWrittenDate(text, 'month_first')).toBeNull()
})

test('the order decides where the text leaves it open', () => {
  expect(readWrittenDate('03/04/2026', 'month_first')?.isoDay).toBe('2026-03-04')
  expect(readWrittenDate('03/04/2026', 'day_first')?.isoDay).toBe('2026-04-03')
  expect(readWrittenDate('2026-03-04', 'day_first')?.isoDay).toBe('2026-03-04')
})

test('every day reads back from every way it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const day = isoDay(days * DAY_MS, 'UTC')
      const [year, month, date] = day.split('-').map(Number)
      expect(isIsoDay(day)).toBe(true)
      expect(readWrittenDate(`${month}/${date}/${year}`, 'month_first')?.isoDay).toBe(day)
      expect(readWrittenDate(`${date}.${month}.${year}`, 'day_first')?.isoDay).toBe(day)
    }),
  )
})

test('a first number above 12 gives the order away', () => {
  expect(guessDateOrder(['03/04/2026', '24/11/2026'])).toBe('day_first')
  expect(guessDateOrder(['03/04/2026', '11/24/2026', '', '2026-11-24'])).toBe('month_first')
})

test.each([
  ['9:05 AM', 9, 5],
  ['9:05am', 9, 5],
  ['9:05 a.m.', 9, 5],
  ['9:05\u202fPM', 21, 5],
  ['9 pm', 21, 0],
  ['12:00 AM', 0, 0],
  ['12:30 PM', 12, 30],
  ['14:30', 14, 30],
  ['14:30:00', 14, 30],
  ['0905', 9, 5],
  ['9:00 AM - 9:30 AM', 9, 0],
])('the time %j', (text, hour, minute) => {
  expect(readWrittenTime(text)).toEqual({ hour, minute })
})

test.each(['', '9', '24:00', '9:60', '13:00 PM', '0:30 am', 'noon', '9:5', '-1:00', '9:00 XM'])(
  '%j is no time',
  (text) => {
    expect(readWrittenTime(text)).toBeNull()
  },
)
