import { expect, test } from 'vitest'
import { isTrustedSender } from './trusted-sender.ts'

test('our own page is trusted, wherever it is', () => {
  expect(isTrustedSender({ url: 'app://bundle/index.html#/people', parent: null })).toBe(true)
})

test.each([
  ['a frame that is gone', null],
  ['a frame inside our page', { url: 'app://bundle/', parent: { url: 'app://bundle/' } }],
  ['another host', { url: 'app://evil/', parent: null }],
  ['a host that begins alike', { url: 'app://bundle.evil/', parent: null }],
  ['the web', { url: 'https://example.org/app://bundle/', parent: null }],
  ['a file', { url: 'file:///app://bundle/', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
])('%s is not trusted', (_what, frame) => {
  expect(isTrustedSender(frame)).toBe(false)
})
