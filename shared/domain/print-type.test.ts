import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fontkit from '@pdf-lib/fontkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TYPE_CHARACTERS, TYPE_WIDTHS } from '../rules/form-type-widths.ts'
import { brokenIntoLines, printedWidthMm, unprintableIn } from './print-type.ts'

const FILES = { 400: 'Regular', 600: 'Semibold', 700: 'Bold' } as const

describe.each([400, 600, 700] as const)('the widths of weight %i', (weight) => {
  test('are those of the font that is printed', () => {
    const file = `../../resources/fonts/SourceSans3-${FILES[weight]}.ttf`
    const font = fontkit.create(readFileSync(fileURLToPath(new URL(file, import.meta.url))))
    const inFont = Array.from(TYPE_CHARACTERS, (one) => font.glyphForCodePoint(one.codePointAt(0) ?? 0).advanceWidth)
    expect(font.unitsPerEm).toBe(1000)
    expect(inFont).toEqual(TYPE_WIDTHS[weight])
  })
})

test('lines fit their room and lose no word, even where a single word is wider than the room', () => {
  const text = fc.array(fc.stringMatching(/^[A-Za-zñ./]{1,40}$/u), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 180 }), (words, roomMm) => {
      const lines = brokenIntoLines(words.join(' '), roomMm, 4, 400)
      expect(lines.filter((line) => printedWidthMm(line, 4, 400) > roomMm)).toEqual([])
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
    }),
  )
})

test('a telephone number is not broken', () => {
  const words = 'You can also call (206) 555-0100 any time.'
  for (let roomMm = 40; roomMm < 80; roomMm += 1) {
    expect(brokenIntoLines(words, roomMm, 4, 400).some((line) => line.includes('(206) 555-0100'))).toBe(true)
  }
})

test('only what the type lacks is told as unprintable, each character once', () => {
  expect(unprintableIn('Clínica Nguyễn-Łódź, P.C. “ok” · 5 × 5')).toBe('')
  expect(unprintableIn('診所診 OK')).toBe('診所')
})
