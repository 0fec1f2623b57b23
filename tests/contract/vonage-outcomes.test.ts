import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectVonage } from '../../electron/provider/vonage.ts'
import { problem, type WireAnswer } from '../support/wire/answers.ts'
import { textRequest as request, wireAccount as account } from '../support/wire/request.ts'
import { selfSigned } from '../support/wire/self-signed.ts'
import { type Behaviour, startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

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

const html = (status: number, headers: Record<string, string> = {}): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: '<html>Please sign in</html>',
})
const told = (retryAfter: string) => problem(429, { 'retry-after': retryAfter })
const coded = (code: string, status = 422) =>
  problem(status, {}, { type: `https://developer.vonage.com/api-errors/messages#${code}` })
const SOON = { class: 'THROTTLED', retryAfterMs: 1_000 }
const LATE = { class: 'THROTTLED', retryAfterMs: 15 * 60_000 }
const dates = { date: 'Wed, 25 Nov 2026 10:00:00 GMT', 'retry-after': 'Wed, 25 Nov 2026 10:01:30 GMT' }

/** How the wire behaves, how the send ends, how many messages the carrier took. Each is one request and no more. */
const rows: readonly [name: string, behaviour: Behaviour, outcome: Record<string, unknown>, accepted: number][] = [
  ['accepted', 'accept', { class: 'ACCEPTED' }, 1],

  ['401', problem(401), { class: 'ACCOUNT', cause: 'credentials' }, 0],
  ['402', problem(402), { class: 'ACCOUNT', cause: 'no_credit' }, 0],
  ['403', problem(403), { class: 'ACCOUNT', cause: 'credentials' }, 0],
  ['403 out of credit', coded('low-balance', 403), { class: 'ACCOUNT', cause: 'no_credit' }, 0],
  ['422', problem(422), { class: 'PERMANENT', httpStatus: 422 }, 0],
  ['422 with a known code', coded('1050'), { class: 'PERMANENT', code: '1050' }, 0],
  ['422 with a code nobody knows', coded('7777'), { class: 'PERMANENT', code: '7777' }, 0],
  ['422 of the whole account', coded('1060'), { class: 'ACCOUNT', cause: 'refused', code: '1060' }, 0],

  ['429', problem(429), { class: 'THROTTLED' }, 0],
  ['429, come back in 7 s', told('7'), { class: 'THROTTLED', retryAfterMs: 7_000 }, 0],
  ['429, come back in 0 s', told('0'), SOON, 0],
  ['429, come back in -1 s', told('-1'), SOON, 0],
  ['429, come back in 1e9 s', told('1000000000'), LATE, 0],
  ['429, come back "1e9"', told('1e9'), { class: 'THROTTLED' }, 0],
  ['429, come back soon', told('soon'), { class: 'THROTTLED' }, 0],
  ['429, come back at a time', problem(429, dates), { class: 'THROTTLED', retryAfterMs: 90_000 }, 0],
  ['code 1000', coded('1000'), { class: 'THROTTLED' }, 0],

  ['404 with no body, of a gateway', { status: 404 }, { class: 'ACCOUNT', cause: 'not_the_provider' }, 0],
  ['404 as HTML', html(404), { class: 'ACCOUNT', cause: 'not_the_provider' }, 0],
  [
    '422 with garbage for a problem',
    { ...problem(422), body: '{"type":' },
    { class: 'ACCOUNT', cause: 'not_the_provider' },
    0,
  ],
  // Node gives no answer out of a 407, so nothing can be read from it.
  ['407 of a proxy', html(407, { 'proxy-authenticate': 'Basic' }), { class: 'IN_DOUBT' }, 0],

  ['408', html(408), { class: 'IN_DOUBT', httpStatus: 408 }, 0],
  ['500', problem(500), { class: 'IN_DOUBT', httpStatus: 500 }, 0],
  ['503 as HTML', html(503), { class: 'IN_DOUBT', httpStatus: 503 }, 0],
  ['503, headers, then silence', 'refusal_then_hang', { class: 'IN_DOUBT', httpStatus: 503 }, 0],
  ['code 1030', coded('1030'), { class: 'IN_DOUBT', cause: 'code_1030' }, 0],

  ['no answer at all', 'silent', { class: 'IN_DOUBT' }, 0],
  ['too slow after accepting', 'hold', { class: 'IN_DOUBT' }, 1],
  ['closed after accepting', 'close_after_accept', { class: 'IN_DOUBT' }, 1],
  ['reset after accepting', 'reset_after_accept', { class: 'IN_DOUBT' }, 1],
  ['202, body cut, with a length', 'cut_body_with_length', { class: 'IN_DOUBT', httpStatus: 202 }, 1],
  ['202, body cut, chunked', 'cut_body_chunked', { class: 'IN_DOUBT', httpStatus: 202 }, 1],
  ['202 and nothing', 'empty_202', { class: 'IN_DOUBT', cause: 'no_uuid' }, 1],
  ['202 and garbage', 'garbage_202', { class: 'IN_DOUBT', cause: 'no_uuid' }, 1],
  ['202, headers, then silence', 'headers_then_hang', { class: 'IN_DOUBT', httpStatus: 202 }, 1],

  ['200 HTML of a captive portal', html(200), { class: 'IN_DOUBT', httpStatus: 200 }, 0],
  ['200 with a uuid', { status: 200, body: '{"message_uuid":"5d00604f-0000-4000-8000-0"}' }, { class: 'IN_DOUBT' }, 0],
  ['302', { status: 302, headers: { location: '/elsewhere' } }, { class: 'IN_DOUBT', httpStatus: 302 }, 0],
  ['307 to itself', { status: 307, headers: { location: '/v1/messages' } }, { class: 'IN_DOUBT', httpStatus: 307 }, 0],
  ['308 to itself', { status: 308, headers: { location: '/v1/messages' } }, { class: 'IN_DOUBT', httpStatus: 308 }, 0],
]

/** Only the deadline ends these. */
const SILENT: ReadonlySet<Behaviour> = new Set<Behaviour>(['hold', 'silent', 'headers_then_hang', 'refusal_then_hang'])

test.for(rows)('one request and no more: %s', async ([, behaviour, outcome, accepted]) => {
  carrier.behave(behaviour)
  const timeoutMs = SILENT.has(behaviour) ? 1_000 : 10_000
  expect(await connectVonage(account(carrier.url, { timeoutMs })).send(request)).toMatchObject(outcome)
  expect(carrier.requests).toEqual(['POST /v1/messages'])
  expect(carrier.accepted).toHaveLength(accepted)
  expect(carrier.faults).toEqual([])
})

test('an id that comes twice is told twice: the queue knows whose it was', async () => {
  carrier.behave('same_uuid')
  const provider = connectVonage(account(carrier.url))
  const [first, second] = [await provider.send(request), await provider.send({ ...request, clientRef: 'ref.2' })]
  expect([first.class, second]).toEqual(['ACCEPTED', first])
  expect(carrier.accepted).toHaveLength(2)
})

describe('nothing has left', () => {
  test('where nobody listens', async () => {
    const outcome = await connectVonage(account(closedHost)).send(request)
    expect(outcome).toEqual({ class: 'NOT_SENT', cause: 'ECONNREFUSED' })
  })

  test('where there is no such name', async () => {
    expect((await connectVonage(account('http://nobody.invalid')).send(request)).class).toBe('NOT_SENT')
  })

  test('where nobody vouches for the other side', async () => {
    const stranger = await startWireCarrier({ tls: selfSigned() })
    const outcome = await connectVonage(account(stranger.url)).send(request)
    expect(outcome).toEqual({ class: 'NOT_SENT', cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(stranger.requests).toEqual([])
    await stranger.close()
  })
})

test('a request that leaves beside another one does not make the other one doubtful', async () => {
  const refused = connectVonage(account(closedHost))
  const outcomes = await Promise.all([connectVonage(account(carrier.url)).send(request), refused.send(request)])
  expect(outcomes.map((outcome) => outcome.class)).toEqual(['ACCEPTED', 'NOT_SENT'])
})
