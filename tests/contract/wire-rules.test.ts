import { expect, test } from 'vitest'
import { messageFaults } from '../support/wire/message-rules.ts'

const frame = { to: '12065550142', from: '12065550100', client_ref: 'ref.1', ttl: 3600 }
const sms = { ...frame, channel: 'sms', message_type: 'text', text: 'Hi', sms: { encoding_type: 'auto' } }
const url = 'https://m.test/a.jpg'
const mms = { ...frame, channel: 'mms', message_type: 'image', image: { url, caption: 'Hi' } }
const content = { ...frame, channel: 'mms', message_type: 'content', content: [{ type: 'file', url }] }
const group = { ...frame, channel: 'mms', message_type: 'text', text: 'Hi', mms: { participants: ['12065550143'] } }

test.for([sms, mms, content, group])('the strict carrier takes what is right', (body) => {
  expect(messageFaults(body)).toEqual([])
})

test.for([
  ['no object', null, 'body'],
  ['another channel', { ...sms, channel: 'whatsapp' }, 'channel'],
  ['a plus', { ...sms, to: '+12065550142' }, 'to'],
  ['a field too many', { ...sms, title: 'x' }, 'title'],
  ['no reference', { ...sms, client_ref: undefined }, 'client_ref'],
  ['no time to live', { ...mms, ttl: undefined }, 'ttl'],
  ['a life too short for an MMS', { ...mms, ttl: 20 }, 'ttl'],
  ['no words', { ...sms, text: '' }, 'text'],
  ['no encoding', { ...sms, sms: {} }, 'sms'],
  ['an attachment in a text', { ...sms, image: { url } }, 'image'],
  ['an address that nobody can fetch', { ...mms, image: { url: 'file:///a.jpg' } }, 'image'],
  ['an empty caption', { ...mms, image: { url, caption: '' } }, 'image'],
  ['two kinds at once', { ...mms, video: { url } }, 'video'],
  ['an item of no kind', { ...content, content: [{ url }] }, 'content'],
  ['the words under another key', { ...content, content: [{ type: 'file', url, content: 'Hi' }] }, 'content'],
  ['a group of nobody', { ...group, mms: { participants: [] } }, 'mms.participants'],
  ['a group with the one who is written to', { ...group, mms: { participants: [frame.to] } }, 'mms.participants'],
  ['a group by text', { ...sms, mms: { participants: ['12065550143'] } }, 'mms'],
] as const)('the strict carrier refuses %s', ([, body, field]) => {
  const faults = messageFaults(body)
  expect(faults.map((fault) => fault.split(':')[0])).toContain(field)
})
