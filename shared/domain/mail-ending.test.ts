import { expect, it } from 'vitest'
import { doubtMailEnding } from './mail-ending.ts'

it.each([
  ['d.okafor@gmail.com', null],
  ['D.OKAFOR@GMAIL.COM', null],
  ['no-address', null],
  ['a@gmial.com', { ending: 'gmial.com', meant: 'gmail.com' }],
  ['a@outlok.com', { ending: 'outlok.com', meant: 'outlook.com' }],
  ['a@harborview.org', { ending: 'harborview.org', meant: null }],
])('%s', (address, doubt) => {
  expect(doubtMailEnding(address)).toEqual(doubt)
})
