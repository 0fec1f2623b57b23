import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { pretendedKeychain } from '../support/keychain.ts'
import { OFFICE_LINE, setUpOffice, TYPED_ACCOUNT, urgentText, WIRE_ACCOUNT } from '../support/office-account.ts'
import { freePort, holdPort, inboundBody, postWebhook, SIGNATURE_SECRET, signWebhook } from '../support/webhooks.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const ADA = '+12063210142'

let carrier: WireCarrier
let port: number
beforeEach(async () => {
  carrier = await startWireCarrier({ account: WIRE_ACCOUNT, now: () => Date.UTC(2026, 10, 24, 17, 0, 1) })
  port = await freePort()
})
afterEach(() => carrier.close())

const settings = (changes: Partial<InputOf<'receiver.save'>> = {}): InputOf<'receiver.save'> => ({
  isOn: true,
  host: '127.0.0.1',
  port,
  signatureSecret: SIGNATURE_SECRET,
  ...changes,
})

/** A core with an office whose receiver listens; the account is `inbound`'s. */
function withReceiver(
  use: (core: TestCore, lineId: string) => Promise<void>,
  inbound: InputOf<'account.save'>['inbound'] = 'reports',
): Promise<void> {
  return withCore(
    async (core) => {
      const lineId = await setUpOffice(core, { inbound })
      expect(await core.ask('receiver.save', settings())).toMatchObject({ stand: 'listening', hasSecret: true })
      await use(core, lineId)
    },
    { providerUrl: carrier.url, keychain: pretendedKeychain() },
  )
}

function post(core: TestCore, path: 'status' | 'inbound', body: string, token = signWebhook(body, core.clock)) {
  return postWebhook(`http://127.0.0.1:${port}/webhooks/${path}`, body, token)
}

/** What the provider tells of a message that it took. */
function receipt(status: string, { uuid, clientRef } = carrier.accepted[0] ?? { uuid: '', clientRef: '' }): string {
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
const whys = async (core: TestCore) =>
  (await core.ask('receiver.get', {})).refused.map(({ why, count }) => [why, count])
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
      expect(carrier.posts).toEqual([])
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
      carrier.behave('hold')
      await core.ask('account.setReal', { isOn: true })
      const sent = carrier.nextPost()
      const { deliveryId } = await core.ask('messages.send', urgentText(ADA))
      await sent
      expect(await post(core, 'status', receipt('delivered'))).toBe(200)
      carrier.release()
      await core.until('deliveries.get', { id: deliveryId }, ({ state }) => state === 'delivered')
      expect(carrier.accepted).toHaveLength(1)
    }))

  test('the same twice, and what the provider’s book told before, acts once', () =>
    withReceiver(async (core) => {
      const uuid = '5d00604f-0000-4000-8000-000000000002'
      const to = '12063210100'
      carrier.inbound.push({ uuid, from: ADA.slice(1), to, text: 'Thank you', atMs: core.clock.now() - 1_000 })
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

  test('a text for a number that is not entered here is taken and put aside, and counted', () =>
    withReceiver(async (core) => {
      expect(await post(core, 'inbound', inboundBody('STOP', { to: '12063219999' }))).toBe(200)
      expect(await textsOf(core)).toEqual([])
      expect(await whys(core)).toEqual([['not_our_number', 1]])
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
    expect(await whys(core)).toEqual([
      ['too_old', 2],
      ['bad_signature', 1],
      ['other_body', 1],
      ['other_account', 1],
      ['too_long', 1],
    ])
  }))

describe('how it is set', () => {
  test('comes back without its secret, and stands again after a restart', () =>
    withReceiver(async (core) => {
      const kept = { isOn: true, host: '127.0.0.1', port, hasSecret: true, stand: 'listening' }
      expect(await core.ask('receiver.save', settings({ signatureSecret: null }))).toMatchObject(kept)
      await core.restart()
      const told = await core.ask('receiver.get', {})
      expect(told).toMatchObject(kept)
      expect(told.addresses[0]).toBe('127.0.0.1')
      expect(JSON.stringify([told, core.events])).not.toContain(SIGNATURE_SECRET)
      expect(await post(core, 'inbound', inboundBody('Thank you'))).toBe(200)
    }))

  test('another port is taken up at once, and off is off', () =>
    withReceiver(async (core) => {
      const before = port
      port = await freePort()
      expect(await core.ask('receiver.save', settings())).toMatchObject({ stand: 'listening', port })
      expect(await post(core, 'inbound', inboundBody('Thank you'))).toBe(200)
      await expect(postWebhook(`http://127.0.0.1:${before}/webhooks/inbound`, '{}', null)).rejects.toThrow()
      expect(await core.ask('receiver.save', settings({ isOn: false }))).toMatchObject({ stand: 'off' })
      await expect(post(core, 'inbound', inboundBody('Thank you'))).rejects.toThrow()
    }))

  test('a port that is taken is told, and listened at once it is free', () =>
    withReceiver(async (core) => {
      const other = await holdPort()
      const taken = await core.ask('receiver.save', settings({ port: other.port }))
      expect(taken).toMatchObject({ isOn: true, stand: 'port_taken' })
      await other.free()
      expect(await core.ask('receiver.save', settings({ port: other.port }))).toMatchObject({ stand: 'listening' })
    }))

  test('follows the account: what another one signed is not believed, what this one signs is', () =>
    withReceiver(async (core) => {
      await core.ask('account.save', { ...TYPED_ACCOUNT, apiKey: 'efgh5678' })
      const yes = inboundBody('Yes')
      expect(await post(core, 'inbound', yes)).toBe(401)
      const ours = signWebhook(yes, core.clock, { claims: { api_key: 'efgh5678' } })
      expect(await post(core, 'inbound', yes, ours)).toBe(200)
      expect(await whys(core)).toEqual([['other_account', 1]])
    }))

  test('needs a secret, an address of this computer, an account, and an office', () =>
    withCore(
      async (core) => {
        expect(await core.call('receiver.save', settings())).toMatchObject({ error: { code: 'office_only' } })
        await setUpOffice(core)
        const bare = settings({ signatureSecret: null })
        expect(await core.call('receiver.save', bare)).toMatchObject({ error: { code: 'signature_secret_missing' } })
        const elsewhere = await core.call('receiver.save', settings({ host: '192.0.2.1' }))
        expect(elsewhere).toMatchObject({ error: { code: 'address_not_ours', value: '192.0.2.1' } })
        expect(await core.ask('receiver.get', {})).toMatchObject({ isOn: false, stand: 'off', hasSecret: false })
        await core.ask('receiver.save', settings())
        await core.ask('account.forget', {})
        expect(await core.ask('receiver.get', {})).toMatchObject({ isOn: false, hasSecret: false })
      },
      { providerUrl: carrier.url, keychain: pretendedKeychain() },
    ))
})

describe('an office that hears by webhook alone', () => {
  test('needs the provider’s opt-out service, and sends nothing unless the receiver listens', () =>
    withReceiver(async (core, id) => {
      const isOn = { isOn: true }
      expect(await core.call('account.setReal', isOn)).toMatchObject({ error: { code: 'opt_out_assist_missing' } })
      await core.ask('lines.save', { ...OFFICE_LINE, id, isOptOutAssistOn: true })
      await core.ask('receiver.save', settings({ isOn: false }))
      await core.ask('account.setReal', isOn)
      await core.ask('messages.send', urgentText(ADA))
      const deaf = await core.ask('queue.status', {})
      expect(deaf).toMatchObject({ inboundSource: 'webhook', holds: ['inbound_old'], ready: 1 })
      const before = carrier.requests.length
      await core.ask('receiver.save', settings())
      await core.until('queue.status', {}, () => carrier.accepted.length === 1)
      expect(carrier.requests.slice(before)).toEqual(['POST /v1/messages'])
      // What sends from now on has not been told of the receiver, which has listened all along.
      await core.ask('account.setReal', { isOn: false })
      await core.ask('messages.send', urgentText('+12063210143'))
      await core.ask('account.setReal', isOn)
      await core.until('queue.status', {}, () => carrier.accepted.length === 2)
    }, 'webhook'))

  test('where the book is read, the receiver says nothing of what the book would tell', () =>
    withReceiver(async (core) => {
      carrier.behaveOnRecords({ status: 503, headers: {}, body: '' })
      await core.ask('account.setReal', { isOn: true })
      await core.ask('messages.send', urgentText(ADA))
      await core.until('queue.status', {}, ({ connection }) => connection === 'offline')
      await core.ask('receiver.save', settings())
      expect((await core.ask('queue.status', {})).inboundFreshAtMs).toBe(null)
      expect(await post(core, 'inbound', inboundBody('Thank you'))).toBe(200)
      expect(carrier.posts).toEqual([])
    }))
})
