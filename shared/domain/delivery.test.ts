import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  DELIVERY_STATES,
  isLegal,
  isTerminal,
  LEGAL_TRANSITIONS,
  mayMove,
  readReportedState,
  statusRank,
} from './delivery.ts'
import type { DeliveryState } from './delivery.ts'

const REPORTED: readonly DeliveryState[] = ['accepted', 'submitted', 'delivered', 'undeliverable', 'rejected']
const arrows = (from: DeliveryState | 'none') => DELIVERY_STATES.filter((to) => isLegal(from, to))

test('the moves are exactly these', () => {
  expect({
    none: arrows('none'),
    ...Object.fromEntries(DELIVERY_STATES.map((state) => [state, arrows(state)])),
  }).toEqual({
    none: ['held', 'queued'],
    held: ['queued', 'cancelled', 'blocked', 'expired'],
    queued: ['sending', 'cancelled', 'blocked', 'expired'],
    sending: ['queued', 'accepted', 'failed', 'in_doubt'],
    accepted: ['submitted', 'delivered', 'undeliverable', 'rejected'],
    submitted: ['delivered', 'undeliverable', 'rejected'],
    delivered: [],
    undeliverable: [],
    rejected: [],
    failed: [],
    cancelled: [],
    blocked: [],
    expired: [],
    in_doubt: ['accepted', 'submitted', 'delivered', 'undeliverable', 'rejected', 'needs_person'],
    needs_person: ['queued', 'accepted', 'submitted', 'delivered', 'undeliverable', 'rejected', 'closed'],
    closed: [],
  })
})

test('no move is listed twice', () => {
  const listed = LEGAL_TRANSITIONS.map((move) => move.join(' '))
  expect(new Set(listed).size).toBe(listed.length)
})

test('only the sender starts a send, and only the sender or a start ends it', () => {
  const movers = (state: DeliveryState, place: 0 | 1) => [
    ...new Set(LEGAL_TRANSITIONS.filter((move) => move[place] === state).map(([, , who]) => who)),
  ]
  expect(movers('sending', 1)).toEqual(['sender'])
  expect(movers('sending', 0)).toEqual(['sender', 'startup'])
})

test('what was in doubt goes out again by the word of a person alone', () => {
  const again = LEGAL_TRANSITIONS.filter(([from, to]) => to === 'queued' && !['none', 'held', 'sending'].includes(from))
  expect(again).toEqual([['needs_person', 'queued', 'user']])
})

test('a mover makes its own moves and no others', () => {
  expect(mayMove('queued', 'sending', 'sender')).toBe(true)
  for (const by of ['user', 'scheduler', 'startup', 'webhook'] as const) {
    expect(mayMove('queued', 'sending', by)).toBe(false)
  }
  expect(mayMove('in_doubt', 'queued', 'user')).toBe(false)
  expect(mayMove('sending', 'queued', 'startup')).toBe(false)
})

test('the ends are the states that nothing leaves', () => {
  expect(DELIVERY_STATES.filter(isTerminal)).toEqual([
    'delivered',
    'undeliverable',
    'rejected',
    'failed',
    'cancelled',
    'blocked',
    'expired',
    'closed',
  ])
})

test('among reported states every legal move ranks higher, so an old report never wins', () => {
  for (const from of REPORTED) {
    for (const to of REPORTED) if (isLegal(from, to)) expect(statusRank(to)).toBeGreaterThan(statusRank(from))
  }
  expect(statusRank('queued')).toBe(0)
})

test('reports in any order, with repeats, end in the same state', () => {
  const apply = (reports: readonly DeliveryState[]) =>
    reports.reduce<DeliveryState>((state, report) => (isLegal(state, report) ? report : state), 'accepted')
  const reports = fc.array(fc.constantFrom<DeliveryState>('submitted', 'delivered'), { maxLength: 6 })
  fc.assert(
    fc.property(
      reports.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([one, other]) => {
        expect(apply(one)).toBe(apply(other))
      },
    ),
  )
})

test('an unknown report is no state', () => {
  expect(readReportedState('Delivered')).toBe('delivered')
  expect(readReportedState('read')).toBeNull()
  expect(readReportedState('accepted')).toBeNull()
})
