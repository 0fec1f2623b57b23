import { describe, expect, test } from 'vitest'
import { appendConsentEvent, consentEventsOf } from '../../electron/db/repos/consent-events.ts'
import { addSuppression, standingSuppressions } from '../../electron/db/repos/suppressions.ts'
import { recordInbound, type RecordInboundParts } from '../../electron/services/record-inbound.ts'
import { foldConsent } from '../../shared/domain/consent.ts'
import type { ConsentEventId, SuppressionId } from '../../shared/ids.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts'
import { withStore } from '../support/store.ts'
import { withDesk } from './desk.ts'
import { ADA, addOffice, BEN, LINE, type Maker, OFFICE, queueText } from './office.ts'
import { claimNext } from './one-message.ts'

const OPTED_OUT = 'Cedar Clinic: You are opted out and will get no more texts from us. Reply START to get them again.'

const practice = () => ({ name: 'Cedar Clinic', phone: '' })

function partsOf(maker: Maker): RecordInboundParts {
  return { ...maker, practice }
}

/** A text that reaches the desk in this moment. */
function textFrom(maker: Maker, body: string, uuid = 'in-1') {
  return { providerUuid: uuid, lineId: LINE, e164: ADA, body, sentAtMs: maker.clock.now() }
}

function withOffice(use: (maker: Maker) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    const maker = { store, clock: store.clock, newId: store.newId }
    await addOffice(maker)
    await use(maker)
  })
}

test('STOP blocks the number, revokes every purpose and stops what waits, and is answered once', () =>
  withDesk(async (rig) => {
    const later = { notBeforeMs: rig.clock.now() + HOUR_MS }
    const waiting = [await queueText(rig, ADA, later), await queueText(rig, ADA, { ...later, state: 'held' })]
    const toBen = await queueText(rig, BEN, later)
    await rig.carrier.reply(ADA, OFFICE, 'Stop.')
    await rig.pass(2_000)
    await rig.pass(2_000)
    for (const id of waiting) {
      expect(await rig.delivery(id)).toMatchObject({ state: 'blocked', why: { code: 'said_stop' } })
    }
    expect(await standingSuppressions(rig.store.db, [ADA])).toMatchObject([{ source: 'inbound_text', words: 'Stop.' }])
    const consent = foldConsent(await consentEventsOf(rig.store.db, [ADA]))
    expect([consent.care.state, consent.marketing.state, consent.group.state]).toEqual([
      'revoked',
      'revoked',
      'revoked',
    ])
    await rig.carrier.reply(ADA, OFFICE, 'STOP')
    await rig.pass(2_000)
    await rig.pass(2_000)
    await rig.pass(HOUR_MS)
    await rig.passUntil(toBen, 'delivered')
    expect(await rig.textsTo(ADA)).toEqual([OPTED_OUT])
  }))

test('a STOP that is seen late is honoured without an answer', () =>
  withDesk(async (rig) => {
    await rig.settle()
    await rig.carrier.set({ isPortOpen: false })
    await rig.carrier.reply(ADA, OFFICE, 'STOP')
    await rig.pass(6 * MINUTE_MS)
    await rig.carrier.set({ isPortOpen: true })
    await rig.pass(30_000)
    await rig.pass(2_000)
    expect(await standingSuppressions(rig.store.db, [ADA])).toHaveLength(1)
    expect(await rig.textsTo(ADA)).toEqual([])
  }))

test('the same text recorded twice acts once', () =>
  withOffice(async (maker) => {
    const first = await recordInbound(partsOf(maker), textFrom(maker, 'STOP'))
    const second = await recordInbound(partsOf(maker), textFrom(maker, 'STOP'))
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(await consentEventsOf(maker.store.db, [ADA])).toHaveLength(4)
  }))

describe('at the moment of claiming', () => {
  const terms = (maker: Maker) => ({
    nowMs: maker.clock.now(),
    inboundFreshAtMs: maker.clock.now(),
  })

  test('a STOP stored before always wins, whatever the queue still says', () =>
    withOffice(async (maker) => {
      await recordInbound(partsOf(maker), textFrom(maker, 'STOP'))
      const late = await queueText(maker, ADA)
      const claims = [await claimNext(maker.store, terms(maker)), await claimNext(maker.store, terms(maker))]
      expect(claims).toMatchObject([
        { claimed: { candidate: { delivery: { body: OPTED_OUT } } } },
        { kept: { id: late } },
      ])
    }))

  test('consent that ended meanwhile blocks, with its reason', () =>
    withOffice(async (maker) => {
      await queueText(maker, ADA)
      const atMs = maker.clock.now() + 1
      await appendConsentEvent(maker.store.db, {
        id: maker.newId() as ConsentEventId,
        e164: ADA,
        purpose: 'care',
        kind: 'revoked',
        source: 'staff',
        atMs,
        recordedAtMs: atMs,
      })
      expect(await claimNext(maker.store, terms(maker))).toMatchObject({ kept: { e164: ADA } })
      expect(await claimNext(maker.store, terms(maker))).toBeNull()
    }))

  test('a stop that the provider or staff keeps blocks, though the consent stands', () =>
    withOffice(async (maker) => {
      await addSuppression(maker.store.db, {
        id: maker.newId() as SuppressionId,
        e164: ADA,
        source: 'provider',
        words: null,
        inboundId: null,
        staffId: null,
        atMs: maker.clock.now(),
      })
      for (const purpose of ['care', 'emergency', 'service'] as const) {
        await queueText(maker, ADA, { purpose })
        expect(await claimNext(maker.store, terms(maker))).toHaveProperty('kept')
      }
    }))

  test('agreeing to care is not agreeing to offers, and an emergency still asks whether the number said stop', () =>
    withOffice(async (maker) => {
      await queueText(maker, ADA, { purpose: 'marketing' })
      expect(await claimNext(maker.store, terms(maker))).toHaveProperty('kept')
      const stranger = '+12065550144' as typeof ADA
      await queueText(maker, stranger, { purpose: 'emergency' })
      expect(await claimNext(maker.store, terms(maker))).toHaveProperty('claimed')
      await recordInbound(partsOf(maker), { ...textFrom(maker, 'STOP'), e164: stranger, sentAtMs: 0 })
      await queueText(maker, stranger, { purpose: 'emergency' })
      expect(await claimNext(maker.store, terms(maker))).toHaveProperty('kept')
    }))

  test.for([null, -5 * MINUTE_MS, 1])('nothing is taken while inbound is not fresh: %s', (offsetMs) =>
    withOffice(async (maker) => {
      await queueText(maker, ADA)
      const inboundFreshAtMs = offsetMs === null ? null : maker.clock.now() + offsetMs
      expect(await claimNext(maker.store, { ...terms(maker), inboundFreshAtMs })).toBeNull()
    }),
  )
})

test('a reply that may mean stop holds the number, and what waits stays', () =>
  withDesk(async (rig) => {
    const id = await queueText(rig, ADA, { notBeforeMs: rig.clock.now() + MINUTE_MS })
    await rig.carrier.reply(ADA, OFFICE, 'I think you should stop sending me these, my sister wants them though')
    await rig.pass(2_000)
    expect(await standingSuppressions(rig.store.db, [ADA])).toMatchObject([{ source: 'maybe_stop' }])
    await rig.pass(HOUR_MS)
    expect((await rig.delivery(id)).state).toBe('queued')
    expect(await rig.textsTo(ADA)).toEqual([])
  }))

describe('START', () => {
  test('takes back a STOP by text, for care alone', () =>
    withOffice(async (maker) => {
      await recordInbound(partsOf(maker), textFrom(maker, 'STOP', 'in-1'))
      // The carrier's clock may be behind ours.
      const start = { ...textFrom(maker, 'START', 'in-2'), sentAtMs: maker.clock.now() - MINUTE_MS }
      const later = { ...maker, clock: { now: () => maker.clock.now() + MINUTE_MS } }
      await recordInbound(partsOf(later), start)
      expect(await standingSuppressions(maker.store.db, [ADA])).toEqual([])
      const consent = foldConsent(await consentEventsOf(maker.store.db, [ADA]))
      expect([consent.care.state, consent.marketing.state]).toEqual(['granted', 'revoked'])
    }))

  test('makes no consent where there never was any', () =>
    withOffice(async (maker) => {
      const stranger = '+12065550144' as typeof ADA
      await recordInbound(partsOf(maker), { ...textFrom(maker, 'START'), e164: stranger })
      expect(await consentEventsOf(maker.store.db, [stranger])).toEqual([])
    }))
})

test('HELP is answered, and two machines do not answer each other for ever', () =>
  withDesk(async (rig) => {
    for (let n = 0; n < 3; n += 1) {
      await rig.carrier.reply(ADA, OFFICE, 'HELP')
      await rig.pass(2_000)
      await rig.pass(2_000)
    }
    expect(await rig.textsTo(ADA)).toEqual([expect.stringContaining('Reply STOP to end')])
  }))
