import { expect, it } from 'vitest'
import { writtenDay } from './written-day.ts'

it.each([
  ['11182026', 'MMDDYYYY', '2026-11-18'],
  ['11 18 2026', 'MMDDYYYY', '2026-11-18'],
  ['18112026', 'DDMMAAAA', '2026-11-18'],
  ['05062026', 'DDMMAAAA', '2026-06-05'],
  ['2026-11-18', 'MMDDYYYY', '2026-11-18'],
  ['18112026', 'MMDDYYYY', null],
  ['02302026', 'MMDDYYYY', null],
  ['1118202', 'MMDDYYYY', null],
  ['11 18 202□', 'MMDDYYYY', null],
  ['', 'MMDDYYYY', null],
])('%s written as %s is %s', (text, order, day) => {
  expect(writtenDay(text, order)).toBe(day)
})
