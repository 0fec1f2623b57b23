import { expect, test } from 'vitest'
import type { SendRequest } from '../../electron/provider/port.ts'
import { startPracticeCarrier } from '../../electron/provider/practice-carrier/practice-carrier.ts'
import { connectVonage } from '../../electron/provider/vonage.ts'
import { DAY_MS, HOUR_MS } from '../../shared/time.ts'
import { type TestStore, withStore } from '../support/store.ts'
import { ADA, BEN, OFFICE } from './office.ts'

const request: SendRequest = {
  channel: 'sms',
  attachments: [],
  participants: [],
  to: ADA,
  from: OFFICE,
  text: 'Hello',
  clientRef: '01JDZ0000000000000000000AB.1',
  ttlSec: 3600,
}

function startCarrier(store: TestStore) {
  return startPracticeCarrier({ store, clock: store.clock, random: store.random })
}

function window(store: TestStore, direction: 'inbound' | 'outbound') {
  return { direction, fromMs: store.clock.now() - HOUR_MS, toMs: store.clock.now() + HOUR_MS } as const
}

test('its port is really closed and comes back where it was', () =>
  withStore(async (store) => {
    const carrier = await startCarrier(store)
    const provider = connectVonage(carrier.account)
    const host = carrier.account.apiHost()
    await carrier.set({ isPortOpen: false })
    expect(await provider.send(request)).toEqual({ class: 'NOT_SENT', cause: 'ECONNREFUSED' })
    await carrier.set({ isPortOpen: true })
    expect(carrier.account.apiHost()).toBe(host)
    expect(await provider.send(request)).toMatchObject({ class: 'ACCEPTED' })
    await carrier.stop()
  }))

test('a network that was switched off stays off over a restart, and the book is kept', () =>
  withStore(async (store) => {
    const before = await startCarrier(store)
    await connectVonage(before.account).send(request)
    await before.set({ isPortOpen: false })
    await before.stop()
    const after = await startCarrier(store)
    expect((await after.book()).acceptedCount).toBe(1)
    expect(await connectVonage(after.account).send(request)).toMatchObject({ class: 'NOT_SENT' })
    await after.stop()
  }))

test('closing the port cuts the answer that is under way, of a message that was taken', () =>
  withStore(async (store) => {
    const taken = Promise.withResolvers<void>()
    const carrier = await startPracticeCarrier({
      store,
      clock: store.clock,
      random: store.random,
      onChange: () => void carrier?.book().then(({ acceptedCount }) => acceptedCount === 1 && taken.resolve()),
    })
    await carrier.set({ answerDelayMs: 60_000 })
    const outcome = connectVonage(carrier.account).send(request)
    await taken.promise
    await carrier.set({ isPortOpen: false })
    expect(await outcome).toMatchObject({ class: 'IN_DOUBT' })
    await carrier.stop()
  }))

test('a receipt comes when its time has come', () =>
  withStore(async (store) => {
    const carrier = await startCarrier(store)
    await carrier.set({ receiptDelayMs: 10_000 })
    const provider = connectVonage(carrier.account)
    await provider.send(request)
    const status = async () => {
      const records = await provider.fetchRecords(window(store, 'outbound'))
      return records.ok ? records.value[0]?.status : records.error
    }
    expect(await status()).toBe('submitted')
    store.clock.advance(10_000)
    expect(await status()).toBe('delivered')
    await carrier.stop()
  }))

test('people answer after a while and not before', () =>
  withStore(async (store) => {
    const carrier = await startCarrier(store)
    await carrier.set({ answerDelayMs: 0 })
    const provider = connectVonage(carrier.account)
    for (let n = 0; n < 30; n += 1) await provider.send({ ...request, clientRef: `ref.${n}` })
    const answers = async () => {
      const records = await provider.fetchRecords(window(store, 'inbound'))
      return records.ok ? records.value : []
    }
    expect(await answers()).toEqual([])
    store.clock.advance(60_000)
    const said = await answers()
    expect(said.length).toBeGreaterThan(3)
    expect(said.every((answer) => answer.from === ADA && answer.to === OFFICE)).toBe(true)
    await carrier.stop()
  }))

test('it takes pictures and groups, shows them in its book, and asks for their price', () =>
  withStore(async (store) => {
    const carrier = await startCarrier(store)
    await carrier.set({ answerDelayMs: 0, isAnswering: false })
    const provider = connectVonage(carrier.account)
    const picture = { kind: 'image', url: 'https://nobody.invalid/a.jpg' } as const
    const card = { kind: 'vcard', url: 'https://nobody.invalid/a.vcf' } as const
    const mms = { ...request, channel: 'mms' } as const
    for (const message of [
      { ...mms, attachments: [picture] },
      { ...mms, attachments: [picture, card] },
      { ...mms, attachments: [card], text: '' },
      { ...mms, participants: [BEN] },
    ]) {
      expect((await provider.send(message)).class).toBe('ACCEPTED')
      store.clock.advance(1)
    }
    const { book } = await carrier.book()
    expect(book.map(({ text, attachments, participants }) => [text, attachments, participants]).toReversed()).toEqual([
      ['Hello', ['image'], []],
      ['Hello', ['image', 'vcard'], []],
      ['', ['vcard'], []],
      ['Hello', [], [BEN]],
    ])
    const records = await provider.fetchRecords(window(store, 'outbound'))
    expect(records.ok && records.value.map(({ costMicros }) => costMicros)).toEqual(Array(4).fill(25_000))
    await carrier.stop()
  }))

test.for([
  ['without the key', { authorization: 'Basic eDp5' }, '/v1/messages', 'POST', '{}', 401],
  ['with half a message', {}, '/v1/messages', 'POST', '{"channel":"sms"}', 422],
  ['with a picture in a text', {}, '/v1/messages', 'POST', '{"channel":"sms","message_type":"image"}', 422],
  ['with no JSON', {}, '/v1/messages', 'POST', 'hello', 422],
  ['for another place', {}, '/v1/elsewhere', 'GET', undefined, 404],
  ['for more than a day', {}, `/v2/reports/records?${twoDays()}`, 'GET', undefined, 422],
] as const)('it refuses as the real one does: %s', ([, headers, path, method, body, status]) =>
  withStore(async (store) => {
    const carrier = await startCarrier(store)
    const { apiHost, apiKey, apiSecret } = carrier.account
    const signed = { authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}`, ...headers }
    const response = await fetch(`${apiHost()}${path}`, { method, headers: signed, ...(body ? { body } : {}) })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(Object.keys((await response.json()) as object)).toEqual(expect.arrayContaining(['type', 'title', 'detail']))
    expect((await carrier.book()).acceptedCount).toBe(0)
    await carrier.stop()
  }),
)

function twoDays(): string {
  const dates = { date_start: new Date(0).toISOString(), date_end: new Date(2 * DAY_MS).toISOString() }
  return new URLSearchParams({ product: 'MESSAGES', account_id: 'x', direction: 'outbound', ...dates }).toString()
}
