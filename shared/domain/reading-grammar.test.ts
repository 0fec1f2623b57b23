import { expect, it } from 'vitest'
import { readField } from './reading-grammar.ts'

it('is as sure of a field as of its weakest cell', () => {
  const cells = [0.99, 0.7].map((confidence) => ({ text: 'A', confidence, alternatives: [] }))
  const comb = { name: 'first_name', characters: 'letters', groups: [2], cells: [] } as const
  expect(readField(comb, cells)).toMatchObject({ text: 'AA', confidence: 0.7 })
})
