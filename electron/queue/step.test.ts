import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FRESH_FOR_MS, type LineView, nextStep } from './step.ts'

const NOW = 1_000_000_000

const calm: LineView = {
  nowMs: NOW,
  isOnline: true,
  inboundFreshAtMs: NOW - 1_000,
  lastSyncAtMs: NOW - 1_000,
  syncEveryMs: 2_000,
  isPausedByPerson: false,
  isLinePaused: false,
  nextDueAtMs: NOW - 500,
  nextExpiryAtMs: NOW + 60_000,
  lastStarted: null,
  ratePerMin: 60,
  slowUntilMs: 0,
}

const instant = fc.integer({ min: NOW - 2 * FRESH_FOR_MS, max: NOW + 2 * FRESH_FOR_MS })
const maybe = fc.option(instant)
const anyView: fc.Arbitrary<LineView> = fc.record({
  nowMs: fc.constant(NOW),
  isOnline: fc.boolean(),
  inboundFreshAtMs: maybe,
  lastSyncAtMs: maybe,
  syncEveryMs: fc.integer({ min: 0, max: 60_000 }),
  isPausedByPerson: fc.boolean(),
  isLinePaused: fc.boolean(),
  nextDueAtMs: maybe,
  nextExpiryAtMs: maybe,
  lastStarted: fc.option(fc.record({ atMs: instant, segments: fc.integer({ min: 1, max: 10 }) })),
  ratePerMin: fc.integer({ min: 1, max: 10_000 }),
  slowUntilMs: instant,
})

describe('the next step', () => {
  test('is to send where nothing stands against it', () => {
    expect(nextStep(calm)).toEqual({ do: 'claim' })
  })

  test.for<[name: string, change: Partial<LineView>]>([
    ['the network is away', { isOnline: false }],
    ['inbound was never read', { inboundFreshAtMs: null }],
    ['inbound is five minutes old', { inboundFreshAtMs: NOW - FRESH_FOR_MS }],
    ['the clock was set back', { inboundFreshAtMs: NOW + 1 }],
    ['a person paused', { isPausedByPerson: true }],
    ['the provider refuses the account', { isLinePaused: true }],
    ['nothing waits', { nextDueAtMs: null }],
    ['its hour has not come', { nextDueAtMs: NOW + 1 }],
    ['the last one left a moment ago', { lastStarted: { atMs: NOW - 999, segments: 1 } }],
    ['the long one before takes its share', { lastStarted: { atMs: NOW - 2_999, segments: 3 } }],
    ['the provider asked for patience', { slowUntilMs: NOW + 1 }],
  ])('is not to send while %s', ([, change]) => {
    expect(nextStep({ ...calm, ...change })).toMatchObject({ do: 'wait' })
  })

  test('is to read before to send', () => {
    expect(nextStep({ ...calm, lastSyncAtMs: NOW - 2_000 })).toEqual({ do: 'sync' })
    expect(nextStep({ ...calm, lastSyncAtMs: NOW + 5_000 })).toEqual({ do: 'sync' })
  })

  test('never sends against a reason, and never waits for what is due', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const step = nextStep(view)
        if (step.do === 'wait') return step.untilMs > view.nowMs
        if (step.do !== 'claim') return true
        const freshMs = view.nowMs - (view.inboundFreshAtMs ?? Infinity)
        const isFresh = freshMs >= 0 && freshMs < FRESH_FOR_MS
        const isHeld = !view.isOnline || view.isPausedByPerson || view.isLinePaused
        return isFresh && !isHeld && (view.nextDueAtMs ?? Infinity) <= view.nowMs && view.slowUntilMs <= view.nowMs
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps the rate in every minute of steady work', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (ratePerMin) => {
        const startedAtMs: number[] = []
        const endMs = NOW + 10 * 60_000
        for (let nowMs = NOW; nowMs < endMs;) {
          const fresh = { inboundFreshAtMs: nowMs, lastSyncAtMs: nowMs, syncEveryMs: 60_000 }
          const lastMs = startedAtMs.at(-1)
          const lastStarted = lastMs === undefined ? null : { atMs: lastMs, segments: 1 }
          const step = nextStep({ ...calm, ...fresh, nowMs, ratePerMin, lastStarted, nextExpiryAtMs: null })
          if (step.do === 'claim') startedAtMs.push(nowMs)
          nowMs = step.do === 'wait' ? step.untilMs : nowMs + 1
        }
        expect(startedAtMs.length).toBeGreaterThanOrEqual(0.95 * ratePerMin * 10)
        startedAtMs.forEach((atMs, index) => {
          const inMinute = startedAtMs.slice(index).filter((later) => later < atMs + 60_000).length
          if (inMinute > ratePerMin) throw new Error(`${inMinute} in one minute, ${ratePerMin} allowed`)
        })
      }),
      { numRuns: 20 },
    )
  })
})
