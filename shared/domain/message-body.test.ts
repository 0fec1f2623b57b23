import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureBody, suggestGsm } from './message-body.ts'

describe('measureBody', () => {
  test.each([
    ['', 'GSM-7', 0, 160, 160],
    ['a', 'GSM-7', 1, 160, 159],
    ['a'.repeat(160), 'GSM-7', 1, 160, 0],
    ['a'.repeat(161), 'GSM-7', 2, 153, 145],
    ['a'.repeat(306), 'GSM-7', 2, 153, 0],
    ['a'.repeat(307), 'GSM-7', 3, 153, 152],
    ['€'.repeat(80), 'GSM-7', 1, 160, 0],
    ['á'.repeat(70), 'UCS-2', 1, 70, 0],
    ['á'.repeat(71), 'UCS-2', 2, 67, 63],
    ['¡Mañana a las 9! ¿Está bien?', 'UCS-2', 1, 70, 42],
    ['Ñandú é', 'UCS-2', 1, 70, 63],
    ['È', 'UCS-2', 1, 70, 69],
    ['è à Ü ñ', 'GSM-7', 1, 160, 153],
  ] as const)('%j is %s in %i parts', (text, encoding, segments, unitsPerSegment, unitsLeft) => {
    expect(measureBody(text)).toMatchObject({ encoding, segments, unitsPerSegment, unitsLeft })
  })

  test('a pair of the extension table is not cut', () => {
    expect(measureBody(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toMatchObject({ segments: 2, unitsLeft: 141 })
    expect(measureBody(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ unitsUsed: 306, segments: 3 })
  })

  test('an emoji is not cut', () => {
    expect(measureBody(`${'á'.repeat(66)}😀${'á'.repeat(65)}`)).toMatchObject({ segments: 2, unitsLeft: 0 })
    expect(measureBody(`${'á'.repeat(66)}😀${'á'.repeat(66)}`)).toMatchObject({ unitsUsed: 134, segments: 3 })
  })

  test('a family of joined emoji moves as one, a cluster longer than a part is cut', () => {
    expect(measureBody(`${'á'.repeat(60)}👨‍👩‍👧‍👦`)).toMatchObject({ unitsUsed: 71, segments: 2, unitsLeft: 56 })
    expect(measureBody(`a${'\u0301'.repeat(200)}`)).toMatchObject({ unitsUsed: 201, segments: 3 })
  })

  test('names what forced the longer coding, once', () => {
    expect(measureBody('“Hola” “mamá” 😀😀').outsiders).toEqual(['“', '”', 'á', '😀'])
    expect(measureBody('plain {text}').outsiders).toEqual([])
  })

  test('the numbers belong together', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '{', '\n', 'á', '😀', '👨‍👩‍👧‍👦'), maxLength: 700 })
    fc.assert(
      fc.property(text, (body) => {
        const { encoding, segments, unitsUsed, unitsPerSegment, unitsLeft, outsiders } = measureBody(body)
        expect(encoding === 'UCS-2').toBe(outsiders.length > 0)
        expect(segments === 0).toBe(body === '')
        expect(unitsLeft).toBeGreaterThanOrEqual(0)
        expect(unitsLeft).toBeLessThanOrEqual(unitsPerSegment)
        expect(unitsUsed).toBeLessThanOrEqual(Math.max(segments, 1) * unitsPerSegment - unitsLeft)
        expect(segments).toBeGreaterThanOrEqual(Math.ceil(unitsUsed / unitsPerSegment))
      }),
    )
  })

  test('adding a letter never makes a text cheaper', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '€', 'á', '😀'), maxLength: 300 }), (body) => {
        expect(measureBody(`${body}a`).segments).toBeGreaterThanOrEqual(measureBody(body).segments)
      }),
    )
  })
})

describe('suggestGsm', () => {
  test('writes typography plainly and leaves letters alone', () => {
    expect(suggestGsm('“Dr. O’Brien” – 9:00\u202fAM… at\u00a0noon—really')).toBe(
      `"Dr. O'Brien" - 9:00 AM... at noon-really`,
    )
    expect(suggestGsm('María, 😀 ñ')).toBe('María, 😀 ñ')
  })

  test('changes nothing twice, and nothing of a text that already fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(suggestGsm(suggestGsm(text))).toBe(suggestGsm(text))
      }),
    )
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Z', 'Ñ', '€', '{', '\n', '"', "'", '-', '@', 'é') }),
        (text) => {
          expect(suggestGsm(text)).toBe(text)
        },
      ),
    )
  })

  test('never leaves more outsiders than there were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const left = measureBody(suggestGsm(text)).outsiders.length
        expect(left).toBeLessThanOrEqual(measureBody(text).outsiders.length)
      }),
    )
  })
})
