import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConsentEventId, E164 } from '../ids.ts'
import { err, ok } from '../result.ts'
import { decideAudience } from './audience.ts'
import type { AudienceCandidate } from './audience.ts'
import { foldConsent } from './consent.ts'
import type { ConsentEvent } from './consent.ts'

const agreed = (facts: Partial<ConsentEvent> = {}) =>
  foldConsent([
    {
      id: 'E1' as ConsentEventId,
      e164: '+12065550142' as E164,
      purpose: 'care',
      kind: 'granted',
      source: 'paper',
      atMs: 1,
      recordedAtMs: 1,
      ...facts,
    },
  ])
const candidate = (facts: Partial<AudienceCandidate> = {}): AudienceCandidate => ({
  e164: '+12065550142' as E164,
  consent: agreed(),
  suppression: null,
  body: ok('See you at 9:05'),
  ...facts,
})
const care = { purpose: 'care' } as const

test('who agreed gets it', () => {
  const one = candidate({ appointment: { startsAtMs: 5, isCancelled: false } })
  expect(decideAudience([one], care)).toEqual({
    recipients: [{ candidate: one, e164: '+12065550142', body: 'See you at 9:05' }],
    leftOut: [],
  })
})

test.each<[AudienceCandidate, string, string | null]>([
  [candidate({ appointment: { startsAtMs: 5, isCancelled: true } }), 'cancelled_appointment', null],
  [candidate({ appointment: null }), 'no_appointment', null],
  [candidate({ e164: null }), 'no_number', null],
  [candidate({ e164: null, phoneProblem: 'phone_empty' }), 'no_number', null],
  [candidate({ e164: null, phoneProblem: 'phone_too_short' }), 'number_not_valid', null],
  [candidate({ suppression: { atMs: 1 } }), 'said_stop', 'opt-out.any-means'],
  [candidate({ suppression: { atMs: 1, isUndecided: true } }), 'perhaps_said_stop', 'opt-out.any-means'],
  [candidate({ consent: foldConsent([]) }), 'never_agreed', 'consent.care'],
  [candidate({ consent: agreed({ purpose: 'marketing' }) }), 'not_for_this_purpose', 'consent.care'],
  [candidate({ body: err({ code: 'merge_field_empty', fields: ['provider'] }) }), 'merge_field_empty', null],
])('%# is left out as %s', (one, reason, rule) => {
  const { recipients, leftOut } = decideAudience([one], care)
  expect(recipients).toEqual([])
  expect(leftOut).toMatchObject([{ candidate: one, reason, rule }])
})

test('the empty fields are named', () => {
  const one = candidate({ body: err({ code: 'merge_field_empty', fields: ['provider'] }) })
  expect(decideAudience([one], care).leftOut[0]?.emptyFields).toEqual(['provider'])
})

test('a household gets one text, and the others are named', () => {
  const mother = candidate()
  const son = candidate({ body: ok('See you at 10:00') })
  const { recipients, leftOut } = decideAudience([mother, son], care)
  expect(recipients.map((recipient) => recipient.candidate)).toEqual([mother])
  expect(leftOut).toEqual([{ candidate: son, reason: 'same_number', rule: null }])
})

test('who is left out for another reason does not use up the number', () => {
  const gone = candidate({ appointment: { startsAtMs: 5, isCancelled: true } })
  const stays = candidate()
  expect(decideAudience([gone, stays], care).recipients.map((one) => one.candidate)).toEqual([stays])
})

test('an emergency reaches who never agreed, but not who said stop', () => {
  const emergency = { ...care, emergency: true }
  expect(decideAudience([candidate({ consent: foldConsent([]) })], emergency).recipients).toHaveLength(1)
  expect(decideAudience([candidate({ suppression: { atMs: 1 } })], emergency).recipients).toHaveLength(0)
})

test('nobody is lost, nobody is texted twice, nobody is texted against a stop', () => {
  const any = fc
    .record({
      e164: fc.constantFrom<E164 | null>('+12065550142' as E164, '+12065550143' as E164, null),
      isStopped: fc.boolean(),
      hasAgreed: fc.boolean(),
      isFilled: fc.boolean(),
    })
    .map(({ e164, isStopped, hasAgreed, isFilled }) =>
      candidate({
        e164,
        suppression: isStopped ? { atMs: 1 } : null,
        consent: hasAgreed ? agreed() : foldConsent([]),
        body: isFilled ? ok('x') : err({ code: 'merge_field_empty', fields: ['provider'] }),
      }),
    )
  fc.assert(
    fc.property(fc.array(any, { maxLength: 10 }), (candidates) => {
      const { recipients, leftOut } = decideAudience(candidates, care)
      expect(recipients.length + leftOut.length).toBe(candidates.length)
      expect(new Set(recipients.map(({ e164 }) => e164)).size).toBe(recipients.length)
      expect(recipients.every((one) => one.candidate.suppression === null)).toBe(true)
    }),
  )
})
