import { describe, expect, it } from 'vitest'
import { SURE_CONFIDENCE } from '../../../shared/domain/form-reading.ts'
import type { CharacterCard } from './cell-scores.ts'
import { alphabetScorer, readCharacterCard } from './cell-scores.ts'

const CARD: CharacterCard = {
  name: 'test-1',
  classes: ['0', '1', 'I', 'O', '@', "'", 'empty', 'struck'],
  temperature: { digits: 1, letters: 1, email: 2 },
}

describe('alphabetScorer', () => {
  it('leaves out what the field cannot hold', () => {
    const scores = [2, 1, 9, 9.5, 0, 0, 0, 0]
    expect(alphabetScorer(CARD, 'digits')(scores).text).toBe('0')
    expect(alphabetScorer(CARD, 'letters')(scores).text).toBe('O')
    expect(alphabetScorer(CARD, 'email')(scores).text).toBe('o')
    const texts = alphabetScorer(CARD, 'digits')(scores).alternatives.map(({ text }) => text)
    expect(texts).toEqual(['1', ''])
  })

  it('shares the confidence among the alphabet, softer where the card says so', () => {
    const scores = [3, 0, -9, -9, -9, -9, -9, -9]
    const digits = alphabetScorer(CARD, 'digits')(scores)
    expect(digits.confidence).toBeCloseTo(1 / (1 + Math.exp(-3)), 3)
    expect(alphabetScorer(CARD, 'email')(scores).confidence).toBeLessThan(digits.confidence)
  })

  it('gives an empty cell as empty, and a struck-out one as empty that must be looked at', () => {
    expect(alphabetScorer(CARD, 'digits')([0, 0, 0, 0, 0, 0, 12, 0])).toMatchObject({ text: '' })
    expect(alphabetScorer(CARD, 'digits')([0, 0, 0, 0, 0, 0, 12, 0]).confidence).toBeGreaterThan(0.99)
    const struck = alphabetScorer(CARD, 'digits')([0, 0, 0, 0, 0, 0, 0, 12])
    expect(struck.text).toBe('')
    expect(struck.confidence).toBeLessThan(SURE_CONFIDENCE)
  })

  it('is not sure of scores that are no numbers', () => {
    expect(alphabetScorer(CARD, 'digits')([NaN, NaN, 0, 0, 0, 0, NaN, 0]).confidence).toBe(0)
  })
})

describe('readCharacterCard', () => {
  it('refuses what is no card', () => {
    expect(readCharacterCard(JSON.stringify(CARD))).toEqual(CARD)
    expect(() => readCharacterCard('{}')).toThrow()
    expect(() => readCharacterCard('not json')).toThrow()
    expect(() =>
      readCharacterCard(JSON.stringify({ ...CARD, temperature: { digits: 0, letters: 1, email: 1 } })),
    ).toThrow()
  })
})
