import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanName, displayName, LONGEST_NAME, splitName } from './person-name.ts'

describe('splitName', () => {
  test.each([
    ['Okafor, Danielle', 'Danielle', '', 'Okafor'],
    ['Okafor, Danielle M.', 'Danielle', 'M.', 'Okafor'],
    ['Quiñones Vega, María José', 'María José', '', 'Quiñones Vega'],
    ['de la Cruz, Ana', 'Ana', '', 'de la Cruz'],
    ['Smith, Jr., John', 'John', '', 'Smith'],
    ['Smith Jr, John', 'John', '', 'Smith'],
    ['John Smith, Jr.', 'John', '', 'Smith'],
    ['  Anna   Lee ', 'Anna', '', 'Lee'],
    ['Anna Marie Lee', 'Anna', 'Marie', 'Lee'],
    ['Ana de la Cruz', 'Ana', '', 'de la Cruz'],
    ['Pieter Jan van der Berg', 'Pieter', 'Jan', 'van der Berg'],
    ["Dr. Siobhán O'Brien", 'Siobhán', '', "O'Brien"],
    ['Teller', 'Teller', '', ''],
    ['Lee,', 'Lee', '', ''],
    ['Null', 'Null', '', ''],
    ["Robert'); DROP TABLE person;--", "Robert');", 'DROP TABLE', 'person;--'],
    ['', '', '', ''],
    [',', '', '', ''],
  ])('%j', (text, given, middle, family) => {
    expect(splitName(text)).toEqual({ given, middle, family })
  })

  test('loses no name that has no title or suffix in it', () => {
    const word = fc.stringMatching(/^[A-ZÑ][a-zñé]{2,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const given = words.filter((name) => !/^(Mr|Mrs|Ms|Miss|Mx|Sra|Srta|Iii|Phd|Esq)$/.test(name))
        const split = splitName(given.join(' '))
        expect([split.given, split.middle, split.family].join(' ').replace(/ +/g, ' ').trim()).toBe(given.join(' '))
      }),
    )
  })

  test('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { given, middle, family } = splitName(text)
        for (const part of [given, middle, family]) expect(part).toBe(part.trim())
      }),
    )
  })
})

describe('cleanName', () => {
  test('composes accents and keeps one line', () => {
    expect(cleanName('Jose\u0301\tA.\n Ruiz')).toBe('José A. Ruiz')
  })

  test('takes out what turns a line round or climbs over it', () => {
    expect(cleanName('Anna\u202eeeL\u2066\u200f')).toBe('AnnaeeL')
    expect(cleanName(`Z${'\u0335'.repeat(40)}algo`)).toBe('Z\u0335\u0335algo')
  })

  test('keeps the joiners that some scripts and emoji need', () => {
    expect(cleanName('نامه\u200cای')).toBe('نامه\u200cای')
  })

  test('is short, well-formed and does not change again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'large' }), (text) => {
        const clean = cleanName(text)
        expect(clean.length).toBeLessThanOrEqual(LONGEST_NAME)
        expect(clean).not.toMatch(/\p{Cs}/u)
        expect(cleanName(clean)).toBe(clean)
      }),
    )
    expect(cleanName('x'.repeat(1_000_000))).toHaveLength(LONGEST_NAME)
  })
})

test('displayName puts the given name first and leaves out what is empty', () => {
  expect(displayName({ givenName: 'Ana', familyName: 'Ruiz' })).toBe('Ana Ruiz')
  expect(displayName({ givenName: 'Ana', familyName: '' })).toBe('Ana')
  expect(displayName({ givenName: '', familyName: 'Ru\u202eiz' })).toBe('Ruiz')
})
