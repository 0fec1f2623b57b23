import { createVerify, generateKeyPairSync } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendRequest } from '../../electron/provider/port.ts'
import { connectVonage, type VonageAccount } from '../../electron/provider/vonage.ts'
import type { E164 } from '../../shared/ids.ts'
import { type Behaviour, problem, startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const request: SendRequest = {
  channel: 'sms',
  attachments: [],
  participants: [],
  to: '+12065550142' as E164,
  from: '+12065550100' as E164,
  text: 'Hi ☕',
  clientRef: '01JDZ0000000000000000000AB.1',
  ttlSec: 3600,
}

let carrier: WireCarrier
/** A host whose port was just closed. */
let closedHost: string

beforeAll(async () => {
  const unused = createServer().listen(0, '127.0.0.1')
  await once(unused, 'listening')
  closedHost = `http://127.0.0.1:${(unused.address() as AddressInfo).port}`
  unused.close()
  await once(unused, 'close')
})
beforeEach(async () => {
  carrier = await startWireCarrier()
})
afterEach(() => carrier.close())

function account(change: Partial<VonageAccount> = {}): VonageAccount {
  return { apiHost: () => carrier.url, apiKey: 'abcd1234', apiSecret: 'secret', timeoutMs: 10_000, ...change }
}

const html = (status: number, headers: Record<string, string> = {}): Behaviour => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<html>Please sign in</html>',
})

describe('a message on the wire', () => {
  test('is what the Messages interface asks for', async () => {
    const outcome = await connectVonage(account()).send(request)
    expect(outcome).toEqual({ class: 'ACCEPTED', uuid: carrier.accepted[0]?.uuid })
    expect(carrier.posts[0]?.body).toEqual({
      to: '12065550142',
      from: '12065550100',
      channel: 'sms',
      message_type: 'text',
      text: 'Hi ☕',
      client_ref: request.clientRef,
      ttl: 3600,
      sms: { encoding_type: 'auto' },
    })
    expect(carrier.posts[0]?.headers.authorization).toBe(`Basic ${btoa('abcd1234:secret')}`)
  })

  test('is signed by the key of the application where there is one', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    await connectVonage(account({ applicationId: 'app-1', privateKey: pem })).send(request)
    const [head, payload, signature] = String(carrier.posts[0]?.headers.authorization)
      .slice('Bearer '.length)
      .split('.')
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as Record<string, unknown>
    const verifier = createVerify('RSA-SHA256').update(`${head}.${payload}`)
    expect(verifier.verify(publicKey, signature ?? '', 'base64url')).toBe(true)
    expect(claims['application_id']).toBe('app-1')
  })
})

/** Every row of the table of outcomes: how the wire behaves, how the send ends, how many messages the carrier took. */
const rows: readonly [name: string, behaviour: Behaviour, outcome: Record<string, unknown>, accepted: number][] = [
  ['401', problem(401), { class: 'ACCOUNT', cause: 'credentials' }, 0],
  ['402', problem(402), { class: 'ACCOUNT', cause: 'no_credit' }, 0],
  ['403', problem(403), { class: 'ACCOUNT', cause: 'credentials' }, 0],
  ['422', problem(422), { class: 'PERMANENT', httpStatus: 422 }, 0],
  ['500', problem(500), { class: 'IN_DOUBT', httpStatus: 500 }, 0],
  ['429 with Retry-After', problem(429, { 'retry-after': '7' }), { class: 'THROTTLED', retryAfterMs: 7000 }, 0],
  ['429 without', problem(429), { class: 'THROTTLED' }, 0],
  ['503 HTML', html(503), { class: 'IN_DOUBT', httpStatus: 503 }, 0],
  ['404 with no body, as a gateway gives it', { status: 404 }, { class: 'ACCOUNT', cause: 'not_the_provider' }, 0],
  // Node gives no answer out of a 407, so nothing can be read from it.
  ['407 of a proxy', html(407), { class: 'IN_DOUBT' }, 0],
  ['too slow', 'hold', { class: 'IN_DOUBT' }, 1],
  ['closed after accepting', 'close_after_accept', { class: 'IN_DOUBT' }, 1],
  ['reset after accepting', 'reset_after_accept', { class: 'IN_DOUBT' }, 1],
  ['202, body cut, with a length', 'cut_body_with_length', { class: 'IN_DOUBT', httpStatus: 202 }, 1],
  ['202, body cut, chunked', 'cut_body_chunked', { class: 'IN_DOUBT', httpStatus: 202 }, 1],
  ['202 and nothing', 'empty_202', { class: 'IN_DOUBT', cause: 'no_uuid' }, 1],
  ['202, headers, then silence', 'headers_then_hang', { class: 'IN_DOUBT', httpStatus: 202 }, 1],
  ['503, headers, then silence', 'refusal_then_hang', { class: 'IN_DOUBT', httpStatus: 503 }, 0],
  ['200 HTML of a captive portal', html(200), { class: 'IN_DOUBT', httpStatus: 200 }, 0],
  [
    '200 with a uuid',
    { status: 200, body: '{"message_uuid":"5d00604f-0000-4000-8000-000000000000"}' },
    { class: 'IN_DOUBT' },
    0,
  ],
  ['302', { status: 302, headers: { location: '/elsewhere' } }, { class: 'IN_DOUBT', httpStatus: 302 }, 0],
  ['307 to itself', { status: 307, headers: { location: '/v1/messages' } }, { class: 'IN_DOUBT', httpStatus: 307 }, 0],
  ['408', html(408), { class: 'IN_DOUBT', httpStatus: 408 }, 0],
]

/** Only the deadline ends these. */
const SILENT: ReadonlySet<Behaviour> = new Set<Behaviour>(['hold', 'headers_then_hang', 'refusal_then_hang'])

test.for(rows)('one request and no more: %s', async ([, behaviour, outcome, accepted]) => {
  carrier.behave(behaviour)
  const timeoutMs = SILENT.has(behaviour) ? 1_000 : 10_000
  expect(await connectVonage(account({ timeoutMs })).send(request)).toMatchObject(outcome)
  expect(carrier.posts).toHaveLength(1)
  expect(carrier.accepted).toHaveLength(accepted)
})

describe('nothing has left', () => {
  test('where nobody listens', async () => {
    const outcome = await connectVonage(account({ apiHost: () => closedHost })).send(request)
    expect(outcome).toEqual({ class: 'NOT_SENT', cause: 'ECONNREFUSED' })
  })

  test('where there is no such name', async () => {
    const provider = connectVonage(account({ apiHost: () => 'http://nobody.invalid', timeoutMs: 10_000 }))
    const outcome = await provider.send(request)
    expect(outcome.class).toBe('NOT_SENT')
  })

  test('where there are no credentials', async () => {
    const outcome = await connectVonage(account({ apiKey: '', apiSecret: '' })).send(request)
    expect(outcome).toEqual({ class: 'ACCOUNT', cause: 'credentials' })
    expect(carrier.posts).toHaveLength(0)
  })
})

test('a request that leaves beside another one does not make the other one doubtful', async () => {
  const refused = connectVonage(account({ apiHost: () => closedHost }))
  const outcomes = await Promise.all([connectVonage(account()).send(request), refused.send(request)])
  expect(outcomes.map((outcome) => outcome.class)).toEqual(['ACCEPTED', 'NOT_SENT'])
})

describe('the book', () => {
  const atMs = Date.UTC(2026, 10, 24, 17, 0)
  const window = { direction: 'inbound', fromMs: atMs, toMs: atMs + 3600_000 } as const

  function text(n: number) {
    return { uuid: `u${n}`, from: '12065550142', to: '12065550100', text: `text ${n}`, atMs: atMs + n }
  }

  test('is read to its last page, the start of the window included and its end not', async () => {
    carrier.inbound.push(...[-1, 0, 1, 2, 3, 4, 3600_000].map(text))
    const records = await connectVonage(account()).fetchRecords(window)
    expect(records.ok && records.value.map((record) => record.uuid)).toEqual(['u0', 'u1', 'u2', 'u3', 'u4'])
    expect(records.ok && records.value[0]).toMatchObject({ from: '+12065550142', text: 'text 0', receivedAtMs: atMs })
  })

  test('leaves out what came from no phone', async () => {
    carrier.inbound.push({ ...text(1), from: 'BANK' }, { ...text(2), from: '72727' }, text(3))
    const records = await connectVonage(account()).fetchRecords(window)
    expect(records.ok && records.value.map((record) => record.uuid)).toEqual(['u3'])
  })

  test.for([
    ['more than 24 hours', {}, { toMs: atMs + 90_000_000 }, 'garbled'],
    ['no credentials', { apiKey: '' }, {}, 'account'],
    ['nobody there', { apiHost: () => closedHost }, {}, 'offline'],
  ] as const)('says why it cannot be read: %s', async ([, change, other, code]) => {
    const records = await connectVonage(account(change)).fetchRecords({ ...window, ...other })
    expect(records).toMatchObject({ ok: false, error: { code } })
  })
})
