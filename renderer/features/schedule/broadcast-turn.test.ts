import { expect, it } from 'vitest'
import { turnOf } from './broadcast-turn.ts'

const one = (id: string, rank: number, state: 'sending' | 'paused' | 'done' = 'sending') => ({ id, rank, state })

it('counts only what is still on its way', () => {
  const all = [one('me', 0), one('over', -1, 'done')]
  expect(turnOf(one('me', 0), all)).toEqual({ before: 0, beside: 0, soonerThan: null, laterThan: null })
})

it('goes past the nearest one, not to the end', () => {
  const all = [one('first', -2), one('second', -1, 'paused'), one('me', 0), one('last', 5)]
  expect(turnOf(one('me', 0), all)).toEqual({ before: 2, beside: 0, soonerThan: 'second', laterThan: 'last' })
})

it('leaves those it takes turns with, either way', () => {
  const all = [one('me', 0), one('twin', 0)]
  expect(turnOf(one('me', 0), all)).toEqual({ before: 0, beside: 1, soonerThan: 'twin', laterThan: 'twin' })
})
