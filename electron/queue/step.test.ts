import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineId } from '../../shared/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { type Connection, startingConnection } from './connection.ts'
import { type DeskView, FRESH_FOR_MS, type LineView, nextStep } from './step.ts'

const NOW = 1_000_000_000
/** The clock that only goes forward began when the program did, and it has run for an hour. */
const STEADY = HOUR_MS
const LINE = 'line' as LineId

const online: Connection = {
  ...startingConnection(NOW),
  state: 'online',
  inboundFreshAt: { wallMs: NOW - 1_000, steadyMs: STEADY - 1_000 },
  lastReadAtMs: NOW - 1_000,
  readEveryMs: 2_000,
  isProven: true,
}

const line: LineView = { id: LINE, isPaused: false, dueAtMs: NOW - 500, mayStartAtSteadyMs: 0 }

const calm: DeskView = {
  nowMs: NOW,
  steadyMs: STEADY,
  isClockInQuestion: false,
  isPausedByPerson: false,
  inbound: 'reports',
  connection: online,
  inFlight: 0,
  answered: 0,
  mostInFlight: 8,
  nextExpiryAtMs: NOW + MINUTE_MS,
  judgeAtMs: null,
  tellAtSteadyMs: null,
  lines: [line],
}

const withLine = (change: Partial<LineView>): Partial<DeskView> => ({ lines: [{ ...line, ...change }] })
const withConnection = (change: Partial<Connection>): Partial<DeskView> => ({ connection: { ...online, ...change } })

/** Inbound was read so long ago by each clock. */
const heardAgo = (byWallMs: number, bySteadyMs: number): Partial<DeskView> =>
  withConnection({ inboundFreshAt: { wallMs: NOW - byWallMs, steadyMs: STEADY - bySteadyMs } })

const near = fc.integer({ min: NOW - 2 * FRESH_FOR_MS, max: NOW + 2 * FRESH_FOR_MS })
const nearSteady = fc.integer({ min: STEADY - 100_000, max: STEADY + 100_000 })
const maybe = fc.option(near)
const anyConnection: fc.Arbitrary<Connection> = fc.record({
  state: fc.constantFrom('starting', 'online', 'offline'),
  sinceMs: near,
  inboundFreshAt: fc.option(
    fc.record({ wallMs: near, steadyMs: fc.integer({ min: STEADY - 2 * FRESH_FOR_MS, max: STEADY }) }),
  ),
  lastReadAtMs: maybe,
  readEveryMs: fc.integer({ min: 0, max: 60_000 }),
  failures: fc.nat(10),
  probeAtMs: near,
  isProven: fc.boolean(),
})
const anyView: fc.Arbitrary<DeskView> = fc.record({
  nowMs: fc.constant(NOW),
  steadyMs: fc.integer({ min: STEADY, max: STEADY + 100_000 }),
  isClockInQuestion: fc.boolean(),
  isPausedByPerson: fc.boolean(),
  inbound: fc.constantFrom('reports', 'webhook', 'none'),
  connection: anyConnection,
  inFlight: fc.nat(10),
  answered: fc.nat(2),
  mostInFlight: fc.integer({ min: 1, max: 8 }),
  nextExpiryAtMs: maybe,
  judgeAtMs: maybe,
  tellAtSteadyMs: fc.option(nearSteady),
  lines: fc.array(
    fc.record({
      id: fc.constant(LINE),
      isPaused: fc.boolean(),
      dueAtMs: maybe,
      mayStartAtSteadyMs: nearSteady,
    }),
    { maxLength: 3 },
  ),
})

describe('the next step', () => {
  test('is to send where nothing stands against it, as many as may be on their way', () => {
    expect(nextStep(calm)).toEqual({ do: 'claim', lineId: LINE, most: 8 })
    expect(nextStep({ ...calm, inFlight: 5 })).toEqual({ do: 'claim', lineId: LINE, most: 3 })
  })

  test('is to send one alone until the provider has taken one', () => {
    expect(nextStep({ ...calm, ...withConnection({ isProven: false }) })).toMatchObject({ do: 'claim', most: 1 })
    expect(nextStep({ ...calm, ...withConnection({ isProven: false }), inFlight: 1 })).toMatchObject({ do: 'wait' })
  })

  test.for<[name: string, change: Partial<DeskView>]>([
    ['the network is away', withConnection({ state: 'offline' })],
    ['inbound was never read', withConnection({ inboundFreshAt: null })],
    ['inbound is five minutes old', heardAgo(FRESH_FOR_MS, FRESH_FOR_MS)],
    ['it is so by the steady clock alone, for the other was set back', heardAgo(3 * MINUTE_MS, FRESH_FOR_MS)],
    ['it is so by the wall clock alone, for the other stood still in a sleep', heardAgo(FRESH_FOR_MS, 3 * MINUTE_MS)],
    ['the clock was set back to before inbound was read', heardAgo(-1, 1_000)],
    ['the date cannot be right', { isClockInQuestion: true, nextExpiryAtMs: NOW - 1 }],
    ['a person paused', { isPausedByPerson: true }],
    ['enough requests are on their way', { inFlight: 8 }],
    ['the network is tried one at a time', withConnection({ failures: 5, probeAtMs: NOW + 1_000 })],
    ['the provider refuses the account', withLine({ isPaused: true })],
    ['nothing waits', withLine({ dueAtMs: null })],
    ['its hour has not come', withLine({ dueAtMs: NOW + 1 })],
    ['the pace does not allow it', withLine({ mayStartAtSteadyMs: STEADY + 1 })],
  ])('is not to send while %s', ([, change]) => {
    expect(nextStep({ ...calm, ...change })).toMatchObject({ do: 'wait' })
  })

  test('is to read before to send, and to write answers down before anything', () => {
    expect(nextStep({ ...calm, ...withConnection({ lastReadAtMs: NOW - 2_000 }) })).toEqual({ do: 'read' })
    expect(nextStep({ ...calm, ...withConnection({ lastReadAtMs: NOW + 5_000 }) })).toEqual({ do: 'read' })
    expect(nextStep({ ...calm, answered: 1, isClockInQuestion: true })).toEqual({ do: 'settle' })
  })

  test('waits for nothing to be read where there is no way in, and reads nothing', () => {
    const blind = withConnection({ state: 'starting', inboundFreshAt: null, lastReadAtMs: null })
    expect(nextStep({ ...calm, ...blind, inbound: 'none' })).toMatchObject({ do: 'claim' })
    expect(nextStep({ ...calm, ...blind, inbound: 'webhook' })).toMatchObject({ do: 'wait' })
    const heard = withConnection({ state: 'starting', lastReadAtMs: null })
    expect(nextStep({ ...calm, ...heard, inbound: 'webhook' })).toMatchObject({ do: 'claim' })
  })

  test('serves the line that waited longest among those that may', () => {
    const other = { ...line, id: 'other' as LineId }
    expect(nextStep({ ...calm, lines: [other, line] })).toMatchObject({ lineId: 'other' })
    const held = { ...other, mayStartAtSteadyMs: STEADY + 4_000 }
    expect(nextStep({ ...calm, lines: [held, line] })).toMatchObject({ lineId: LINE })
  })

  test('never sends against a reason, and never waits for what is due', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const step = nextStep(view)
        if (step.do === 'wait') return step.untilMs > view.nowMs
        if (step.do !== 'claim') return true
        const { connection, inbound } = view
        const { wallMs, steadyMs } = connection.inboundFreshAt ?? { wallMs: -Infinity, steadyMs: -Infinity }
        const oldestMs = Math.max(view.nowMs - wallMs, view.steadyMs - steadyMs)
        const isKnown = inbound === 'none' || (view.nowMs >= wallMs && oldestMs < FRESH_FOR_MS)
        const isHeld = view.isClockInQuestion || view.isPausedByPerson || view.answered > 0
        const isThere = connection.state === 'online' || inbound !== 'reports'
        const room = (connection.isProven ? view.mostInFlight : 1) - view.inFlight
        const served = view.lines.find(
          ({ isPaused, dueAtMs, mayStartAtSteadyMs }) =>
            !isPaused && (dueAtMs ?? Infinity) <= view.nowMs && mayStartAtSteadyMs <= view.steadyMs,
        )
        return isKnown && !isHeld && isThere && step.most === room && room > 0 && served !== undefined
      }),
      { numRuns: 3_000 },
    )
  })
})
