import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../shared/time.ts'
import { WIRE_ACCOUNT } from './office-account.ts'

export const SIGNATURE_SECRET = 'a signature secret of thirty-two chars'

/** What a test wants otherwise than the provider would sign it. */
export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: unknown
  readonly secret?: string
}

/** Signs a webhook as the provider does. Source: developer.vonage.com/en/getting-started/concepts/webhooks. */
export function signWebhook(body: string, clock: Clock, changes: TokenChanges = {}): string {
  const { header = { alg: 'HS256', typ: 'JWT' }, secret = SIGNATURE_SECRET } = changes
  const claims = {
    iat: Math.floor(clock.now() / 1000),
    jti: 'c5ba8f24-1a14-4c10-bfdf-3fbe8ce511b5',
    iss: 'Vonage',
    payload_hash: createHash('sha256').update(body).digest('hex'),
    api_key: WIRE_ACCOUNT.apiKey,
    application_id: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
    ...changes.claims,
  }
  const signed = `${part(header)}.${part(claims)}`
  return `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** Brings a webhook as the provider does. Returns the status of the answer. */
export async function postWebhook(url: string, body: string, authorization: string | null): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
  })
  await response.arrayBuffer()
  return response.status
}

/** A text from a phone, as a webhook tells it. */
export function inboundBody(text: string, changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    channel: 'sms',
    message_type: 'text',
    message_uuid: '5d00604f-0000-4000-8000-000000000002',
    to: '12063210100',
    from: '12063210142',
    timestamp: '2026-11-24T17:00:00Z',
    text,
    ...changes,
  })
}

/** A loopback port that is held until `free` is called. */
export async function holdPort(): Promise<{ readonly port: number; readonly free: () => Promise<void> }> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const free = async () => {
    const closed = once(server, 'close')
    server.close()
    await closed
  }
  return { port, free }
}

/** A loopback port that nobody listens at. */
export async function freePort(): Promise<number> {
  const { port, free } = await holdPort()
  await free()
  return port
}
