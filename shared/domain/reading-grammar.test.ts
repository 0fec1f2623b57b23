import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LETTER_LAYOUT, combOf } from './opt-in-form-layout.ts'
import { anyCell, needsLook, read } from './reading-fixture.ts'
import { readField } from './reading-grammar.ts'

describe('a name', () => {
  it('keeps its letters, hyphen and apostrophe, and a space for an empty cell between', () => {
    expect(read('last_name', "O'NEIL-VEGA  ").text).toBe("O'NEIL-VEGA")
    expect(read('first_name', 'MARY ANN   ')).toMatchObject({ text: 'MARY ANN', confidence: 0.99 })
  })

  it('skips a struck-out cell, which stays to be looked at', () => {
    const reading = read('first_name', 'MAXRY', { 2: [['', 0.89]] })
    expect(reading.text).toBe('MARY')
    expect(reading.cells.map(needsLook)).toEqual([false, false, true, false, false])
  })

  it('doubts a sign where no name has one', () => {
    expect(read('last_name', '-VEGA').cells.map(needsLook)).toEqual([true, false, false, false, false])
    expect(read('last_name', "O'-NEIL").cells.map(needsLook)[1]).toBe(true)
  })

  it('is snapped to no list: what the cells say is what is read', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')),
      minLength: 1,
      maxLength: 11,
    })
    fc.assert(fc.property(letters, (name) => read('first_name', name).text === name))
  })
})

describe('a mobile number', () => {
  it('is ten digits as written, sure where every cell is', () => {
    expect(read('mobile', '2065550142')).toMatchObject({ text: '2065550142', confidence: 0.99 })
  })

  it('takes the alternative that the numbering plan allows, and asks for a look', () => {
    const reading = read('mobile', '7065550142', {
      0: [
        ['1', 0.6],
        ['7', 0.39],
      ],
    })
    expect(reading.text).toBe('7065550142')
    expect(reading.cells.map(needsLook)).toEqual([true, ...Array.from({ length: 9 }, () => false)])
    expect(reading.cells[0]?.alternatives[0]?.text).toBe('1')
  })

  it('prefers an area code that is in use', () => {
    expect(
      read('mobile', '2965550142', {
        1: [
          ['9', 0.5],
          ['0', 0.45],
        ],
      }).text,
    ).toBe('2065550142')
    expect(
      read('mobile', '2965550142', {
        1: [
          ['9', 0.98],
          ['0', 0.02],
        ],
      }).text,
    ).toBe('2965550142')
  })

  it('leaves what the plan does not allow as it stands when no cell says otherwise, and asks about it', () => {
    const reading = read('mobile', '1065550142')
    expect(reading.text).toBe('1065550142')
    expect(reading.cells.slice(0, 3).every(needsLook)).toBe(true)
    expect(reading.cells.slice(3).some(needsLook)).toBe(false)
  })

  it('asks about a gap in a number that was begun, and not about a number left empty', () => {
    const begun = read('mobile', '206555 142')
    expect(begun.text).toBe('206555142')
    expect(needsLook(begun.cells[6]!)).toBe(true)
    expect(read('mobile', ' '.repeat(10))).toMatchObject({ text: '', confidence: 0.99 })
  })

  it('never invents a digit and never makes a cell surer than the eye was', () => {
    fc.assert(
      fc.property(fc.array(anyCell(Array.from('0123456789')), { minLength: 10, maxLength: 10 }), (cells) => {
        const comb = combOf(LETTER_LAYOUT, 'mobile')!
        readField(comb, cells).cells.forEach((after, place) => {
          const before = cells[place]!
          const seen = [before, ...before.alternatives]
          expect(seen.map(({ text }) => text)).toContain(after.text)
          expect(after.confidence).toBeLessThanOrEqual(seen.find(({ text }) => text === after.text)!.confidence)
          if (after.text !== before.text) expect(needsLook(after)).toBe(true)
        })
      }),
    )
  })
})

describe('a date', () => {
  it('is a day of the calendar in the order of the sheet', () => {
    expect(read('signed_on', '11242026')).toMatchObject({ text: '2026-11-24', confidence: 0.99 })
    expect(read('signed_on', '02292028').text).toBe('2028-02-29')
  })

  it('takes the alternative that makes a real day', () => {
    const reading = read('signed_on', '11312026', {
      2: [
        ['3', 0.7],
        ['2', 0.25],
      ],
      3: [['1', 0.99]],
    })
    expect(reading.text).toBe('2026-11-21')
    expect(needsLook(reading.cells[2]!)).toBe(true)
  })

  it('gives a day that cannot be as it is written, to be looked at', () => {
    const reading = read('signed_on', '02302026')
    expect(reading.text).toBe('02/30/2026')
    expect(reading.cells.every(needsLook)).toBe(true)
  })

  it('understands one digit in two cells and two digits of a year, and asks about both', () => {
    const reading = read('signed_on', '3  52026')
    expect(reading.text).toBe('2026-03-05')
    expect(reading.cells.map(needsLook)).toEqual([true, true, true, true, false, false, false, false])
    const short = read('signed_on', '030526  ')
    expect(short.text).toBe('2026-03-05')
    expect(needsLook(short.cells[4]!)).toBe(true)
  })

  it('leaves an empty date empty', () => {
    expect(read('signed_on', '        ')).toMatchObject({ text: '', confidence: 0.99 })
  })

  it('reads every real day of this century back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_523 }), (day) => {
        const iso = new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10)
        const [year = '', month = '', date = ''] = iso.split('-')
        expect(read('signed_on', `${month}${date}${year}`)).toMatchObject({ text: iso, confidence: 0.99 })
      }),
    )
  })
})
