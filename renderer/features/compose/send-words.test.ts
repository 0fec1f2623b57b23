import { expect, it } from 'vitest'
import { sendWords } from './send-words.ts'

const NOW = Date.UTC(2026, 10, 23, 18)
const HOUR_MS = 3_600_000

it('says what the button will do: how many, and now or when', () => {
  expect(sendWords({ recipientCount: 18, firstAtMs: NOW }, false, NOW)).toMatchObject({ key: 'many_now', count: 18 })
  expect(sendWords({ recipientCount: 18, firstAtMs: NOW + HOUR_MS }, false, NOW)).toMatchObject({
    key: 'many_at',
    atMs: NOW + HOUR_MS,
  })
  expect(sendWords({ recipientCount: 1, firstAtMs: NOW }, true, NOW).key).toBe('one_now')
  expect(sendWords({ recipientCount: 1, firstAtMs: NOW + HOUR_MS }, true, NOW).key).toBe('one_at')
})

it('promises nothing before the core has answered', () => {
  expect(sendWords(undefined, false, NOW)).toEqual({ key: 'many_now', count: 0, atMs: null })
})
