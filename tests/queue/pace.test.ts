import { describe, expect, test } from 'vitest'
import { addLine } from '../../electron/db/repos/lines.ts'
import type { E164, LineId } from '../../shared/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { numbers, queueBroadcast } from './broadcasts.ts'
import { inboundRecord, type SeenRequest, withEngine } from './engine-rig.ts'
import { ADA, OFFICE, queueText } from './office.ts'

const TOLL_FREE = { id: '01JDLINE00000000000000000B' as LineId, e164: '+18885550100' as E164 }

/** The most that began within any second. */
function mostInSecond(requests: readonly SeenRequest[]): number {
  return Math.max(
    0,
    ...requests.map(
      ({ trueMs }) => requests.filter((other) => other.trueMs >= trueMs && other.trueMs < trueMs + 1_000).length,
    ),
  )
}

describe('steady work', () => {
  test.for<[ratePerMin: number, inSecond: number]>([
    [75, 2],
    [240, 4],
  ])('at %i a minute uses the rate and never goes over it', ([ratePerMin, inSecond]) =>
    withEngine(
      async (rig) => {
        await queueBroadcast(rig, numbers(ratePerMin * 3))
        await rig.runFor(2 * MINUTE_MS)
        expect(rig.requests.length).toBeGreaterThanOrEqual(0.95 * ratePerMin * 2)
        expect(rig.requests.length).toBeLessThanOrEqual(ratePerMin * 2 + 5)
        expect(mostInSecond(rig.requests)).toBeLessThanOrEqual(inSecond)
      },
      { ratePerMin },
    ),
  )
})

test('the account makes at most twenty requests a second over all its lines', () =>
  withEngine(
    async (rig) => {
      await addLine(rig.store.db, { ...TOLL_FREE, class: 'toll_free', ratePerMin: 6_000, createdAtMs: 0 })
      await queueBroadcast(rig, numbers(150))
      await queueBroadcast(rig, numbers(150, 500), { lineId: TOLL_FREE.id })
      await rig.runFor(10_000)
      expect(mostInSecond(rig.requests)).toBeLessThanOrEqual(20)
      expect(rig.requests.length).toBeGreaterThanOrEqual(0.95 * 200)
      const byLine = [OFFICE, TOLL_FREE.e164].map((from) => rig.requests.filter((one) => one.from === from).length)
      expect(Math.abs((byLine[0] ?? 0) - (byLine[1] ?? 0))).toBeLessThanOrEqual(16)
    },
    { ratePerMin: 6_000 },
  ))

test('each line keeps its own pace, and answers that came in on it', () =>
  withEngine(
    async (rig) => {
      await addLine(rig.store.db, { ...TOLL_FREE, class: 'toll_free', ratePerMin: 6, createdAtMs: 0 })
      await queueBroadcast(rig, numbers(100))
      await queueBroadcast(rig, numbers(100, 500), { lineId: TOLL_FREE.id })
      rig.book?.push(inboundRecord(ADA, TOLL_FREE.e164, 'HELP', rig.clock.now()))
      await rig.runFor(MINUTE_MS)
      const of = (from: E164) => rig.requests.filter((one) => one.from === from)
      expect(of(OFFICE).length).toBeGreaterThanOrEqual(57)
      expect(of(OFFICE).length).toBeLessThanOrEqual(61)
      expect(of(TOLL_FREE.e164).length).toBeLessThanOrEqual(7)
      // The answer to HELP goes out first, by the line it came in on; STOP is answered there by the network.
      expect(of(TOLL_FREE.e164)[0]?.text).toContain('STOP')
    },
    { ratePerMin: 60 },
  ))

test('neither a restart nor a clock that leaps makes two leave too close together', () =>
  withEngine(
    async (rig) => {
      await queueBroadcast(rig, numbers(30))
      await rig.runFor(45_000)
      rig.setWall(rig.clock.now() + HOUR_MS)
      await rig.runFor(15_000)
      rig.setWall(rig.clock.now() - 5 * MINUTE_MS)
      await rig.runFor(15_000)
      await rig.restart()
      await rig.runFor(5 * MINUTE_MS)
      const gaps = rig.requests.slice(1).map(({ trueMs }, n) => trueMs - (rig.requests[n]?.trueMs ?? 0))
      expect(gaps.length).toBeGreaterThan(10)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000)
    },
    { ratePerMin: 6 },
  ))

test('a long message takes its share of the rate', () =>
  withEngine(
    async (rig) => {
      await queueBroadcast(rig, numbers(20), { segments: 3 })
      await rig.runFor(MINUTE_MS)
      expect(rig.requests.length).toBeGreaterThanOrEqual(6)
      expect(rig.requests.length).toBeLessThanOrEqual(7)
    },
    { ratePerMin: 20 },
  ))

describe('"too fast"', () => {
  test('halves the rate, and it recovers', () =>
    withEngine(
      async (rig) => {
        await queueBroadcast(rig, numbers(600))
        await rig.runFor(30_000)
        const accept = rig.answer
        rig.answer = () => ({ class: 'THROTTLED', retryAfterMs: 2_000 })
        await rig.runFor(1_500)
        rig.answer = accept
        const count = async (ms: number) => {
          const before = rig.requests.length
          await rig.runFor(ms)
          return rig.requests.length - before
        }
        expect(await rig.status()).toMatchObject({ holds: ['throttled'], lines: [{ share: 0.5 }] })
        expect(await count(20_000)).toBeLessThanOrEqual(10)
        await rig.runFor(2 * MINUTE_MS)
        expect(await count(20_000)).toBeGreaterThanOrEqual(19)
        expect((await rig.status()).holds).toEqual([])
      },
      { ratePerMin: 60 },
    ))
})

describe("a line's day", () => {
  async function capped(rig: Parameters<Parameters<typeof withEngine>[0]>[0], cap: number): Promise<void> {
    await rig.store.db.updateTable('line').set({ daily_cap: cap }).execute()
  }

  test('is never gone over, leaves room for single people, and begins anew at midnight in the west', () =>
    withEngine(
      async (rig) => {
        await capped(rig, 50)
        await queueBroadcast(rig, numbers(200))
        // 9:00 in Seattle; its day ends in 15 hours.
        await rig.runFor(MINUTE_MS)
        expect(rig.requests).toHaveLength(45)
        const status = await rig.status()
        expect(status).toMatchObject({ holds: ['day_cap'], lines: [{ usedToday: 45, dailyCap: 50 }] })
        expect(status.lines[0]?.cappedUntilMs).toBe(Date.UTC(2026, 10, 25, 8, 0))
        expect(status.estimatedEndMs).toBeGreaterThan(Date.UTC(2026, 10, 27, 8, 0))

        const toAda = await queueText(rig, ADA)
        await rig.runFor(MINUTE_MS)
        expect((await rig.delivery(toAda)).state).toBe('accepted')

        await rig.restart()
        await rig.runFor(13 * HOUR_MS)
        expect(rig.requests).toHaveLength(46)
        await rig.runFor(2 * HOUR_MS)
        expect(rig.requests).toHaveLength(46 + 45)
        await rig.runFor(DAY_MS)
        expect(rig.requests).toHaveLength(46 + 45 + 45)
      },
      { ratePerMin: 600, readEveryMs: 4 * MINUTE_MS },
    ))

  test('counts segments, and no more than fits', () =>
    withEngine(
      async (rig) => {
        await capped(rig, 10)
        await queueBroadcast(rig, numbers(10), { segments: 4 })
        await rig.runFor(HOUR_MS)
        expect(rig.requests).toHaveLength(2)
      },
      { ratePerMin: 600 },
    ))
})
