import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../time.ts'
import { afterStart, afterThrottle, mayStartAt, type Pace, restedPace, shareOf, spentPace, type Start } from './pace.ts'

const anyRate = fc.oneof(fc.integer({ min: 1, max: 6_000 }), fc.constantFrom(75, 135, 150, 180, 240, 2400, 4500))

/** Sends one after the other for as long as it is told, each at the first moment allowed and up to `lateMs` later. */
function sendFor(ratePerMin: number, forMs: number, units: () => number, lateMs: () => number): readonly Start[] {
  const starts: Start[] = []
  let pace: Pace = restedPace(ratePerMin, 0)
  for (let nowMs = 0; nowMs < forMs;) {
    const next = units()
    const atMs = mayStartAt(pace, ratePerMin, next, nowMs)
    if (atMs > nowMs) nowMs = atMs + lateMs()
    else {
      pace = afterStart(pace, ratePerMin, next, nowMs)
      starts.push({ atMs: nowMs, units: next })
    }
  }
  return starts
}

/** The most that began within any stretch of this length: from inclusive, to exclusive. */
function mostWithin(starts: readonly Start[], windowMs: number): number {
  let most = 0
  let sum = 0
  let first = 0
  for (const start of starts) {
    sum += start.units
    while ((starts[first]?.atMs ?? 0) <= start.atMs - windowMs) sum -= starts[first++]?.units ?? 0
    most = Math.max(most, sum)
  }
  return most
}

describe('the pace', () => {
  test('is never above the rate in any second, nor closer than the interval where it is slower', () => {
    fc.assert(
      fc.property(anyRate, fc.infiniteStream(fc.integer({ min: 0, max: 40 })), (ratePerMin, late) => {
        const starts = sendFor(
          ratePerMin,
          2 * MINUTE_MS,
          () => 1,
          () => late.next().value as number,
        )
        if (ratePerMin >= 60) expect(mostWithin(starts, 1_000)).toBeLessThanOrEqual(Math.ceil(ratePerMin / 60))
        else {
          const gaps = starts.slice(1).map(({ atMs }, place) => atMs - (starts[place]?.atMs ?? 0))
          for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(MINUTE_MS / ratePerMin - 1e-6)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('uses at least 95 of 100 of the rate over an hour, with alarms a little late, and long messages where they fit', () => {
    const rates = fc.constantFrom<[number, number][]>(
      [50, 1],
      [75, 1],
      [75, 3],
      [135, 1],
      [240, 1],
      [1200, 3],
      [4500, 1],
      [4500, 3],
    )
    fc.assert(
      fc.property(rates, fc.integer(), ([ratePerMin, longest], seed) => {
        let chance = seed >>> 0
        const draw = (most: number) => {
          chance = (chance * 1_664_525 + 1_013_904_223) >>> 0
          return chance % most
        }
        const starts = sendFor(
          ratePerMin,
          HOUR_MS,
          () => 1 + draw(longest),
          () => draw(3),
        )
        const used = starts.reduce((sum, start) => sum + start.units, 0)
        expect(used).toBeGreaterThanOrEqual(0.95 * ratePerMin * 60)
        expect(used).toBeLessThanOrEqual(1.001 * ratePerMin * 60 + ratePerMin / 60 + 3)
      }),
      { numRuns: 12 },
    )
  })

  test('lets a message longer than a second’s worth go alone, and takes its share afterwards', () => {
    const pace = afterStart(restedPace(240, 0), 240, 10, 0)
    expect(mayStartAt(restedPace(240, 0), 240, 10, 0)).toBe(0)
    expect(mayStartAt(pace, 240, 1, 0)).toBe(1_750)
  })

  test('begins anew after a start as if all of a second had just left', () => {
    expect(mayStartAt(spentPace(1200, 1, 500), 1200, 1, 500)).toBe(1_500)
    expect(mayStartAt(spentPace(3, 2, 0), 3, 1, 0)).toBe(40_000)
  })
})

describe('after "too fast"', () => {
  test('the rate is halved, waits as long as it is asked, and recovers step by step', () => {
    const once = afterThrottle(restedPace(60, 0), 60, 5_000, 0)
    expect(mayStartAt(once, 60, 1, 0)).toBe(5_000)
    const twice = afterThrottle(once, 60, 0, 1_000)
    expect([shareOf(once, 0), shareOf(twice, 1_000)]).toEqual([0.5, 0.25])
    expect(shareOf(twice, 1_000 + MINUTE_MS)).toBe(0.5)
    expect(shareOf(twice, 1_000 + 2 * MINUTE_MS)).toBe(1)
    expect(shareOf(afterStart(twice, 60, 1, 1_000 + MINUTE_MS), 1_000 + 2 * MINUTE_MS)).toBe(1)
  })

  test('at half the rate no more than half leaves', () => {
    const halved = afterThrottle(restedPace(60, 0), 60, 0, 0)
    expect(mayStartAt(afterStart(halved, 60, 1, 2_000), 60, 1, 2_000)).toBe(4_000)
  })
})
