import { describe, expect, test } from 'vitest'
import { OFFICE_LINE, setUpOffice, TYPED_ACCOUNT, urgentText } from '../support/office-account.ts'
import { freePort, holdPort, inboundBody, postWebhook, SIGNATURE_SECRET, signWebhook } from '../support/webhooks.ts'
import { refusals, webhookOffice } from './webhook-office.ts'

const ADA = '+12063210142'

const office = webhookOffice()
const { settings, withOffice, withReceiver, post } = office

describe('how it is set', () => {
  test('comes back without its secret, and stands again after a restart', () =>
    withReceiver(async (core) => {
      const kept = { isOn: true, host: '127.0.0.1', port: office.port(), hasSecret: true, stand: 'listening' }
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
      const before = office.port()
      office.setPort(await freePort())
      expect(await core.ask('receiver.save', settings())).toMatchObject({ stand: 'listening', port: office.port() })
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
      expect(await refusals(core)).toEqual([['other_account', 1]])
    }))

  test('needs a secret, an address of this computer, an account, and an office', () =>
    withOffice(async (core) => {
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
    }))
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
      const before = office.carrier().requests.length
      await core.ask('receiver.save', settings())
      // A door that listens may still be one to which no way leads.
      expect((await core.ask('queue.status', {})).holds).toEqual(['inbound_old'])
      const forged = signWebhook(inboundBody('Hello'), core.clock, { secret: 'somebody else’s secret' })
      expect(await post(core, 'inbound', inboundBody('Hello'), forged)).toBe(401)
      expect((await core.ask('queue.status', {})).holds).toEqual(['inbound_old'])
      expect(await post(core, 'inbound', inboundBody('Hello'))).toBe(200)
      await core.until('queue.status', {}, () => office.carrier().accepted.length === 1)
      expect(office.carrier().requests.slice(before)).toEqual(['POST /v1/messages'])
      // What sends from now on has not been told of the receiver, which has listened all along.
      await core.ask('account.setReal', { isOn: false })
      await core.ask('messages.send', urgentText('+12063210143'))
      await core.ask('account.setReal', isOn)
      await core.until('queue.status', {}, () => office.carrier().accepted.length === 2)
    }, 'webhook'))

  test('where the book is read, the receiver says nothing of what the book would tell', () =>
    withReceiver(async (core) => {
      office.carrier().behaveOnRecords({ status: 503, headers: {}, body: '' })
      await core.ask('account.setReal', { isOn: true })
      await core.ask('messages.send', urgentText(ADA))
      await core.until('queue.status', {}, ({ connection }) => connection === 'offline')
      await core.ask('receiver.save', settings())
      expect((await core.ask('queue.status', {})).inboundFreshAtMs).toBe(null)
      expect(await post(core, 'inbound', inboundBody('Thank you'))).toBe(200)
      expect(office.carrier().posts).toEqual([])
    }))
})
