import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearchText } from './search-text.ts'

test.each([
  ['Smith-Jones', { words: ['smith', 'jones'], digits: [] }],
  ['Álvarez 0142', { words: ['alvarez'], digits: ['0142'] }],
  ['ann 20', { words: ['ann', '20'], digits: [] }],
  ['(206) 555-01', { words: [], digits: ['20655501'] }],
  ['20', { words: ['20'], digits: [] }],
  [' " * ', { words: [], digits: [] }],
])('%j is taken apart', (text, expected) => {
  expect(readSearchText(text)).toEqual(expected)
})

test('of any text only letters and digits are left, and not many', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const { words, digits } = readSearchText(text)
      expect(words.length + digits.length).toBeLessThanOrEqual(24)
      for (const token of [...words, ...digits]) expect(token).toMatch(/^[\p{L}\p{N}]+$/u)
    }),
  )
})
