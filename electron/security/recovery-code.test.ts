import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'

const code = fc.uint8Array({ minLength: 30, maxLength: 30 }).map((bytes) => makeRecoveryCode(() => bytes))

test('a code is read back to its letters, with any dashes, spaces and case', () => {
  const gaps = fc.array(fc.constantFrom('', '-', ' ', ' - ', '–'), { minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(code, gaps, fc.boolean(), (made, between, isLower) => {
      const letters = made.replaceAll('-', '')
      const typed = Array.from(letters)
        .map((letter, place) => letter + (between[place] ?? ''))
        .join('')
      expect(readRecoveryCode(isLower ? typed.toLowerCase() : typed)).toBe(letters)
    }),
  )
})

test('nearly every slip of one letter is noticed', () => {
  const letters = makeRecoveryCode(() => new Uint8Array(30).fill(7)).replaceAll('-', '')
  const slips = Array.from(letters).flatMap((right, place) =>
    Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
      .filter((letter) => letter !== right)
      .map((letter) => letters.slice(0, place) + letter + letters.slice(place + 1)),
  )
  const unnoticed = slips.filter((slip) => readRecoveryCode(slip) !== null)
  expect(slips).toHaveLength(32 * 31)
  expect(unnoticed.length).toBeLessThan(slips.length / 200)
})

test.each(['', 'AAAA', 'four calm geese on a café roof', 'U'.repeat(32)])('%j is no recovery code', (text) => {
  expect(readRecoveryCode(text)).toBeNull()
})
