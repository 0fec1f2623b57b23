import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RecordsWindow } from '../../electron/provider/port.ts'
import { connectVonage } from '../../electron/provider/vonage.ts'
import { problem, type WireAnswer } from '../support/wire/answers.ts'
import { textRequest, wireAccount } from '../support/wire/request.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const atMs = Date.UTC(2026, 10, 24, 17, 0)
const inbound: RecordsWindow = { direction: 'inbound', fromMs: atMs, toMs: atMs + 3600_000 }
const outbound: RecordsWindow = { ...inbound, direction: 'outbound' }

let carrier: WireCarrier
beforeEach(async () => {
  carrier = await startWireCarrier({ now: () => atMs })
})
afterEach(() => carrier.close())

function text(n: number) {
  return { uuid: `u${n}`, from: '12065550142', to: '12065550100', text: `text ${n}`, atMs: atMs + n }
}

async function read(window: RecordsWindow) {
  const records = await connectVonage(wireAccount(carrier.url)).fetchRecords(window)
  if (!records.ok) throw new Error(records.error.code)
  return records.value
}

describe('the book', () => {
  test('is read to its last page, the start of the window included and its end not', async () => {
    carrier.inbound.push(...[-1, 0, 1, 2, 3, 4, 3600_000].map(text))
    const records = await read(inbound)
    expect(records.map((record) => record.uuid)).toEqual(['u0', 'u1', 'u2', 'u3', 'u4'])
    expect(records[0]).toMatchObject({ from: '+12065550142', text: 'text 0', receivedAtMs: atMs })
    expect([carrier.requests.length, carrier.faults]).toEqual([3, []])
  })

  test('leaves out what came from no phone', async () => {
    carrier.inbound.push({ ...text(1), from: 'BANK' }, { ...text(2), from: '72727' }, text(3))
    expect((await read(inbound)).map((record) => record.uuid)).toEqual(['u3'])
  })

  test('knows what came to a short code, and what left by one', async () => {
    carrier.inbound.push({ ...text(1), to: '72727' })
    await connectVonage(wireAccount(carrier.url)).send({ ...textRequest, from: '72727' as typeof textRequest.from })
    expect(await read(inbound)).toMatchObject([{ to: '72727', from: '+12065550142' }])
    expect(await read(outbound)).toMatchObject([{ from: '72727', to: '+12065550142' }])
  })

  test('tells what became of a message and what it cost', async () => {
    await connectVonage(wireAccount(carrier.url)).send(textRequest)
    expect(await read(outbound)).toMatchObject([{ status: 'submitted', costMicros: null, costCurrency: null }])
    Object.assign(carrier.accepted[0] ?? {}, { status: 'rejected', code: '1240', price: '0.00830000' })
    expect(await read(outbound)).toMatchObject([
      {
        clientRef: textRequest.clientRef,
        status: 'rejected',
        errorCode: '1240',
        costMicros: 8_300,
        costCurrency: 'EUR',
      },
    ])
  })

  test('is asked for by key and secret, also where an application signs the messages', async () => {
    const account = wireAccount(carrier.url, { applicationId: 'app', privateKey: 'never used here' })
    expect(await connectVonage(account).fetchRecords(inbound)).toEqual({ ok: true, value: [] })
  })
})

const html: WireAnswer = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }
const endless: WireAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ records: [], _links: { next: { href: 'https://x.test/?cursor=1&iv=2' } } }),
}

test.for([
  ['refused', problem(401), { code: 'account', httpStatus: 401 }],
  ['forbidden', problem(403), { code: 'account', httpStatus: 403 }],
  ['too often', problem(429, { 'retry-after': '1000000' }), { code: 'throttled', retryAfterMs: 900_000 }],
  ['a captive portal', html, { code: 'garbled', httpStatus: 200 }],
  ['trouble over there', problem(500), { code: 'garbled', httpStatus: 500 }],
  ['pages without end', endless, { code: 'garbled', httpStatus: 200 }],
  ['a redirect', { status: 302, headers: { location: '/v2/reports/records' } }, { code: 'garbled', httpStatus: 302 }],
] as const)('says why it cannot be read: %s', async ([, answer, error]) => {
  carrier.behaveOnRecords(answer)
  expect(await connectVonage(wireAccount(carrier.url)).fetchRecords(inbound)).toEqual({ ok: false, error })
})

test.for([
  ['more than 24 hours', {}, { toMs: atMs + 90_000_000 }, 'garbled'],
  ['no credentials', { apiKey: '' }, {}, 'account'],
  ['nobody there', { apiHost: () => 'http://127.0.0.1:1' }, {}, 'offline'],
] as const)('says why it cannot be read: %s', async ([, change, other, code]) => {
  const records = await connectVonage(wireAccount(carrier.url, change)).fetchRecords({ ...inbound, ...other })
  expect(records).toMatchObject({ ok: false, error: { code } })
})
