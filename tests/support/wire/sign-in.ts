import { type KeyObject, verify } from 'node:crypto'

/** An account that the carrier knows. */
export interface WireAccount {
  readonly apiKey: string
  readonly apiSecret: string
  readonly applicationId?: string
  /** Of the application, for requests that bear a signed token. */
  readonly publicKey?: KeyObject
}

/** Who signed a request: a key by its secret, or an application by a token; a sentence where nobody did. */
export type Signed = { readonly apiKey: string } | { readonly applicationId: string } | { readonly fault: string }

/** What a token may be worth at most, and how far two clocks may lie apart. Source: developer.vonage.com/en/getting-started/concepts/authentication. */
const LONGEST_LIFE_SEC = 24 * 3600
const CLOCK_SLACK_SEC = 60

/**
 * Makes the door of a carrier: it reads the Authorization header of each request. Without an account every key is let in,
 * and no token. A token counts once.
 */
export function createSignIn(account: WireAccount | null): (authorization: string | undefined) => Signed {
  const spent = new Set<string>()
  return (authorization = '') => {
    const [scheme, value = ''] = authorization.split(' ')
    if (scheme === 'Basic') return readBasic(value, account)
    if (scheme === 'Bearer') return readToken(value, account, spent)
    return { fault: 'not signed' }
  }
}

function readBasic(value: string, account: WireAccount | null): Signed {
  const [, apiKey = '', apiSecret = ''] = /^([^:]+):(.+)$/.exec(Buffer.from(value, 'base64').toString('utf8')) ?? []
  if (apiKey === '') return { fault: 'no key and secret' }
  const isKnown = account === null || (apiKey === account.apiKey && apiSecret === account.apiSecret)
  return isKnown ? { apiKey } : { fault: 'wrong key or secret' }
}

function readToken(token: string, account: WireAccount | null, spent: Set<string>): Signed {
  const [head = '', payload = '', signature = ''] = token.split('.')
  const { applicationId, publicKey } = account ?? {}
  if (applicationId === undefined || publicKey === undefined) return { fault: 'no application here' }
  const signed = Buffer.from(`${head}.${payload}`)
  const { alg, typ } = readJson(head)
  if (alg !== 'RS256' || typ !== 'JWT') return { fault: 'not an RS256 token' }
  if (!verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))) return { fault: 'wrong signature' }
  const fault = claimFault(readJson(payload), applicationId, spent)
  return fault === null ? { applicationId } : { fault }
}

function claimFault(claims: Readonly<Record<string, unknown>>, applicationId: string, spent: Set<string>) {
  const { iat, exp, jti } = claims
  const nowSec = Date.now() / 1000
  if (typeof iat !== 'number' || typeof exp !== 'number' || typeof jti !== 'string' || jti === '')
    return 'claims missing'
  if (iat > nowSec + CLOCK_SLACK_SEC || exp <= nowSec) return 'not of this time'
  if (exp - iat > LONGEST_LIFE_SEC) return 'lives too long'
  if (claims['application_id'] !== applicationId) return 'another application'
  if (spent.has(jti)) return 'used before'
  spent.add(jti)
  return null
}

function readJson(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
