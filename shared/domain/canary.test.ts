import { describe, expect, test } from 'vitest'
import { CANARY } from '../rules/canary.ts'
import { type CanaryBaseline, canaryRoom, chanceOfAtLeast, judgeCanary } from './canary.ts'

const young: CanaryBaseline = { ended: 0, failed: 0, optedOut: 0 }
const careless: CanaryBaseline = { ended: 1_000, failed: 150, optedOut: 30 }
const all = (failed: number, optedOut = 0) => ({ sent: 20, delivered: 20 - failed, failed, optedOut })

test('the tail of the binomial distribution', () => {
  expect(chanceOfAtLeast(0, 20, 0.1)).toBe(1)
  expect(chanceOfAtLeast(1, 2, 0.5)).toBeCloseTo(0.75)
  expect(chanceOfAtLeast(3, 20, 0.03)).toBeCloseTo(0.021, 3)
  expect(chanceOfAtLeast(20, 20, 0.5)).toBeCloseTo(0.5 ** 20, 12)
})

describe('the first few', () => {
  test('pass where no more fail and stop than is usual', () => {
    for (const failed of [0, 1, 2]) expect(judgeCanary(all(failed), young, false)).toEqual({ verdict: 'pass' })
    expect(judgeCanary(all(0, 1), young, false)).toEqual({ verdict: 'pass' })
    expect(judgeCanary(all(6, 2), careless, false)).toEqual({ verdict: 'pass' })
  })

  test('trip where it is unusual for this office, with the numbers', () => {
    expect(judgeCanary(all(4), young, false)).toEqual({
      verdict: 'trip',
      why: { code: 'canary_failures', sent: 20, count: 4, usualShare: CANARY.usualFailureShare },
    })
    expect(judgeCanary(all(0, 2), young, false)).toMatchObject({ verdict: 'trip', why: { code: 'canary_opt_outs' } })
    expect(judgeCanary(all(8), careless, false)).toMatchObject({ verdict: 'trip', why: { usualShare: 0.15 } })
  })

  test('wait for receipts, but not for ever, and a bad sign needs no more of them', () => {
    const some = { sent: 20, delivered: 11, failed: 1, optedOut: 0 }
    expect(judgeCanary(some, young, false)).toEqual({ verdict: 'wait' })
    expect(judgeCanary(some, young, true)).toEqual({ verdict: 'pass' })
    expect(judgeCanary({ ...some, failed: 5 }, young, false)).toMatchObject({ verdict: 'trip' })
  })
})

test('only the first few leave before they are judged, and all after they passed', () => {
  expect(canaryRoom(20, 'none', 5)).toBe(15)
  expect(canaryRoom(20, 'sending', 20)).toBe(0)
  expect(canaryRoom(20, 'watching', 20)).toBe(0)
  expect(canaryRoom(20, 'passed', 20)).toBe(Infinity)
  expect(canaryRoom(0, 'none', 500)).toBe(Infinity)
})
