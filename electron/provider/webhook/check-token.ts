import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { err, ok, type Result } from '../../../shared/result.ts'
import { type Instant, MINUTE_MS } from '../../../shared/time.ts'

/** What the provider says of a webhook and signs with it. Source: developer.vonage.com/en/getting-started/concepts/webhooks. */
const claims = z.looseObject({
  /** Seconds since 1970 UTC. */
  iat: z.number(),
  jti: z.string().min(1),
  api_key: z.string(),
  /** SHA-256 in hex of the very bytes of the body. */
  payload_hash: z.string().regex(/^[0-9a-f]{64}$/i),
})

/** Why a webhook is not believed. */
export type TokenTrouble = 'no_token' | 'bad_signature' | 'other_account' | 'other_body' | 'too_old'

/** What a webhook must prove itself by. */
export interface TokenTerms {
  readonly signatureSecret: string
  readonly apiKey: string
  readonly nowMs: Instant
}

/** A token older than this may be somebody's copy; one from further ahead comes from a wrong clock. */
const OLDEST_MS = 5 * MINUTE_MS

/**
 * Tells whether a webhook comes from our account, now, with this very body. The SDK's check looks at the signature alone:
 * a token of 1970 for another body passes it, so body, account and age are checked here. Returns the token's own id.
 */
export async function checkToken(
  authorization: string | undefined,
  body: Uint8Array,
  { signatureSecret, apiKey, nowMs }: TokenTerms,
): Promise<Result<string, { readonly code: TokenTrouble }>> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization?.trim() ?? '')?.[1]
  if (token === undefined || algorithmOf(token) !== 'HS256') return err({ code: 'no_token' })
  // Read from disk at the first webhook: no start of Optdesk should wait for the SDK.
  const { quietSdk } = await import('../quiet-sdk.ts')
  const { verifySignature } = await import('@vonage/jwt')
  quietSdk()
  if (!verifySignature(token, signatureSecret)) return err({ code: 'bad_signature' })
  const read = claims.safeParse(partOf(token, 1))
  if (!read.success) return err({ code: 'bad_signature' })
  if (read.data.api_key !== apiKey) return err({ code: 'other_account' })
  if (!isSameHash(read.data.payload_hash, body)) return err({ code: 'other_body' })
  return Math.abs(nowMs - read.data.iat * 1000) > OLDEST_MS ? err({ code: 'too_old' }) : ok(read.data.jti)
}

/** A secret that both sides know signs; a token that names another way is no token of the provider's. */
function algorithmOf(token: string): unknown {
  const header = partOf(token, 0)
  return typeof header === 'object' && header !== null && 'alg' in header ? header.alg : undefined
}

function partOf(token: string, place: number): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[place] ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined // No JSON, so no part of a token.
  }
}

function isSameHash(hex: string, body: Uint8Array): boolean {
  const real = createHash('sha256').update(body).digest()
  return timingSafeEqual(real, Buffer.from(hex, 'hex'))
}
