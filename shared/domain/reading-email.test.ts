import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMON_EMAIL_DOMAINS } from '../rules/email-domains.ts'
import { LETTER_LAYOUT, combOf } from './opt-in-form-layout.ts'
import { anyCell, needsLook, read } from './reading-fixture.ts'
import { readField } from './reading-grammar.ts'

describe('an e-mail address', () => {
  it('stands as it is written when every cell is sure', () => {
    expect(read('email', 'm.vega-7@clinic.example   ')).toMatchObject({
      text: 'm.vega-7@clinic.example',
      confidence: 0.99,
    })
    expect(read('email', 'only.the.first.part').text).toBe('only.the.first.part')
  })

  it('has exactly one @, or none', () => {
    const reading = read('email', 'ana@o.net', {
      4: [
        ['@', 0.6],
        ['o', 0.35],
      ],
    })
    expect(reading.text).toBe('ana@o.net')
    expect(needsLook(reading.cells[4]!)).toBe(true)
    const almostSure = {
      5: [
        ['@', 0.97],
        ['n', 0.02],
      ],
    } as const
    expect(read('email', 'ana@one.net', almostSure).text).toBe('ana@one.net')
  })

  it('tells a look-alike by what stands around it', () => {
    const oh = [
      ['0', 0.52],
      ['o', 0.47],
    ] as const
    const name = read('email', 'j0hn80', { 1: oh, 5: oh })
    expect(name.text).toBe('john80')
    expect(needsLook(name.cells[1]!)).toBe(false)
  })

  it('leans towards a common domain that the cells nearly say, and asks about every cell that it changed', () => {
    const reading = read('email', 'ana@gmaii.com', {
      4: [
        ['c', 0.5],
        ['g', 0.4],
      ],
    })
    expect(reading.text).toBe('ana@gmail.com')
    expect(needsLook(reading.cells[4]!)).toBe(true)
    expect(needsLook(reading.cells[8]!)).toBe(true)
    expect(reading.cells.slice(0, 4).some(needsLook)).toBe(false)
  })

  it('leaves another domain alone', () => {
    expect(read('email', 'ana@ymail.com')).toMatchObject({ text: 'ana@ymail.com', confidence: 0.99 })
    expect(read('email', 'ana@gnrzl.com').text).toBe('ana@gnrzl.com')
    expect(read('email', 'ana@acme.health').text).toBe('ana@acme.health')
  })

  it('never reads a domain that no cell of it doubts as another without asking', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
      minLength: 2,
      maxLength: 9,
    })
    fc.assert(
      fc.property(letters, fc.constantFrom('com', 'net', 'org', 'es'), (host, ending) => {
        const written = `${host}.${ending}`
        const reading = read('email', `ana@${written}`)
        const changed = Array.from(reading.text).filter(
          (character, place) => character !== `ana@${written}`[place],
        ).length
        expect(reading.cells.filter(needsLook)).toHaveLength(changed)
      }),
    )
    for (const domain of COMMON_EMAIL_DOMAINS) expect(read('email', `ana@${domain}`).confidence).toBe(0.99)
  })

  it('leaves out an empty cell within and asks about it', () => {
    const reading = read('email', 'an a@me.com')
    expect(reading.text).toBe('ana@me.com')
    expect(needsLook(reading.cells[2]!)).toBe(true)
  })

  it('reads any cells at all', () => {
    const characters = ['', ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789@.-_+')]
    fc.assert(
      fc.property(fc.array(anyCell(characters), { maxLength: 26 }), (cells) => {
        const reading = readField(combOf(LETTER_LAYOUT, 'email')!, cells)
        expect(reading.cells).toHaveLength(cells.length)
        expect(reading.text.split('@').length).toBeLessThanOrEqual(1 + cells.length)
        for (const { confidence } of reading.cells) expect(confidence).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
