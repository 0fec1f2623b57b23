import { describe, expect, it } from 'vitest'
import type { CellReading, FieldReading } from '../../../shared/domain/form-reading.ts'
import { hasUnreadable, nextDoubt, retype, slotsOf, slotText, takeOther, UNREADABLE } from './reading-slots.ts'

const cell = (text: string, confidence = 0.99, ...others: readonly string[]): CellReading => ({
  text,
  confidence,
  alternatives: others.map((other) => ({ text: other, confidence: (1 - confidence) / 2 })),
})
const field = (cells: readonly CellReading[], text = cells.map((one) => one.text).join('')): FieldReading => ({
  text,
  cells,
  confidence: Math.min(...cells.map(({ confidence }) => confidence)),
})
const cells = (text: string) => Array.from(text, (letter) => cell(letter === ' ' ? '' : letter))
const PHONE = [...cells('20655501'), cell('4', 0.7, '9', '7'), cell('2', 0.3, '3')]

describe('the line under a number', () => {
  const slots = slotsOf(field(PHONE), 'digits', [3, 3, 4])

  it('keeps each digit under its cell, with a space where the paper has one', () => {
    expect(slotText(slots)).toBe(`206 555 014${UNREADABLE}`)
    expect(slots.map((slot) => slot.cell)).toEqual([0, 1, 2, null, 3, 4, 5, null, 6, 7, 8, 9])
  })

  it('never shows a guess below one half: the place is empty, and the guess stands among the others', () => {
    expect(slots.at(-1)).toMatchObject({ text: UNREADABLE, need: 'unreadable', others: ['2', '3'] })
    expect(hasUnreadable(slots)).toBe(true)
  })

  it('marks what needs a look and leads from one doubt to the next, both ways', () => {
    expect(slots[10]).toMatchObject({ text: '4', need: 'look', others: ['9', '7'] })
    expect(nextDoubt(slots, -1)).toBe(10)
    expect(nextDoubt(slots, 10)).toBe(11)
    expect(nextDoubt(slots, 11)).toBeUndefined()
    expect(nextDoubt(slots, slots.length, -1)).toBe(11)
  })

  it('takes what is typed over a doubt as the person’s own, and leaves the other doubts', () => {
    expect(retype(slots, slotText(slots))).toEqual(slots)
    const right = retype(slots, '206 555 0148')
    expect(right.at(-1)).toMatchObject({ text: '8', need: 'typed', cell: 9 })
    expect(right[10]?.need).toBe('look')
    expect(hasUnreadable(right)).toBe(false)
  })

  it('takes one of the others by its key', () => {
    expect(slotText(takeOther(slots, 10, '9'))).toBe(`206 555 019${UNREADABLE}`)
    expect(takeOther(slots, 10, '9')[10]?.need).toBe('typed')
  })

  it('leaves out a cell in which nothing stands, so that a missing digit is seen', () => {
    expect(slotText(slotsOf(field(cells('206555014 ')), 'digits', [3, 3, 4]))).toBe('206 555 014')
  })
})

describe('the line under a name', () => {
  it('writes capitals as a name, and an empty cell between words as a space', () => {
    expect(slotText(slotsOf(field(cells('MARIA JOSE     ')), 'name'))).toBe('Maria Jose')
    expect(slotText(slotsOf(field(cells("O'BRIEN-LEE")), 'name'))).toBe("O'Brien-Lee")
  })

  it('offers the others in the same case', () => {
    const [first, second] = slotsOf(field([cell('D', 0.6, 'O'), cell('A', 0.6, 'H')]), 'name')
    expect([first?.others, second?.others]).toEqual([['O'], ['h']])
  })

  it('is empty when nothing was written', () => {
    expect(slotsOf(field(cells('      '), ''), 'name')).toEqual([])
  })

  it('asks about a cell in which perhaps something stands', () => {
    const maybe: CellReading = { text: '', confidence: 0.6, alternatives: [{ text: 'I', confidence: 0.3 }] }
    const speck: CellReading = { text: '', confidence: 0.8, alternatives: [{ text: 'I', confidence: 0.05 }] }
    expect(slotText(slotsOf(field([cell('A'), maybe, speck]), 'name'))).toBe(`A${UNREADABLE}`)
    // Ink that may be any of many letters is ink all the same: a letter must never be dropped without a word.
    const any: CellReading = {
      text: '',
      confidence: 0.54,
      alternatives: ['J', 'T', 'E'].map((text) => ({ text, confidence: 0.1 })),
    }
    expect(slotText(slotsOf(field([any, cell('O')]), 'name'))).toBe(`${UNREADABLE}o`)
  })
})

describe('the line under an address', () => {
  it('adds what a printed box stands for, and asks for one look at it', () => {
    const slots = slotsOf(field(cells('D.OKAFOR'), 'd.okafor@gmail.com'), 'email')
    expect(slotText(slots)).toBe('d.okafor@gmail.com')
    expect(slots.filter(({ need }) => need === 'look').map(({ text }) => text)).toEqual(['@'])
  })
})
