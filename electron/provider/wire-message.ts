import type { Attachment, SendRequest } from './port.ts'

/** A message as the SDK takes it, in camel case; the SDK writes the keys in snake case. */
export type WireMessage = Readonly<Record<string, unknown>>

/**
 * Writes a request as the Messages interface wants it. A plain object: the SDK's own classes lose `ttl` and
 * `mms.participants`. Throws where an SMS is given what only an MMS can carry.
 * Source: developer.vonage.com/en/api/messages and /en/messages/concepts/mms.
 */
export function wireMessage(request: SendRequest): WireMessage {
  const { channel, attachments, participants, text } = request
  const common = {
    channel,
    to: digitsOf(request.to),
    from: digitsOf(request.from),
    clientRef: request.clientRef,
    ttl: request.ttlSec,
  }
  if (channel === 'mms') return { ...common, ...contentOf(attachments, text), ...groupOf(participants) }
  if (attachments.length + participants.length > 0) throw new Error('An SMS carries no attachments and has no group')
  return { ...common, messageType: 'text', text, sms: { encodingType: 'auto' } }
}

/** Numbers travel without the plus; a short code is digits already. */
function digitsOf(number: string): string {
  return number.replace(/^\+/, '')
}

/** The text of a message with attachments is the caption of the first one: phones show it with the picture. */
function contentOf(attachments: readonly Attachment[], text: string): WireMessage {
  const [first, ...others] = attachments
  if (first === undefined) return { messageType: 'text', text }
  if (others.length > 0) return { messageType: 'content', content: attachments.map(itemOf(text)) }
  return { messageType: first.kind, [first.kind]: { url: first.url, ...captionOf(text) } }
}

/**
 * One of several attachments. The key of its words is `caption`, as in Vonage's Java SDK and beside every single
 * attachment; the type of the Node SDK says `content` instead, and it is not confirmed with a live account.
 */
function itemOf(text: string) {
  return ({ kind, url }: Attachment, position: number): WireMessage => ({
    type: kind,
    url,
    ...(position === 0 ? captionOf(text) : {}),
  })
}

/** A caption goes with each of the five kinds, a contact card and a sound included; an empty one is refused. */
function captionOf(text: string): { readonly caption?: string } {
  return text === '' ? {} : { caption: text }
}

/** Each member gets a request of its own that names all the others. */
function groupOf(participants: SendRequest['participants']): WireMessage {
  return participants.length === 0 ? {} : { mms: { participants: participants.map(digitsOf) } }
}
