import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLegal } from '../../shared/domain/delivery.ts'
import type { SendOutcome } from '../../shared/domain/send-outcome.ts'
import { type AttemptFacts, consequenceOf } from './consequence.ts'

const facts: AttemptFacts = { nowMs: 1_000_000, attempts: 1, strikes: 0, random: () => 0.5 }

const anyOutcome: fc.Arbitrary<SendOutcome> = fc.oneof(
  fc.record({ class: fc.constant('ACCEPTED' as const), uuid: fc.uuid() }),
  fc.record({ class: fc.constant('NOT_SENT' as const), cause: fc.string() }),
  fc.record({ class: fc.constant('THROTTLED' as const), retryAfterMs: fc.nat(900_000) }),
  fc.record({ class: fc.constant('ACCOUNT' as const), cause: fc.constantFrom('credentials', 'no_credit', 'refused') }),
  fc.record({ class: fc.constant('PERMANENT' as const), httpStatus: fc.constantFrom(400, 404, 422) }),
  fc.record({ class: fc.constant('IN_DOUBT' as const), cause: fc.string() }),
) as fc.Arbitrary<SendOutcome>

describe('what follows from an outcome', () => {
  test('is a move that is allowed, and back to the queue goes only what certainly did not leave', () => {
    const anyFacts = fc.record({
      nowMs: fc.nat(),
      attempts: fc.integer({ min: 1, max: 50 }),
      strikes: fc.nat(20),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }).map((share) => () => share),
    })
    fc.assert(
      fc.property(anyOutcome, anyFacts, (outcome, some) => {
        const { to, changes } = consequenceOf(outcome, some)
        expect(isLegal('sending', to)).toBe(true)
        if (to === 'queued') expect(['NOT_SENT', 'THROTTLED', 'ACCOUNT']).toContain(outcome.class)
        if (outcome.class === 'IN_DOUBT') expect(to).toBe('in_doubt')
        if (changes.retryAtMs !== undefined) expect(changes.retryAtMs).toBeGreaterThanOrEqual(some.nowMs)
      }),
    )
  })

  test('a network that is away costs no strike', () => {
    expect(consequenceOf({ class: 'NOT_SENT', cause: 'ECONNREFUSED' }, facts)).toMatchObject({
      to: 'queued',
      line: 'network_away',
      why: { code: 'not_sent', cause: 'ECONNREFUSED' },
      changes: { retryAtMs: 1_001_000 },
    })
  })

  test('the provider decides how long to be patient where it asks for more than we would', () => {
    const { changes } = consequenceOf({ class: 'THROTTLED', retryAfterMs: 60_000 }, facts)
    expect(changes).toEqual({ strikes: 1, retryAtMs: 1_060_000 })
  })

  test('too fast too often ends it', () => {
    expect(consequenceOf({ class: 'THROTTLED' }, { ...facts, strikes: 8 })).toMatchObject({ to: 'failed' })
  })

  test('a refused account pauses the line and keeps the message as it is', () => {
    const consequence = consequenceOf({ class: 'ACCOUNT', cause: 'credentials', httpStatus: 401 }, facts)
    expect(consequence).toMatchObject({ to: 'queued', changes: {}, line: 'pause', pause: { code: 'credentials' } })
  })
})
