import { describe, expect, test } from 'vitest'
import type { TestCore } from '../support/core.ts'
import { urgentText } from '../support/office-account.ts'
import { inboundBody, signWebhook } from '../support/webhooks.ts'
import { refusals, webhookOffice } from './webhook-office.ts'

const ADA = '+12063210142'

const office = webhookOffice()
const { withReceiver, post } = office

/** What the provider tells of a message that it took. */
function receipt(
  status: string,
  { uuid, clientRef } = office.carrier().accepted[0] ?? { uuid: '', clientRef: '' },
): string {
  return JSON.stringify({
    message_uuid: uuid,
    client_ref: clientRef,
    to: '12063210142',
    from: '12063210100',
    timestamp: '2026-11-24T17:00:02.000Z',
    status,
    usage: { price: '0.0083', currency: 'EUR' },
    channel: 'sms',
  })
}

const stateOf = async (core: TestCore, id: string) => (await core.ask('deliveries.get', { id })).state
const textsOf = async (core: TestCore) => {
  const { items } = await core.ask('threads.get', { e164: ADA })
  return items.flatMap((item) => (item.direction === 'in' ? [item.body] : []))
}

describe('what a webhook brings', () => {
  test('a STOP is on disk when the provider is told that it was taken: what waited is blocked', () =>
    withReceiver(async (core) => {
      const { deliveryId } = await core.ask('messages.send', urgentText(ADA))
      expect(await stateOf(core, deliveryId)).toBe('queued')
      expect(await post(core, 'inbound', inboundBody('STOP'))).toBe(200)
      expect(await stateOf(core, deliveryId)).toBe('blocked')
      expect(await core.call('messages.send', urgentText(ADA, 'Another'))).toMatchObject({
        error: { code: 'may_not_text' },
      })
      await core.ask('account.setReal', { isOn: true })
      await core.until('queue.status', {}, ({ connection }) => connection === 'online')
      expect(office.carrier().posts).toEqual([])
      expect(await core.ask('receiver.get', {})).toMatchObject({ lastHeardAtMs: expect.any(Number), refused: [] })
    }))

  test('a receipt moves its message', () =>
    withReceiver(async (core) => {
      await core.ask('account.setReal', { isOn: true })
      const { deliveryId } = await core.ask('messages.send', urgentText(ADA))
      await core.until('deliveries.get', { id: deliveryId }, ({ state }) => state === 'submitted')
      expect(await post(core, 'status', receipt('delivered'))).toBe(200)
      expect(await stateOf(core, deliveryId)).toBe('delivered')
    }))

  test('a receipt that overtakes the answer to its own request is not lost, nor asked twice', () =>
    withReceiver(async (core) => {
      office.carrier().behave('hold')
      await core.ask('account.setReal', { isOn: true })
      const sent = office.carrier().nextPost()
      const { deliveryId } = await core.ask('messages.send', urgentText(ADA))
      await sent
      expect(await post(core, 'status', receipt('delivered'))).toBe(200)
      office.carrier().release()
      await core.until('deliveries.get', { id: deliveryId }, ({ state }) => state === 'delivered')
      expect(office.carrier().accepted).toHaveLength(1)
    }))

  test('the same twice, and what the provider’s book told before, acts once', () =>
    withReceiver(async (core) => {
      const uuid = '5d00604f-0000-4000-8000-000000000002'
      const to = '12063210100'
      office.carrier().inbound.push({ uuid, from: ADA.slice(1), to, text: 'Thank you', atMs: core.clock.now() - 1_000 })
      await core.ask('account.setReal', { isOn: true })
      await core.until('threads.list', {}, ({ threads }) => threads.length === 1)
      expect(await post(core, 'inbound', inboundBody('Thank you'))).toBe(200)
      expect(await post(core, 'inbound', inboundBody('Thank you'))).toBe(200)
      expect(await textsOf(core)).toEqual(['Thank you'])

      const { deliveryId } = await core.ask('messages.send', urgentText(ADA))
      await core.until('deliveries.get', { id: deliveryId }, ({ state }) => state === 'submitted')
      for (const status of ['delivered', 'submitted', 'delivered']) {
        expect(await post(core, 'status', receipt(status))).toBe(200)
      }
      expect(await stateOf(core, deliveryId)).toBe('delivered')
    }))

  test('a picture: its caption is read as words, and that it came is told, also where the book told the words', () =>
    withReceiver(async (core) => {
      const uuid = '5d00604f-0000-4000-8000-000000000002'
      office.carrier().inbound.push({
        uuid,
        from: ADA.slice(1),
        to: '12063210100',
        text: 'STOP',
        atMs: core.clock.now() - 1_000,
      })
      await core.ask('account.setReal', { isOn: true })
      await core.until('threads.list', {}, ({ threads }) => threads.length === 1)
      const image = { url: 'https://media.example/1.jpg', caption: 'STOP' }
      const picture = { channel: 'mms', message_type: 'image', text: undefined, image }
      for (const message_uuid of [uuid, 'another']) {
        expect(await post(core, 'inbound', inboundBody('', { ...picture, message_uuid }))).toBe(200)
      }
      const { items, state } = await core.ask('threads.get', { e164: ADA })
      const came = { body: 'STOP', meaning: 'stop', attachments: 1 }
      expect(items.filter(({ direction }) => direction === 'in')).toMatchObject([came, came])
      expect(state).toBe('said_stop')
    }))

  test('a text for a number that is not entered here is taken and put aside, and counted', () =>
    withReceiver(async (core) => {
      expect(await post(core, 'inbound', inboundBody('STOP', { to: '12063219999' }))).toBe(200)
      expect(await textsOf(core)).toEqual([])
      expect(await refusals(core)).toEqual([['not_our_number', 1]])
    }))
})

test('what is forged, replayed, old, foreign or huge does nothing, and is counted by its kind', () =>
  withReceiver(async (core) => {
    const stop = inboundBody('STOP')
    const iat = Math.floor(core.clock.now() / 1000)
    const sign = (changes: Parameters<typeof signWebhook>[2]) => signWebhook(stop, core.clock, changes)
    expect(await post(core, 'inbound', stop, sign({ secret: 'somebody else’s secret, just as long' }))).toBe(401)
    expect(await post(core, 'inbound', stop, signWebhook(inboundBody('Yes'), core.clock))).toBe(401)
    expect(await post(core, 'inbound', stop, sign({ claims: { iat: iat - 86_400 } }))).toBe(401)
    expect(await post(core, 'inbound', stop, sign({ claims: { iat: iat - 360 } }))).toBe(401)
    expect(await post(core, 'inbound', stop, sign({ claims: { api_key: 'ffff0000' } }))).toBe(401)
    const huge = inboundBody('STOP '.repeat(20_000))
    expect([413, 'cut']).toContain(await post(core, 'inbound', huge).catch(() => 'cut'))
    expect(await textsOf(core)).toEqual([])
    expect(await refusals(core)).toEqual([
      ['too_old', 2],
      ['bad_signature', 1],
      ['other_body', 1],
      ['other_account', 1],
      ['too_long', 1],
    ])
  }))
