import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isE164, newUlid, risingUlids } from './ids.ts'

const zeros = (size: number) => new Uint8Array(size)

test('a ULID is 26 characters of the Crockford alphabet', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (nowMs, bytes) => {
        expect(newUlid(nowMs, () => bytes)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
      },
    ),
  )
})

test('a later ULID sorts after an earlier one', () => {
  const moment = fc.integer({ min: 0, max: 2 ** 48 - 2 })
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 1e9 }), (nowMs, later) => {
      fc.pre(nowMs + later < 2 ** 48)
      expect(newUlid(nowMs, (size) => zeros(size).fill(255)) < newUlid(nowMs + later, zeros)).toBe(true)
    }),
  )
})

test('the time part is the one of the specification', () => {
  expect(newUlid(1_469_918_176_385, zeros).slice(0, 10)).toBe('01ARYZ6S41')
})

test('a time outside 48 bits is a mistake of the program', () => {
  expect(() => newUlid(-1, zeros)).toThrow(RangeError)
  expect(() => newUlid(2 ** 48, zeros)).toThrow(RangeError)
  expect(() => newUlid(0.5, zeros)).toThrow(RangeError)
})

test('ULIDs of one moment rise by one, over every carry, and none comes twice', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const nextId = risingUlids(1_469_918_176_385, () => bytes)
      const ids = Array.from({ length: 1_100 }, nextId)
      expect(ids.every((id) => /^01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}$/.test(id))).toBe(true)
      expect(ids.every((id, place) => place === 0 || id > (ids[place - 1] ?? ''))).toBe(true)
    }),
  )
  const nextId = risingUlids(0, (size) => zeros(size).fill(255))
  expect([nextId(), nextId()]).toEqual(['0000000000FZZZZZZZZZZZZZZZ', '0000000000G000000000000000'])
})

test('an E.164 number is a plus and 8 to 15 digits', () => {
  expect(isE164('+12065550142')).toBe(true)
  for (const text of ['12065550142', '+02065550142', '+1206', '+1 206 555 0142', '+1234567890123456']) {
    expect(isE164(text)).toBe(false)
  }
})
