import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Attachment, SendRequest } from '../../electron/provider/port.ts'
import { connectVonage } from '../../electron/provider/vonage.ts'
import type { E164 } from '../../shared/ids.ts'
import { textRequest, wireAccount } from '../support/wire/request.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

const APPLICATION = '0f4c1d2e-0000-4000-8000-00000000abcd'
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const basic = { apiKey: 'abcd1234', apiSecret: 'secret' }

let carrier: WireCarrier
beforeEach(async () => {
  carrier = await startWireCarrier({ account: { ...basic, applicationId: APPLICATION, publicKey } })
})
afterEach(() => carrier.close())

/** Sends and hands back what the strict carrier read; it takes nothing that is not just so. */
async function bodyOf(change: Partial<SendRequest>): Promise<Readonly<Record<string, unknown>>> {
  const outcome = await connectVonage(wireAccount(carrier.url)).send({ ...textRequest, ...change })
  expect([carrier.faults, outcome.class]).toEqual([[], 'ACCEPTED'])
  return carrier.posts[0]?.body ?? {}
}

const frame = { to: '12065550142', from: '12065550100', client_ref: textRequest.clientRef, ttl: 3600 }
const picture: Attachment = { kind: 'image', url: 'https://m.test/a.jpg' }
const others = ['+12065550143', '+12065550144'] as E164[]
const group = { participants: ['12065550143', '12065550144'] }

describe('a message on the wire', () => {
  test('as a text', async () => {
    const sms = { encoding_type: 'auto' }
    expect(await bodyOf({})).toEqual({ ...frame, channel: 'sms', message_type: 'text', text: 'Hi ☕', sms })
  })

  test.for(['image', 'audio', 'video', 'vcard', 'file'] as const)(
    'with one %s, with and without words',
    async (kind) => {
      const url = `https://m.test/a.${kind}`
      const alone = { ...frame, channel: 'mms', message_type: kind }
      expect(await bodyOf({ channel: 'mms', attachments: [{ kind, url }] })).toEqual({
        ...alone,
        [kind]: { url, caption: 'Hi ☕' },
      })
      await bodyOf({ channel: 'mms', attachments: [{ kind, url }], text: '' })
      expect(carrier.posts[1]?.body).toEqual({ ...alone, [kind]: { url } })
    },
  )

  test('with several attachments', async () => {
    const attachments: Attachment[] = [picture, { kind: 'vcard', url: 'https://m.test/a.vcf' }]
    expect(await bodyOf({ channel: 'mms', attachments })).toEqual({
      ...frame,
      channel: 'mms',
      message_type: 'content',
      content: [
        { type: 'image', url: picture.url, caption: 'Hi ☕' },
        { type: 'vcard', url: 'https://m.test/a.vcf' },
      ],
    })
  })

  test('to one of a group, in words', async () => {
    expect(await bodyOf({ channel: 'mms', participants: others })).toEqual({
      ...frame,
      channel: 'mms',
      message_type: 'text',
      text: 'Hi ☕',
      mms: group,
    })
  })

  test('to one of a group, with a picture', async () => {
    expect(await bodyOf({ channel: 'mms', participants: others, attachments: [picture] })).toMatchObject({
      message_type: 'image',
      image: { url: picture.url, caption: 'Hi ☕' },
      mms: group,
    })
  })
})

test('a group of four is four requests, each naming the other three', async () => {
  const members = [textRequest.to, ...others, '+12065550145' as E164]
  const provider = connectVonage(wireAccount(carrier.url))
  expect(provider.capabilities).toEqual({ mms: true, groupMms: 'per-member' })
  for (const to of members) {
    const participants = members.filter((member) => member !== to)
    await provider.send({ ...textRequest, channel: 'mms', to, participants, clientRef: `group.${to}` })
  }
  const sets = carrier.posts.map(({ body }) => [body['to'], ...(body['mms'] as typeof group).participants].toSorted())
  expect(sets).toHaveLength(4)
  expect(new Set(sets.map((set) => set.join()))).toEqual(
    new Set([
      members
        .map((to) => to.slice(1))
        .toSorted()
        .join(),
    ]),
  )
  expect(carrier.accepted).toHaveLength(4)
})

describe('a request is signed', () => {
  test('by the key and secret', async () => {
    await bodyOf({})
    expect(carrier.posts[0]?.signed).toEqual({ apiKey: 'abcd1234' })
  })

  test('by the application where there is one, each time anew', async () => {
    const provider = connectVonage(wireAccount(carrier.url, { applicationId: APPLICATION, privateKey: pem }))
    const outcomes = [await provider.send(textRequest), await provider.send(textRequest)]
    expect([carrier.faults, outcomes.map((outcome) => outcome.class)]).toEqual([[], ['ACCEPTED', 'ACCEPTED']])
    expect(carrier.posts.map(({ signed }) => signed)).toEqual([
      { applicationId: APPLICATION },
      { applicationId: APPLICATION },
    ])
  })

  test('or refused: a wrong secret, another application, the key of somebody else', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const foreign = stranger.export({ type: 'pkcs8', format: 'pem' }) as string
    for (const change of [
      { apiSecret: 'wrong' },
      { applicationId: 'another', privateKey: pem },
      { applicationId: APPLICATION, privateKey: foreign },
    ]) {
      const outcome = await connectVonage(wireAccount(carrier.url, change)).send(textRequest)
      expect(outcome).toMatchObject({ class: 'ACCOUNT', cause: 'credentials', httpStatus: 401 })
    }
    expect(carrier.accepted).toEqual([])
  })

  test('or not made at all: nothing, or a key that is none', async () => {
    for (const change of [
      { apiKey: '', apiSecret: '' },
      { applicationId: APPLICATION, privateKey: 'no key' },
    ]) {
      const outcome = await connectVonage(wireAccount(carrier.url, change)).send(textRequest)
      expect(outcome).toEqual({ class: 'ACCOUNT', cause: 'credentials' })
    }
    expect(carrier.requests).toEqual([])
  })
})
