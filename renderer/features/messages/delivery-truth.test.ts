import { describe, expect, it } from 'vitest'
import { DELIVERY_STATES } from '../../../shared/domain/delivery.ts'
import en from '../../i18n/en/messages.json'
import es from '../../i18n/es/messages.json'
import { truthOf } from './delivery-truth.ts'
import type { Delivery, LineFacts } from './delivery-truth.ts'

const NOW = Date.UTC(2026, 10, 23, 18)
const online: LineFacts = { nowMs: NOW, isOnline: true, isOff: false, isHeldByPerson: false }

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
  ...part,
})

describe('the truth under a message', () => {
  it.each(DELIVERY_STATES)('has a sentence in both languages for %s', (state) => {
    const { key } = truthOf(delivery({ state }), online)
    expect(en).toHaveProperty([key])
    expect(es).toHaveProperty([key])
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
