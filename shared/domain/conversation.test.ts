import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../time.ts'
import { isAnswer } from './conversation.ts'

const NOW = Date.UTC(2026, 10, 24, 18)

test('a text to somebody who never wrote is none', () => {
  expect(isAnswer({ lastInboundAtMs: null, lastTextAtMs: NOW - HOUR_MS }, NOW)).toBe(false)
})

test('whoever waits for a word gets an answer, however long it takes', () => {
  expect(isAnswer({ lastInboundAtMs: NOW - 5 * DAY_MS, lastTextAtMs: NOW - 6 * DAY_MS }, NOW)).toBe(true)
  expect(isAnswer({ lastInboundAtMs: NOW - 5 * DAY_MS, lastTextAtMs: null }, NOW)).toBe(true)
})

test('a second answer is one within a day, and after it the office has begun anew', () => {
  const answered = { lastInboundAtMs: NOW - DAY_MS, lastTextAtMs: NOW - HOUR_MS }
  expect(isAnswer(answered, NOW)).toBe(true)
  expect(isAnswer(answered, NOW + 1)).toBe(false)
})

test('what comes in later than it was no question to it', () => {
  expect(isAnswer({ lastInboundAtMs: NOW + 1, lastTextAtMs: null }, NOW)).toBe(false)
})
