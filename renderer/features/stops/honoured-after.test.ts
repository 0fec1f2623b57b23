import { expect, it } from 'vitest'
import { honouredAfter } from './honoured-after.ts'

it.each([
  [0, 'at_once', 0],
  [-5, 'at_once', 0],
  [59_999, 'at_once', 0],
  [60_000, 'minutes', 1],
  [3 * 3_600_000, 'hours', 3],
  [49 * 3_600_000, 'days', 2],
])('%i ms is %s %i', (tookMs, unit, count) => {
  expect(honouredAfter({ atMs: 1000, recordedAtMs: 1000 + tookMs })).toEqual({ unit, count })
})
