import fc from 'fast-check'
import parsePhoneNumber from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import type { E164 } from '../ids.ts'
import { isE164 } from '../ids.ts'
import { AREA_CODE_ZONES, ZONES_OF_THE_STATES } from '../rules/area-code-zones.ts'
import { isZone } from '../time.ts'
import { formatPhone, parsePhone, zonesOfAreaCode } from './phone.ts'

const practice = { allowFiction: true }
const real = { allowFiction: false }

describe('parsePhone', () => {
  test.each([
    '2065550142',
    '12065550142',
    '+12065550142',
    '+1 (206) 555-0142',
    '(+1) 206 555 0142',
    '(206) 555-0142',
    '(206)555-0142',
    '206.555.0142',
    '206/555-0142',
    '1-206-555-0142',
    '  206 555 0142  ',
    '206\u00a0555\u202f0142',
    '206\u2011555\u20130142',
    '\u202a206\u200b5550142\u202c',
    '２０６５５５０１４２',
    'tel:+1-206-555-0142',
  ])('reads %j', (text) => {
    expect(parsePhone(text, practice)).toEqual({
      ok: true,
      value: {
        e164: '+12065550142',
        national: '(206) 555-0142',
        zone: 'America/Los_Angeles',
        kind: 'mobile-or-landline',
        isFiction: true,
      },
    })
  })

  test.each([
    ['', 'phone_empty'],
    ['  \u200b ', 'phone_empty'],
    ['555-0142', 'phone_too_short'],
    ['206-555-014', 'phone_too_short'],
    ['+1 206 555 014', 'phone_too_short'],
    ['206-555-01421', 'phone_too_long'],
    ['206-555-0142 / 206-555-0143', 'phone_too_long'],
    ['9'.repeat(1_000_000), 'phone_too_long'],
    ['1-800-FLOWERS', 'phone_letters'],
    ['call her mother', 'phone_letters'],
    ['206-621-1234 x12', 'phone_extension'],
    ['206-621-1234 ext. 5', 'phone_extension'],
    ['206-621-1234 #5', 'phone_extension'],
    ['+44 20 7946 0018', 'phone_not_valid'],
    ['011 44 20 7946 0018', 'phone_not_valid'],
    ['876-621-1234', 'phone_not_valid'],
    ['900-234-5678', 'phone_premium'],
    ['206-555-0142', 'phone_fictional'],
    ['206-555-1212', 'phone_not_valid'],
    ['111-621-1234', 'phone_too_short'],
    ['206-121-1234', 'phone_not_valid'],
    ['999-621-1234', 'phone_not_valid'],
    ['500-234-5678', 'phone_not_valid'],
    ['206*621*1234', 'phone_not_valid'],
    ['١٢٣', 'phone_not_valid'],
  ])('refuses %j as %s', (text, code) => {
    expect(parsePhone(text, real)).toMatchObject({ ok: false, error: { code } })
  })

  test('says how many digits it found', () => {
    expect(parsePhone('206-555-014', practice)).toEqual({ ok: false, error: { code: 'phone_too_short', digits: 9 } })
  })

  test('gives back at most sixty characters of what it refuses', () => {
    const refused = parsePhone('call her '.repeat(100), practice)
    expect(refused).toEqual({
      ok: false,
      error: { code: 'phone_letters', value: 'call her '.repeat(100).slice(0, 60) },
    })
  })

  test('a toll-free number is one, and lies in no zone', () => {
    expect(parsePhone('(800) 234-5678', real)).toMatchObject({ ok: true, value: { kind: 'toll-free', zone: null } })
  })

  test('an area code on a border has no single zone', () => {
    expect(parsePhone('208-621-1234', real)).toMatchObject({ ok: true, value: { zone: null } })
  })

  test('never throws, and what it accepts it reads again from how it shows it', () => {
    const likePhone = fc.string({
      unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 ( ) - . + x e ５'.split(' '), ' '),
      maxLength: 24,
    })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), likePhone, fc.stringMatching(/^[2-9]\d{9}$/)), (text) => {
        const first = parsePhone(text, practice)
        if (!first.ok) return
        expect(isE164(first.value.e164)).toBe(true)
        expect(parsePhone(first.value.national, practice)).toEqual(first)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the table of area codes', () => {
  const codes = Array.from({ length: 800 }, (_, index) => String(index + 200))
  const isInPlan = (code: string, countries: readonly string[]) =>
    ['234', '345', '678', '222', '987'].some((exchange) => {
      const parsed = parsePhoneNumber(`+1${code}${exchange}1234`)
      const isPerson = parsed?.getType() === 'FIXED_LINE_OR_MOBILE'
      return parsed?.isValid() === true && isPerson && countries.includes(parsed.country ?? '')
    })

  test('has a zone for every code of the numbering plan', () => {
    const countries = ['US', 'CA', 'PR', 'VI', 'GU', 'AS', 'MP']
    const inPlan = codes.filter((code) => isInPlan(code, countries))
    expect(inPlan.length).toBeGreaterThan(400)
    expect(inPlan.filter((code) => zonesOfAreaCode(`+1${code}2341234` as E164).length === 0)).toEqual([])
  })

  test('names zones that exist, and no code twice under one zone', () => {
    for (const [zone, text] of Object.entries(AREA_CODE_ZONES.codesByZone)) {
      const listed = text.trim().split(/\s+/)
      expect(isZone(zone)).toBe(true)
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed.every((code) => /^[2-9]\d\d$/.test(code))).toBe(true)
    }
    expect(ZONES_OF_THE_STATES.every(isZone)).toBe(true)
  })

  test.each([
    ['+16025550101', ['America/Phoenix']],
    ['+19285550101', ['America/Denver', 'America/Phoenix']],
    ['+18505550101', ['America/New_York', 'America/Chicago']],
    ['+18005550101', []],
    ['+442079460018', []],
  ])('%s lies in %j', (e164, zones) => {
    expect(zonesOfAreaCode(e164 as E164)).toEqual(zones)
  })
})

test('a number from elsewhere is shown as it is', () => {
  expect(formatPhone('+442079460018' as E164)).toBe('+442079460018')
})
