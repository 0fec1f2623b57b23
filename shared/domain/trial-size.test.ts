import { expect, test } from 'vitest'
import { trialSizeOf } from './trial-size.ts'

test.each([
  ['a small one goes at once', { count: 99 }, 0],
  ['a big one is tried on twenty', { count: 100 }, 20],
  ['as a person asked', { count: 3000, canary: 50 }, 50],
  ['a person may do without', { count: 3000, canary: 0 }, 0],
  ['a trial on everybody is none', { count: 10, canary: 20 }, 0],
  ['an emergency waits for nothing', { count: 3000, canary: 50, purpose: 'emergency' as const }, 0],
])('%s', (_, asked, size) => {
  expect(trialSizeOf({ purpose: 'care', ...asked })).toBe(size)
})
