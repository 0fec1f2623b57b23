import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FREQUENCY_CAPS } from '../rules/frequency-caps.ts'
import { DAY_MS, HOUR_MS } from '../time.ts'
import { overCap } from './frequency-cap.ts'
import type { CapQuestion, CountedText } from './frequency-cap.ts'

const ZONE = 'America/Los_Angeles'
const utc = (text: string) => Date.parse(`${text}Z`)
const care = (text: string): CountedText => ({ atMs: utc(text), purpose: 'care' })
const offer = (text: string): CountedText => ({ atMs: utc(text), purpose: 'marketing' })

const ask = (at: string, recent: readonly CountedText[], rest: Partial<CapQuestion> = {}) => {
  const over = overCap({
    at: utc(at),
    purpose: 'care',
    zone: ZONE,
    state: 'CA',
    recent,
    lastInboundAtMs: null,
    caps: FREQUENCY_CAPS,
    promisedAMonth: null,
    ...rest,
  })
  return over && { rule: over.rule, isLaw: over.isLaw, again: new Date(over.againAtMs).toISOString().slice(0, 16) }
}

describe('care', () => {
  test('one on a day of the recipient’s own clock, and the next day may begin a minute after midnight there', () => {
    const atNoon = care('2026-11-24T20:00')
    expect(ask('2026-11-25T07:59', [atNoon])).toEqual({ rule: 'cap.care', isLaw: false, again: '2026-11-25T08:00' })
    expect(ask('2026-11-25T08:00', [atNoon])).toBeNull()
  })

  test('three in seven days, wherever among them the asked day lies', () => {
    const three = [care('2026-11-23T20:00'), care('2026-11-24T20:00'), care('2026-11-26T20:00')]
    expect(ask('2026-11-25T20:00', three)?.again).toBe('2026-11-30T08:00')
    expect(ask('2026-11-29T20:00', three)?.again).toBe('2026-11-30T08:00')
    expect(ask('2026-11-30T20:00', three)).toBeNull()
  })

  test('an answer to somebody who wrote does not count as one that the office began, but a promise counts it', () => {
    const answer = { ...care('2026-11-24T19:00'), isAnswer: true }
    expect(ask('2026-11-24T20:00', [answer, answer, answer])).toBeNull()
    expect(ask('2026-11-24T20:00', [answer, answer], { promisedAMonth: 2 })?.rule).toBe('cap.promise')
    expect(ask('2026-11-24T20:00', [answer, care('2026-11-24T18:00')])?.rule).toBe('cap.care')
  })

  test('an offer does not count against care, nor care against an offer', () => {
    expect(ask('2026-11-24T20:00', [offer('2026-11-24T19:00')])).toBeNull()
    expect(ask('2026-11-24T20:00', [care('2026-11-24T19:00')], { purpose: 'marketing' })).toBeNull()
  })
})

describe('offers', () => {
  const offers = { purpose: 'marketing' } as const

  test('five days apart', () => {
    const before = [offer('2026-11-20T20:00')]
    expect(ask('2026-11-25T19:59', before, offers)).toEqual({
      rule: 'cap.offers',
      isLaw: false,
      again: '2026-11-25T20:00',
    })
    expect(ask('2026-11-25T20:00', before, offers)).toBeNull()
  })

  test('not to somebody who is in a conversation with the office', () => {
    const wrote = { ...offers, lastInboundAtMs: utc('2026-11-24T15:00') }
    expect(ask('2026-11-24T20:00', [], wrote)).toMatchObject({ rule: 'cap.conversation', again: '2026-11-25T03:00' })
    expect(ask('2026-11-25T03:00', [], wrote)).toBeNull()
  })

  test('never more in a month than the form promised', () => {
    const four = ['2026-11-01', '2026-11-06', '2026-11-11', '2026-11-16'].map((day) => offer(`${day}T20:00`))
    expect(ask('2026-11-23T20:00', four, { ...offers, promisedAMonth: 4 })).toEqual({
      rule: 'cap.promise',
      isLaw: true,
      again: '2026-12-01T20:00',
    })
    expect(ask('2026-11-23T20:00', four, { ...offers, promisedAMonth: 5 })).toBeNull()
  })

  test.each([
    ['FL', true],
    ['ok', true],
    ['MD', true],
    [null, true],
    ['WA', false],
  ])('three in 24 hours are the law in %s: %s', (state, isLaw) => {
    const three = ['08', '12', '16'].map((hour) => offer(`2026-11-24T${hour}:00`))
    const caps = { ...FREQUENCY_CAPS, offers: { quietDays: 0, conversationHours: 0 } }
    const over = ask('2026-11-24T20:00', three, { ...offers, state, caps })
    expect(over).toEqual(isLaw ? { rule: 'cap.state', isLaw: true, again: '2026-11-25T08:00' } : null)
  })
})

test('where it says that one may leave again, time and again, it may in the end, and no stretch ever holds too many', () => {
  const start = utc('2026-11-01T00:00')
  const hours = fc.integer({ min: 0, max: 24 * 40 })
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 12 }), hours, (before, askedHour) => {
      const recent = before.map((hour) => ({ atMs: start + hour * HOUR_MS, purpose: 'marketing' as const }))
      let at = start + askedHour * HOUR_MS
      for (let turn = 0; turn <= 60; turn += 1) {
        const over = overCap({
          at,
          purpose: 'marketing',
          zone: ZONE,
          state: null,
          recent,
          lastInboundAtMs: null,
          caps: FREQUENCY_CAPS,
          promisedAMonth: 4,
        })
        if (over === null) break
        expect(over.againAtMs).toBeGreaterThan(at)
        at = over.againAtMs
      }
      const near = (ms: number) => recent.filter(({ atMs }) => Math.abs(atMs - at) < ms).length
      expect(near(5 * DAY_MS)).toBe(0)
    }),
  )
})
