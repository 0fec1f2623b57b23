import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { pretendedKeychain } from '../support/keychain.ts'
import {
  NEW_OFFICE,
  OFFICE_LINE,
  OFFICE_NUMBER,
  setUpOffice,
  TYPED_ACCOUNT,
  urgentText,
  WIRE_ACCOUNT,
} from '../support/office-account.ts'
import { problem, type WireAnswer } from '../support/wire/answers.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const ADA = '+12063210142'

let carrier: WireCarrier
beforeEach(async () => {
  carrier = await startWireCarrier({ account: WIRE_ACCOUNT, now: () => Date.UTC(2026, 10, 24, 17, 0, 1) })
})
afterEach(() => carrier.close())

/** A core with an empty office, whose provider is the strict carrier. */
function withOffice(use: (core: TestCore) => Promise<void>): Promise<void> {
  return withCore(use, { providerUrl: carrier.url, keychain: pretendedKeychain() })
}

const connection = async (core: TestCore) => (await core.ask('queue.status', {})).connection

describe('the sending account', () => {
  test('is told without its secrets, and forgotten', () =>
    withOffice(async (core) => {
      await core.ask('setup.createOffice', NEW_OFFICE)
      const nothing = { isSet: false, apiKeyEnd: null, applicationId: null, hasPrivateKey: false, isReal: false }
      expect(await core.ask('account.get', {})).toMatchObject(nothing)
      const { applicationId } = WIRE_ACCOUNT
      const kept = { isSet: true, apiKeyEnd: '1234', applicationId, hasPrivateKey: true, checkedAtMs: null }
      expect(await core.ask('account.save', TYPED_ACCOUNT)).toMatchObject(kept)
      await core.restart()
      expect(await core.ask('account.get', {})).toMatchObject(kept)
      expect(await core.ask('account.forget', {})).toMatchObject(nothing)
      expect(await connection(core)).toBe('not_set_up')
    }))

  test('keeps what is not typed again, and asks for the secret of another key', () =>
    withOffice(async (core) => {
      await setUpOffice(core)
      const untouched = { ...TYPED_ACCOUNT, apiKey: null, apiSecret: null, privateKey: null }
      expect(await core.ask('account.save', untouched)).toMatchObject({ apiKeyEnd: '1234', hasPrivateKey: true })
      expect(await core.ask('account.test', {})).toEqual({ reports: 'ok', signing: 'ok', isWell: true })
      expect(await core.call('account.save', { ...untouched, apiKey: 'efgh5678' })).toMatchObject({
        error: { code: 'api_secret_missing' },
      })
    }))

  const wrong: readonly [Partial<InputOf<'account.save'>>, string][] = [
    [{ apiKey: 'a b' }, 'api_key_not_valid'],
    [{ apiKey: null }, 'api_key_not_valid'],
    [{ apiSecret: ' ' }, 'api_secret_missing'],
    [{ applicationId: 'my application' }, 'application_id_not_valid'],
    [{ privateKey: 'ssh-rsa AAAA' }, 'private_key_not_valid'],
    [{ privateKey: null }, 'application_incomplete'],
    [{ applicationId: null }, 'application_incomplete'],
  ]
  test('is refused by the part that is wrong', () =>
    withOffice(async (core) => {
      await core.ask('setup.createOffice', NEW_OFFICE)
      for (const [changes, code] of wrong) {
        const refused = await core.call('account.save', { ...TYPED_ACCOUNT, ...changes })
        expect([changes, refused]).toEqual([changes, { ok: false, error: { code } }])
      }
      expect((await core.ask('account.get', {})).isSet).toBe(false)
    }))

  test('takes a key that was pasted with its line ends written out, and one alone with its secret', () =>
    withOffice(async (core) => {
      await core.ask('setup.createOffice', NEW_OFFICE)
      const pasted = TYPED_ACCOUNT.privateKey?.replaceAll('\n', '\\n') ?? ''
      await core.ask('account.save', { ...TYPED_ACCOUNT, privateKey: pasted })
      expect(await core.ask('account.test', {})).toMatchObject({ signing: 'ok' })
      await core.ask('account.save', { ...TYPED_ACCOUNT, applicationId: null, privateKey: null })
      expect(await core.ask('account.test', {})).toEqual({ reports: 'ok', signing: 'none', isWell: true })
    }))

  test('belongs to the office desk', () =>
    withOffice(async (core) => {
      const calls = [
        core.call('account.save', TYPED_ACCOUNT),
        core.call('account.test', {}),
        core.call('account.setReal', { isOn: true }),
        core.call('lines.save', { ...OFFICE_LINE, id: null }),
      ]
      for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ error: { code: 'office_only' } })
      expect(await core.ask('account.get', {})).toMatchObject({ isSet: false, isReal: false })
    }))
})

describe('a test of the connection', () => {
  const answers: readonly [WireAnswer | null, string][] = [
    [problem(401), 'account'],
    [problem(403), 'account'],
    [problem(429), 'throttled'],
    [{ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }, 'garbled'],
    [null, 'ok'],
  ]
  test('says how each part went, and sends nothing', () =>
    withOffice(async (core) => {
      await setUpOffice(core)
      for (const [answer, reports] of answers) {
        carrier.behaveOnRecords(answer)
        const isWell = reports === 'ok'
        expect(await core.ask('account.test', {})).toEqual({ reports, signing: 'ok', isWell })
        expect((await core.ask('account.get', {})).checkedAtMs !== null).toBe(isWell)
      }
      expect(carrier.posts).toEqual([])
    }))

  test('says that the way there is cut', () =>
    withCore(
      async (core) => {
        await setUpOffice(core)
        expect(await core.ask('account.test', {})).toMatchObject({ reports: 'offline', isWell: false })
      },
      { providerUrl: 'http://127.0.0.1:1', keychain: pretendedKeychain() },
    ))

  test('does not read a book that the office said it cannot read', () =>
    withOffice(async (core) => {
      await setUpOffice(core, { inbound: 'none' })
      const before = carrier.requests.length
      expect(await core.ask('account.test', {})).toEqual({ reports: 'unread', signing: 'ok', isWell: true })
      expect(carrier.requests).toHaveLength(before)
    }))
})

describe('sending to real phones', () => {
  test('waits for a number, for an account and for somebody’s word', () =>
    withOffice(async (core) => {
      await core.ask('setup.createOffice', NEW_OFFICE)
      const { deliveryId } = await core.ask('messages.send', urgentText(ADA))
      const isOn = { isOn: true }
      expect(await connection(core)).toBe('not_set_up')
      expect(await core.call('account.setReal', isOn)).toMatchObject({ error: { code: 'account_missing' } })
      await core.ask('account.save', TYPED_ACCOUNT)
      expect(await connection(core)).toBe('no_number')
      expect(await core.call('account.setReal', isOn)).toMatchObject({ error: { code: 'sending_number_missing' } })
      const { lines } = await core.ask('lines.list', {})
      await core.ask('lines.save', { ...OFFICE_LINE, id: lines[0]?.id ?? '' })
      expect(await connection(core)).toBe('switched_off')
      expect(carrier.posts).toEqual([])

      const real = await core.ask('account.setReal', isOn)
      expect(real).toMatchObject({ isReal: true, realByName: 'June Park', realSinceMs: expect.any(Number) })
      await core.until(
        'deliveries.get',
        { id: deliveryId },
        ({ state }) => state === 'accepted' || state === 'submitted',
      )
      expect(carrier.accepted).toMatchObject([{ to: ADA.slice(1), from: OFFICE_NUMBER.slice(1) }])
      expect(carrier.posts[0]?.signed).toEqual({ applicationId: WIRE_ACCOUNT.applicationId })
      expect(await core.ask('queue.status', {})).toMatchObject({
        carrier: 'vonage',
        connection: 'online',
        inboundSource: 'reports',
      })
    }))

  test('stops at once and stays as it was left', () =>
    withOffice(async (core) => {
      await setUpOffice(core)
      await core.ask('account.setReal', { isOn: true })
      await core.restart()
      await core.until('queue.status', {}, (status) => status.connection === 'online')
      expect(await core.ask('account.setReal', { isOn: false })).toMatchObject({ isReal: false, realByName: null })
      await core.ask('messages.send', urgentText(ADA))
      expect(await core.ask('queue.status', {})).toMatchObject({
        connection: 'switched_off',
        carrier: 'none',
        ready: 1,
      })
      expect(carrier.posts).toEqual([])
    }))

  test('is a word about one account: another key, or none, ends it', () =>
    withOffice(async (core) => {
      await setUpOffice(core)
      await core.ask('account.setReal', { isOn: true })
      const another = { ...TYPED_ACCOUNT, apiKey: 'efgh5678' }
      expect(await core.ask('account.save', another)).toMatchObject({ isReal: false })
      await core.ask('account.setReal', { isOn: true })
      expect(await core.ask('account.forget', {})).toMatchObject({ isSet: false, isReal: false })
      await core.ask('account.save', TYPED_ACCOUNT)
      expect(await connection(core)).toBe('switched_off')
    }))

  test('goes on after a mended key: the provider’s refusal of the old one is forgotten', () =>
    withOffice(async (core) => {
      await setUpOffice(core, { apiSecret: 'wrong' })
      await core.ask('account.setReal', { isOn: true })
      await core.until('queue.status', {}, ({ linePause }) => linePause !== null)
      await core.ask('account.save', TYPED_ACCOUNT)
      await core.until('queue.status', {}, (status) => status.linePause === null && status.connection === 'online')
    }))
})

describe('where nobody here sees a STOP', () => {
  test('real phones need the provider’s opt-out service on the number', () =>
    withOffice(async (core) => {
      const id = await setUpOffice(core, { inbound: 'none' })
      const isOn = { isOn: true }
      expect(await core.call('account.setReal', isOn)).toMatchObject({ error: { code: 'opt_out_assist_missing' } })
      expect(await core.ask('lines.save', { ...OFFICE_LINE, id, isOptOutAssistOn: true })).toMatchObject({
        isOptOutAssistOn: true,
      })
      const before = carrier.requests.length
      await core.ask('account.setReal', isOn)
      await core.ask('messages.send', urgentText(ADA))
      await core.until('queue.status', {}, () => carrier.accepted.length === 1)
      expect(carrier.requests.slice(before)).toEqual(['POST /v1/messages'])
      expect((await core.ask('queue.status', {})).inboundSource).toBe('none')

      await core.ask('lines.save', { ...OFFICE_LINE, id, isOptOutAssistOn: false })
      expect(await core.ask('account.get', {})).toMatchObject({ isReal: false })
      expect(await connection(core)).toBe('switched_off')
    }))
})
