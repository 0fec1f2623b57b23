import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsentEventId, E164 } from '../ids.ts'
import { CONSENT_KINDS, CONSENT_SOURCES, consentEventDigestInput, foldConsent, mayText, PURPOSES } from './consent.ts'
import type { ConsentEvent, Purpose } from './consent.ts'

let made = 0
function event(facts: Partial<ConsentEvent>): ConsentEvent {
  made += 1
  const atMs = facts.atMs ?? 1000
  return {
    id: `E${String(made).padStart(4, '0')}` as ConsentEventId,
    e164: '+12065550142' as E164,
    purpose: 'care',
    kind: 'granted',
    source: 'paper',
    atMs,
    recordedAtMs: atMs,
    ...facts,
  }
}

const anyEvent = fc
  .record({
    purpose: fc.constantFrom(...PURPOSES),
    kind: fc.constantFrom(...CONSENT_KINDS),
    source: fc.constantFrom(...CONSENT_SOURCES),
    atMs: fc.integer({ min: 0, max: 5 }),
    recordedAtMs: fc.integer({ min: 0, max: 5 }),
  })
  .map(event)
const anyLedger = fc.array(anyEvent, { maxLength: 8 })

describe('foldConsent', () => {
  test('starts from nothing', () => {
    expect(foldConsent([])).toEqual({ care: { state: 'none' }, marketing: { state: 'none' }, group: { state: 'none' } })
  })

  test('the order in which the ledger is read does not matter', () => {
    const ledgers = anyLedger.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    )
    fc.assert(
      fc.property(ledgers, ([events, shuffled]) => {
        expect(foldConsent(shuffled)).toEqual(foldConsent(events))
      }),
    )
  })

  test('a revocation wins over everything of its moment and before', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...PURPOSES), (events, purpose) => {
        const last = event({ kind: 'revoked', purpose, atMs: 5, recordedAtMs: 5 })
        expect(['revoked', 'reassigned']).toContain(foldConsent([last, ...events])[purpose].state)
      }),
    )
  })

  test('of an agreement and a revocation of the same moment the revocation counts', () => {
    const both = [event({ kind: 'revoked', atMs: 3 }), event({ kind: 'granted', atMs: 3 })]
    expect(foldConsent(both).care.state).toBe('revoked')
    expect(foldConsent(both.toReversed()).care.state).toBe('revoked')
  })

  test('granting one purpose never widens another', () => {
    fc.assert(
      fc.property(anyLedger, anyEvent, (events, added) => {
        fc.pre(added.kind === 'granted' || added.kind === 'confirmed')
        const before = foldConsent(events)
        const after = foldConsent([...events, added])
        for (const purpose of PURPOSES) if (purpose !== added.purpose) expect(after[purpose]).toEqual(before[purpose])
      }),
    )
  })

  test('a new owner of the number has agreed to nothing', () => {
    const state = foldConsent([
      event({ purpose: 'marketing', atMs: 1 }),
      event({ kind: 'reassigned', purpose: 'care', atMs: 2 }),
    ])
    expect(PURPOSES.map((purpose) => state[purpose].state)).toEqual(['reassigned', 'reassigned', 'reassigned'])
  })

  test('a confirmation keeps the agreement it confirms', () => {
    const grant = event({ atMs: 1 })
    const confirmation = event({ kind: 'confirmed', source: 'inbound_text', atMs: 2 })
    expect(foldConsent([grant, confirmation]).care).toEqual({
      state: 'confirmed',
      since: 2,
      event: confirmation,
      grant,
    })
  })

  test('a confirmation cannot bring back what was taken away or was never there', () => {
    const yes = event({ kind: 'confirmed', atMs: 9 })
    expect(foldConsent([yes]).care.state).toBe('none')
    expect(foldConsent([event({ atMs: 1 }), event({ kind: 'revoked', atMs: 2 }), yes]).care.state).toBe('revoked')
    expect(foldConsent([event({ atMs: 1 }), event({ kind: 'expired', atMs: 2 }), yes]).care.state).toBe('expired')
  })

  test('a form signed after a stop agrees again, one signed before does not', () => {
    const stop = event({ kind: 'revoked', atMs: 5 })
    expect(foldConsent([stop, event({ atMs: 6, recordedAtMs: 8 })]).care.state).toBe('granted')
    expect(foldConsent([stop, event({ atMs: 4, recordedAtMs: 8 })]).care.state).toBe('revoked')
  })

  test('a date in the future does not outlive a later stop', () => {
    const mistyped = event({ atMs: 900, recordedAtMs: 4 })
    expect(foldConsent([mistyped, event({ kind: 'revoked', atMs: 5 })]).care.state).toBe('revoked')
  })
})

describe('mayText', () => {
  const ask = (events: readonly ConsentEvent[], purpose: Purpose, rest = {}) =>
    mayText({ consent: foldConsent(events), suppression: null, purpose, ...rest })

  test('care goes out on an agreement, and names it', () => {
    const grant = event({ source: 'spoken' })
    expect(ask([grant], 'care')).toEqual({ may: true, because: grant.id })
  })

  test.each([
    ['marketing', 'paper', true],
    ['marketing', 'kiosk', true],
    ['marketing', 'web', true],
    ['marketing', 'spoken', false],
    ['marketing', 'keyword', false],
    ['marketing', 'import', false],
    ['marketing', 'staff', false],
    ['care', 'import', true],
    ['group', 'paper', true],
  ] as const)('%s granted by %s alone: %s', (purpose, source, may) => {
    const grant = event({ purpose, source, atMs: 1 })
    expect(ask([grant], purpose).may).toBe(may)
    expect(ask([grant, event({ purpose, kind: 'confirmed', atMs: 2 })], purpose).may).toBe(true)
  })

  test.each([
    [[], 'never_agreed', 'consent.care'],
    [[{ purpose: 'marketing' }], 'not_for_this_purpose', 'consent.care'],
    [[{ kind: 'revoked' }], 'revoked', 'opt-out.any-means'],
    [[{ kind: 'reassigned' }], 'reassigned', 'consent.reassigned'],
    [[{ atMs: 1 }, { kind: 'expired', atMs: 2 }], 'expired', 'consent.expired'],
  ] as const)('after %j care is refused as %s', (facts, reason, rule) => {
    const events = facts.map((fact) => event(fact as Partial<ConsentEvent>))
    expect(ask(events, 'care')).toEqual({ may: false, reason, rule })
  })

  test('a stop holds against every ledger, purpose and emergency', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...PURPOSES), fc.boolean(), (events, purpose, emergency) => {
        const verdict = ask(events, purpose, { emergency, suppression: { atMs: 0 } })
        expect(verdict).toMatchObject({ may: false, reason: 'said_stop' })
      }),
    )
  })

  test('a reply that may mean stop holds until a person has decided', () => {
    const verdict = ask([event({})], 'care', { suppression: { atMs: 0, isUndecided: true } })
    expect(verdict).toMatchObject({ may: false, reason: 'perhaps_said_stop' })
  })

  test('an emergency needs no agreement, but does not undo a revocation and sells nothing', () => {
    expect(ask([], 'care', { emergency: true })).toEqual({ may: true, because: 'emergency' })
    expect(ask([event({ kind: 'revoked' })], 'care', { emergency: true }).may).toBe(false)
    expect(ask([], 'marketing', { emergency: true }).may).toBe(false)
  })

  test('whatever may go out rests on an agreement to that very purpose', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom(...PURPOSES), (events, purpose) => {
        const verdict = ask(events, purpose)
        if (!verdict.may) return
        expect(events.find(({ id }) => id === verdict.because)?.purpose).toBe(purpose)
      }),
    )
  })
})

describe('consentEventDigestInput', () => {
  test('changes with every fact and with the hash before', () => {
    const base = event({ words: null })
    const inputs = [
      consentEventDigestInput(base, ''),
      consentEventDigestInput(base, 'ab'),
      consentEventDigestInput({ ...base, atMs: base.atMs + 1 }, ''),
      consentEventDigestInput({ ...base, words: 'YES' }, ''),
      consentEventDigestInput({ ...base, evidenceSha256: 'cd' }, ''),
    ]
    expect(new Set(inputs).size).toBe(inputs.length)
  })

  test('does not depend on how the object was put together', () => {
    const one = event({})
    const other = Object.fromEntries(Object.entries(one).toReversed()) as unknown as ConsentEvent
    expect(consentEventDigestInput(other, 'ab')).toBe(consentEventDigestInput(one, 'ab'))
  })
})
