import { describe, expect, test } from 'vitest'
import type { History, Life, Violation } from '../../scripts/faults/kill-loop/history.ts'
import { judgeEnd } from '../../scripts/faults/kill-loop/judge-end.ts'
import { judgeLife } from '../../scripts/faults/kill-loop/judge-life.ts'
import type { Snapshot, StoredDelivery } from '../../scripts/faults/kill-loop/snapshot.ts'
import type { Post } from '../../scripts/faults/judge-carrier.ts'

const ADA = '+12065550142'

function delivery(change: Partial<StoredDelivery> = {}): StoredDelivery {
  const stored = { id: 'd1', e164: ADA, state: 'delivered', whyCode: null, kind: 'one', broadcastId: null } as const
  return { ...stored, onceKey: 'key-1', lastStartedAtMs: 100, ...change }
}

function disk(...deliveries: readonly StoredDelivery[]): Snapshot {
  return {
    integrity: 'ok',
    deliveries: new Map(deliveries.map((one) => [one.id, one])),
    clientRefs: new Set(deliveries.map(({ id }) => `${id}.1`)),
    suppressed: new Set(),
  }
}

function post(change: Partial<Post> = {}): Post {
  return { clientRef: 'd1.1', to: ADA.slice(1), life: 0, arrivedAtMs: 100, takenAtMs: 100, ...change }
}

function life(change: Partial<Life> = {}): Life {
  return { number: 1, startedAtMs: 200, readyAfterMs: 10, deskState: 'ready', posts: [], ...change }
}

function history(change: Partial<History> = {}): History {
  return { posts: [post()], asks: [], stops: [], sentAgain: new Map(), ...change }
}

function rules(violations: readonly Violation[]): readonly string[] {
  return violations.map(({ rule }) => rule)
}

test('a life and an end without a fault are called so', () => {
  expect(judgeLife(life(), disk(delivery()), disk(delivery({ state: 'sending' })))).toEqual([])
  expect(judgeEnd(history(), disk(delivery()))).toEqual([])
})

describe('after a kill the judge sees', () => {
  test.each([
    ['file damaged', life(), { ...disk(), integrity: 'row 3 missing from index' }, null],
    ['did not open', life({ deskState: 'trouble' }), disk(), null],
    ['lost', life(), disk(), disk(delivery())],
    ['stuck', life(), disk(delivery({ state: 'sending' })), null],
    [
      'more in doubt than in flight',
      life(),
      disk(delivery({ state: 'in_doubt' })),
      disk(delivery({ state: 'queued' })),
    ],
    ['sent without an attempt on disk', life({ posts: [post({ clientRef: 'd1.2' })] }), disk(delivery()), null],
  ] as const)('%s', (rule, one, found, before) => {
    expect(rules(judgeLife(one, found, before))).toEqual([rule])
  })

  test('nothing wrong where the core was killed before it could recover', () => {
    expect(judgeLife(life({ readyAfterMs: null }), disk(delivery({ state: 'sending' })), null)).toEqual([])
  })
})

describe('in the end the judge sees', () => {
  const ask = { onceKey: 'key-1', method: 'messages.send', input: {}, refusal: null } as const
  const stop = { e164: ADA, how: 'staff', inLife: 0, afterPost: 0, onTheirWay: new Set<string>() } as const
  const stopped = { ...disk(delivery()), suppressed: new Set([ADA]) }

  test.each([
    ['sent twice', history({ posts: [post(), post({ clientRef: 'd1.2' })] }), disk(delivery())],
    ['lost', history({ asks: [{ ...ask, answer: { id: 'd9', deliveries: 1 } }] }), disk(delivery())],
    ['lost', history({ asks: [{ ...ask, answer: { id: 'd1', deliveries: 2 } }] }), disk(delivery())],
    ['stuck', history({ posts: [] }), disk(delivery({ state: 'queued' }))],
    ['sent after a stop', history({ stops: [stop] }), stopped],
    ['sent after a stop', history({ stops: [{ ...stop, onTheirWay: null }], posts: [post({ life: 1 })] }), stopped],
    ['stop lost', history({ stops: [{ ...stop, afterPost: 1 }] }), disk(delivery())],
    ['doubt not resolved', history(), disk(delivery({ state: 'needs_person' }))],
    ['said what is not so', history(), disk(delivery({ state: 'expired' }))],
    ['said what is not so', history({ posts: [] }), disk(delivery())],
    ['said what is not so', history({ posts: [] }), disk(delivery({ state: 'blocked' }))],
  ])('%s', (rule, all, found) => {
    expect(rules(judgeEnd(all, found))).toEqual([rule])
  })

  test('nothing wrong in a second one that a person asked for, or in what had been claimed before the stop', () => {
    const again = history({ posts: [post(), post({ clientRef: 'd1.2' })], sentAgain: new Map([['d1', 1]]) })
    expect(judgeEnd(again, disk(delivery()))).toEqual([])
    expect(judgeEnd(history({ stops: [{ ...stop, onTheirWay: new Set(['d1']) }] }), stopped)).toEqual([])
  })

  test('one answer to a stop by text as lawful, and a second as not', () => {
    const byText = { ...stop, how: 'text', onTheirWay: null } as const
    const answer = delivery({ id: 'r1', kind: 'opt_out_reply', onceKey: null })
    const once = history({ stops: [byText], posts: [post({ clientRef: 'r1.1', life: 1 })] })
    const found = { ...disk(answer, { ...answer, id: 'r2' }), suppressed: new Set([ADA]) }
    expect(judgeEnd(once, { ...found, deliveries: disk(answer).deliveries })).toEqual([])
    const twice = { ...once, posts: [...once.posts, post({ clientRef: 'r2.1', life: 1 })] }
    expect(rules(judgeEnd(twice, found))).toEqual(['sent after a stop'])
  })
})
