import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { E164 } from '../../shared/ids.ts'
import type { Attachment, SendRequest } from './port.ts'
import { wireMessage } from './wire-message.ts'

const KINDS = ['image', 'audio', 'video', 'vcard', 'file'] as const

const sms: SendRequest = {
  channel: 'sms',
  attachments: [],
  participants: [],
  to: '+12065550142' as E164,
  from: '+12065550100' as E164,
  text: 'Hi',
  clientRef: '01JDZ0000000000000000000AB.1',
  ttlSec: 3600,
}
const mms: SendRequest = { ...sms, channel: 'mms' }
const picture: Attachment = { kind: 'image', url: 'https://m.test/a.jpg' }
const card: Attachment = { kind: 'vcard', url: 'https://m.test/a.vcf' }

test('a short code keeps all of its digits', () => {
  expect(wireMessage({ ...sms, from: '72727' as E164 })).toMatchObject({ from: '72727', to: '12065550142' })
})

test.for(KINDS)('the words beside one attachment are its caption: %s', (kind) => {
  const { messageType, [kind]: item } = wireMessage({ ...mms, attachments: [{ kind, url: 'https://m.test/a' }] })
  expect([messageType, item]).toEqual([kind, { url: 'https://m.test/a', caption: 'Hi' }])
})

describe('several attachments', () => {
  test('are one message, and its words stand with the first', () => {
    expect(wireMessage({ ...mms, attachments: [picture, card] })).toMatchObject({
      messageType: 'content',
      content: [
        { type: 'image', url: picture.url, caption: 'Hi' },
        { type: 'vcard', url: card.url },
      ],
    })
  })

  test('without words have no caption', () => {
    const { content } = wireMessage({ ...mms, text: '', attachments: [picture, card] })
    expect(JSON.stringify(content)).not.toContain('caption')
  })
})

test('a group is named in full to each of its members, with words alone or with a picture', () => {
  const participants = ['+12065550143', '+12065550144'] as E164[]
  const group = { mms: { participants: ['12065550143', '12065550144'] } }
  expect(wireMessage({ ...mms, participants })).toMatchObject({ messageType: 'text', text: 'Hi', ...group })
  expect(wireMessage({ ...mms, participants, attachments: [picture] })).toMatchObject({
    messageType: 'image',
    ...group,
  })
})

test('no words are ever lost, whatever goes with them', () => {
  const attachment = fc.record({ kind: fc.constantFrom(...KINDS), url: fc.webUrl() })
  const words = fc.string({ minLength: 1, maxLength: 1600 })
  fc.assert(
    fc.property(fc.array(attachment, { maxLength: 10 }), words, (attachments, text) => {
      const parts: unknown[] = []
      JSON.stringify(wireMessage({ ...mms, attachments, text }), (_key, value: unknown) => (parts.push(value), value))
      expect(parts.filter((part) => part === text).length).toBeGreaterThan(0)
    }),
  )
})

test('what only an MMS can carry is never dropped in silence', () => {
  expect(() => wireMessage({ ...sms, attachments: [picture] })).toThrow()
  expect(() => wireMessage({ ...sms, participants: ['+12065550143' as E164] })).toThrow()
})
