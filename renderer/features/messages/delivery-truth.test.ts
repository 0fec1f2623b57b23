import { describe, expect, it } from 'vitest'
import { DELIVERY_STATES } from '../../../shared/domain/delivery.ts'
import { DELIVERY_HOLDS, DELIVERY_WHYS } from '../../../shared/domain/why-codes.ts'
import en from '../../i18n/en/messages.json'
import es from '../../i18n/es/messages.json'
import { WORDING } from '../../i18n/wording.ts'
import { truthOf } from './delivery-truth.ts'
import type { Delivery, LineFacts } from './delivery-truth.ts'

const NOW = Date.UTC(2026, 10, 23, 18)
const online: LineFacts = {
  nowMs: NOW,
  isOnline: true,
  isOff: false,
  isHeldByPerson: false,
  isClockInQuestion: false,
  isInboundOld: false,
  dayFullUntilMs: null,
}

const delivery = (part: Partial<Delivery>): Delivery => ({
  id: 'd1',
  personId: null,
  displayName: 'Danielle Okafor',
  e164: '+12065550142',
  body: 'Hello',
  segments: 1,
  state: 'queued',
  stateAtMs: NOW,
  notBeforeMs: NOW,
  expiresAtMs: NOW + 3_600_000,
  broadcastId: null,
  why: null,
  heldBy: null,
  ...part,
})

describe('the truth under a message', () => {
  it.each(DELIVERY_STATES)('has a sentence in both languages for %s', (state) => {
    const { key } = truthOf(delivery({ state }), online)
    expect(en).toHaveProperty([key])
    expect(es).toHaveProperty([key])
  })

  it('has a sentence in both languages for all that the sender notes beside a message, and says no two things alike', () => {
    const missing: string[] = []
    for (const state of DELIVERY_STATES) {
      for (const code of DELIVERY_WHYS[state]) {
        const { key, reason } = truthOf(delivery({ state, why: { code } }), online)
        const keys = reason === undefined ? [key] : [key, `reason.${reason}`]
        missing.push(...keys.filter((one) => !(one in WORDING.en && one in WORDING.es)))
      }
    }
    expect(missing).toEqual([])
    const keysOf = (state: 'queued' | 'in_doubt') =>
      DELIVERY_WHYS[state].map((code) => truthOf(delivery({ state, why: { code } }), online).key)
    // A message that a person sends again, and one whose question was answered, waits for its turn like any other.
    const plain = DELIVERY_WHYS.queued.filter((code) => code === 'send_again' || code === 'maybe_stop')
    expect(new Set(keysOf('queued')).size).toBe(DELIVERY_WHYS.queued.length - plain.length + 1)
    expect(new Set(keysOf('in_doubt')).size).toBe(DELIVERY_WHYS.in_doubt.length)
  })

  it.each(DELIVERY_HOLDS)('has a sentence of its own, before its hour too, for what holds a message: %s', (heldBy) => {
    const { key } = truthOf(delivery({ heldBy, notBeforeMs: NOW + 3_600_000 }), online)
    expect(key).toBe(`truth.waits.${heldBy}`)
    expect([key in WORDING.en, key in WORDING.es]).toEqual([true, true])
  })

  it('says what stands in the way of the whole line', () => {
    const waits = (line: Partial<LineFacts>, part: Partial<Delivery> = {}) =>
      truthOf(delivery(part), { ...online, ...line })
    expect(waits({ isClockInQuestion: true }).key).toBe('truth.waits.clock')
    expect(waits({ isInboundOld: true }).key).toBe('truth.waits.inbound')
    expect(waits({ dayFullUntilMs: NOW + 1 }, { broadcastId: 'b1' })).toEqual({ key: 'truth.waits.day', atMs: NOW + 1 })
    expect(waits({ dayFullUntilMs: NOW + 1 }).key).toBe('truth.waits.turn')
    for (const key of ['clock', 'inbound', 'day']) {
      expect([`truth.waits.${key}` in WORDING.en, `truth.waits.${key}` in WORDING.es]).toEqual([true, true])
    }
  })

  it('names the nearest thing that a message waits for', () => {
    const waits = (part: Partial<Delivery>, line: Partial<LineFacts> = {}) =>
      truthOf(delivery(part), { ...online, ...line }).key
    expect(waits({})).toBe('truth.waits.turn')
    expect(waits({ notBeforeMs: NOW + 120_000 }, { isOnline: false })).toBe('truth.waits.hour')
    expect(waits({ notBeforeMs: NOW + 1 })).toBe('truth.waits.turn')
    expect(waits({}, { isHeldByPerson: true, isOnline: false })).toBe('truth.waits.held')
    expect(waits({}, { isOnline: false })).toBe('truth.waits.network')
    expect(waits({}, { isOnline: false, isOff: true })).toBe('truth.waits.off')
    expect(waits({ why: { code: 'line_paused' } })).toBe('truth.waits.account')
    expect(waits({ why: { code: 'not_sent', cause: 'ECONNREFUSED' } })).toBe('truth.waits.again')
  })

  it('says what a picture waits for', () => {
    const waits = (trouble: object | null, line: Partial<LineFacts> = {}, part: Partial<Delivery> = {}) =>
      truthOf(delivery({ state: 'held', why: { code: 'media', ...(trouble && { trouble }) }, ...part }), {
        ...online,
        ...line,
      }).key
    const keys = [
      waits(null),
      waits(null, { isOnline: false }),
      waits(null, {}, { notBeforeMs: NOW + 3_600_000 }),
      waits({ code: 'bucket_not_set' }, { isOnline: false }),
      waits({ code: 'bucket_refused', why: 'keys' }),
      waits({ code: 'bucket_unreachable' }),
    ]
    expect(keys).toEqual([
      'truth.media.soon',
      'truth.media.network',
      'truth.waits.hour',
      'truth.media.no_place',
      'truth.media.refused',
      'truth.media.again',
    ])
    for (const key of keys) expect([key in en, key in es]).toEqual([true, true])
  })

  it('says why a message was blocked', () => {
    expect(truthOf(delivery({ state: 'blocked', why: { code: 'revoked' } }), online).reason).toBe('revoked')
  })

  it('says what can be done about what the carrier refused, by its code', () => {
    const refused = (providerCode: string | null) =>
      truthOf(delivery({ state: 'rejected', why: { code: 'provider_says', providerCode } }), online)
    expect(refused('1240')).toMatchObject({ remedy: 'respect_stop', values: { hasCode: 'yes', code: '1240' } })
    expect(refused('7777')).toMatchObject({ remedy: 'call_instead', values: { code: '7777' } })
    expect(refused(null)).toMatchObject({ remedy: 'call_instead', values: { hasCode: 'no' } })
  })

  it('tells a message that a person settled as arrived from one that was left', () => {
    expect(truthOf(delivery({ state: 'closed', why: { code: 'arrived' } }), online).key).toBe('truth.closed.arrived')
    expect(truthOf(delivery({ state: 'closed', why: { code: 'left' } }), online).key).toBe('truth.closed.left')
  })
})
