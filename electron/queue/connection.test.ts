import { describe, expect, test } from 'vitest'
import { afterAnswer, afterFailedReading, afterReading, type Connection, startingConnection } from './connection.ts'
import type { LineConsequence } from './consequence.ts'
import type { Moment } from './moment.ts'
import { officeTiming } from './timing.ts'

const timing = officeTiming({ now: () => 0 })
const notSent: LineConsequence = { line: 'network_away' }
const accepted: LineConsequence = { line: 'go_on' }

const at = (ms: number): Moment => ({ wallMs: ms, steadyMs: ms })

function answer(before: Connection, consequence: LineConsequence, nowMs: number): Connection {
  return afterAnswer(before, consequence, nowMs, timing, 'reports')
}

describe('requests that do not leave', () => {
  const online = answer(afterReading(startingConnection(0), at(0), 0, timing), accepted, 0)

  test('make the desk look first, and after five in a row it is offline and tries later and later', () => {
    let connection = online
    for (const failures of [1, 2, 3, 4]) {
      connection = answer(connection, notSent, 1_000)
      expect(connection).toMatchObject({ state: 'online', failures, lastReadAtMs: null, isProven: false })
    }
    const waits: number[] = []
    for (let nowMs = 1_000; waits.length < 7;) {
      connection = answer(connection, notSent, nowMs)
      expect(connection.state).toBe('offline')
      waits.push(connection.probeAtMs - nowMs)
      nowMs = connection.probeAtMs
      connection = afterReading(connection, at(nowMs), nowMs, timing)
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  test('are forgotten with the first that the provider takes', () => {
    let connection = online
    for (let n = 0; n < 6; n += 1) connection = answer(connection, notSent, n)
    connection = answer(afterReading(connection, at(10_000), 10_000, timing), accepted, 10_000)
    expect(connection).toMatchObject({ state: 'online', failures: 0, isProven: true })
    expect(answer(connection, notSent, 11_000).state).toBe('online')
  })
})

test('a book that cannot be read means offline at once, and nothing is known of what came in', () => {
  const online = afterReading(startingConnection(0), at(0), 0, timing)
  const away = afterFailedReading(online, { code: 'offline', cause: 'ECONNREFUSED' }, 5_000, timing)
  expect(away).toMatchObject({ state: 'offline', sinceMs: 5_000, inboundFreshAt: null, readEveryMs: 2_000 })
  const asked = afterFailedReading(online, { code: 'throttled', retryAfterMs: 60_000 }, 5_000, timing)
  expect(asked).toMatchObject({ state: 'online', inboundFreshAt: at(0), readEveryMs: 60_000 })
})

test('an unknown outcome makes the next request go alone, after a look', () => {
  const proven = answer(afterReading(startingConnection(0), at(0), 0, timing), accepted, 0)
  expect(answer(proven, { line: 'look_first' }, 1)).toMatchObject({ isProven: false, inboundFreshAt: null })
  expect(answer(proven, { line: 'slow_down', untilMs: 9 }, 1)).toMatchObject({ isProven: true })
})

test('where nothing is read, an answer is the proof that the provider is there', () => {
  const blind = afterAnswer(startingConnection(0), accepted, 3, timing, 'none')
  expect(blind).toMatchObject({ state: 'online', sinceMs: 3 })
})
