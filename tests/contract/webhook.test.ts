import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Refusal, startWebhookReceiver, type WebhookReceiver } from '../../electron/provider/webhook/receiver.ts'
import type { InboundNews, StatusNews } from '../../electron/provider/webhook/read-webhook.ts'
import { WIRE_ACCOUNT } from '../support/office-account.ts'
import { testClock } from '../support/seeded.ts'
import { postWebhook, SIGNATURE_SECRET, signWebhook, type TokenChanges } from '../support/webhooks.ts'

const { apiKey: API_KEY } = WIRE_ACCOUNT
const clock = testClock()

let receiver: WebhookReceiver
let statuses: StatusNews[]
let inbound: InboundNews[]
let refused: Refusal[]
let troubles: unknown[]
let storeFails: boolean

beforeEach(async () => {
  statuses = []
  inbound = []
  refused = []
  troubles = []
  storeFails = false
  const take = (list: unknown[]) => (news: unknown) => {
    if (storeFails) return Promise.reject(new Error('The disk is full'))
    list.push(news)
    return Promise.resolve()
  }
  const started = await startWebhookReceiver({
    host: '127.0.0.1',
    port: 0,
    signatureSecret: SIGNATURE_SECRET,
    apiKey: API_KEY,
    clock,
    onStatus: take(statuses),
    onInbound: take(inbound),
    onRefused: (why) => refused.push(why),
    onTrouble: (cause) => troubles.push(cause),
  })
  if (!started.ok) throw new Error(started.error.code)
  receiver = started.value
})
afterEach(() => receiver.close())

/** Signs as the provider does, with the parts of the token that a test wants otherwise. */
function tokenFor(body: string, claims: TokenChanges['claims'] = {}, header?: unknown, secret?: string): string {
  return signWebhook(body, clock, {
    claims,
    ...(header !== undefined && { header }),
    ...(secret !== undefined && { secret }),
  })
}

function post(path: string, body: string, authorization: string | null = tokenFor(body)): Promise<number> {
  return postWebhook(`http://127.0.0.1:${receiver.port}${path}`, body, authorization)
}

const STATUS = JSON.stringify({
  message_uuid: '5d00604f-0000-4000-8000-000000000001',
  to: '12065550142',
  from: '12065550100',
  timestamp: '2026-11-24T17:00:00.000Z',
  status: 'rejected',
  error: { type: 'https://developer.vonage.com/api-errors/messages#1050', title: 1050 },
  usage: { price: '0.0083', currency: 'EUR' },
  client_ref: '01JDZ0000000000000000000AB.1',
  channel: 'sms',
})
const INBOUND = JSON.stringify({
  channel: 'mms',
  message_uuid: '5d00604f-0000-4000-8000-000000000002',
  to: '12065550100',
  from: '12065550142',
  timestamp: '2026-11-24T17:00:00Z',
  message_type: 'image',
  image: { url: 'https://media.example/1.jpg', caption: 'STOP' },
})

describe('what is believed', () => {
  test('a status with its code, its price and the attempt it is about', async () => {
    expect(await post('/webhooks/status', STATUS)).toBe(200)
    expect(statuses).toEqual([
      {
        providerUuid: '5d00604f-0000-4000-8000-000000000001',
        status: 'rejected',
        atMs: Date.UTC(2026, 10, 24, 17),
        clientRef: '01JDZ0000000000000000000AB.1',
        code: '1050',
        costMicros: 8300,
        costCurrency: 'EUR',
      },
    ])
  })

  test('a text whose words stand under a picture', async () => {
    expect(await post('/webhooks/inbound', INBOUND)).toBe(200)
    expect(inbound).toMatchObject([
      {
        from: '+12065550142',
        to: '+12065550100',
        text: 'STOP',
        attachments: [{ kind: 'image', url: 'https://media.example/1.jpg' }],
      },
    ])
  })

  test('several parts in one, where only https places count', async () => {
    const body = JSON.stringify({
      ...(JSON.parse(INBOUND) as object),
      image: undefined,
      content: [
        { type: 'text', text: 'Here it is' },
        { type: 'image', url: 'https://media.example/2.png' },
        { type: 'file', url: 'file:///etc/passwd' },
        { type: 'location', url: 'https://media.example/3' },
      ],
    })
    expect(await post('/webhooks/inbound', body)).toBe(200)
    expect(inbound).toMatchObject([{ text: 'Here it is', attachments: [{ url: 'https://media.example/2.png' }] }])
  })

  test('the clock of the provider may be a little ahead or behind', async () => {
    const iat = clock.now() / 1000
    expect(await post('/webhooks/status', STATUS, tokenFor(STATUS, { iat: iat - 290 }))).toBe(200)
    expect(await post('/webhooks/status', STATUS, tokenFor(STATUS, { iat: iat + 290 }))).toBe(200)
  })
})

describe('what is not', () => {
  const iat = Math.floor(clock.now() / 1000)
  test.each<[string, () => string | null, Refusal]>([
    ['no token', () => null, 'no_token'],
    ['a word that is no token', () => 'Bearer hello', 'no_token'],
    ['Basic credentials', () => 'Basic YTpi', 'no_token'],
    ['a token that names no algorithm', () => tokenFor(STATUS, {}, { alg: 'none' }), 'no_token'],
    ['a token that names another algorithm', () => tokenFor(STATUS, {}, { alg: 'RS256' }), 'no_token'],
    [
      'another secret',
      () => tokenFor(STATUS, {}, { alg: 'HS256' }, 'somebody else’s secret, just as long'),
      'bad_signature',
    ],
    ['the body of another webhook', () => tokenFor(`${STATUS} `), 'other_body'],
    ['another account', () => tokenFor(STATUS, { api_key: 'ffff0000' }), 'other_account'],
    ['yesterday’s token', () => tokenFor(STATUS, { iat: iat - 86_400 }), 'too_old'],
    ['a token of six minutes ago', () => tokenFor(STATUS, { iat: iat - 360 }), 'too_old'],
    ['a token of 1970', () => tokenFor(STATUS, { iat: 0 }), 'too_old'],
    ['a token without the hash', () => tokenFor(STATUS, { payload_hash: undefined }), 'bad_signature'],
  ])('%s', async (_, authorization, why) => {
    expect(await post('/webhooks/status', STATUS, authorization())).toBe(401)
    expect(refused).toEqual([why])
    expect(statuses).toEqual([])
  })

  test('a body of ten megabytes is cut off and nothing of it is kept', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(10_000_000) })
    const status = await post('/webhooks/inbound', body).catch(() => 'cut')
    expect([413, 'cut']).toContain(status)
    expect(inbound).toEqual([])
  })

  test.each([
    ['no JSON', 'hello'],
    ['JSON that is no status', '[]'],
    ['a date that is none', STATUS.replace('2026-11-24T17:00:00.000Z', 'yesterday')],
  ])('%s is not readable, and the provider is told so', async (_, body) => {
    expect(await post('/webhooks/status', body)).toBe(400)
    expect(refused).toEqual(['not_readable'])
  })

  test('another path, another method', async () => {
    expect(await post('/', STATUS)).toBe(404)
    const response = await fetch(`http://127.0.0.1:${receiver.port}/webhooks/status`)
    expect(response.status).toBe(405)
  })
})

test('what the store could not take is not confirmed, so that the provider brings it again', async () => {
  storeFails = true
  expect(await post('/webhooks/inbound', INBOUND)).toBe(500)
  expect(troubles).toHaveLength(1)
  storeFails = false
  expect(await post('/webhooks/inbound', INBOUND)).toBe(200)
  expect(inbound).toHaveLength(1)
})

test('it ends while somebody holds a connection open and says nothing', async () => {
  const idle = httpRequest({ port: receiver.port, host: '127.0.0.1', path: '/webhooks/status', method: 'POST' })
  idle.on('error', () => undefined)
  await new Promise<void>((connected) => idle.on('socket', (socket) => socket.on('connect', connected)))
  await receiver.close()
  const again = await startWebhookReceiver({
    host: '127.0.0.1',
    port: 0,
    signatureSecret: SIGNATURE_SECRET,
    apiKey: API_KEY,
    clock,
    onStatus: () => Promise.resolve(),
    onInbound: () => Promise.resolve(),
    onRefused: () => undefined,
    onTrouble: () => undefined,
  })
  if (again.ok) receiver = again.value
  expect(again.ok).toBe(true)
})

test('a port that is taken and an address that is not ours are told apart', async () => {
  const options = {
    signatureSecret: SIGNATURE_SECRET,
    apiKey: API_KEY,
    clock,
    onStatus: () => Promise.resolve(),
    onInbound: () => Promise.resolve(),
    onRefused: () => undefined,
    onTrouble: () => undefined,
  }
  expect(await startWebhookReceiver({ ...options, host: '127.0.0.1', port: receiver.port })).toEqual({
    ok: false,
    error: { code: 'port_taken' },
  })
  expect(await startWebhookReceiver({ ...options, host: '192.0.2.1', port: 0 })).toEqual({
    ok: false,
    error: { code: 'no_such_address' },
  })
})
