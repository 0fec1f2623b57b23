import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** How hard a guess is: `N` rounds of memory (128 * N * r bytes), block size `r`, parallel lanes `p`. */
const scryptParams = z.strictObject({
  N: z
    .number()
    .int()
    .min(1024)
    .max(2 ** 20),
  r: z.number().int().min(1).max(32),
  p: z.number().int().min(1).max(16),
})
type ScryptParams = z.output<typeof scryptParams>

/** The store's key, sealed with something a person knows. Bytes are base64. */
export const secretWrap = z.strictObject({
  by: z.enum(['passphrase', 'recovery']),
  salt: z.base64(),
  params: scryptParams,
  sealed: z.base64(),
})
export type SecretWrap = z.output<typeof secretWrap>

/**
 * What one guess costs. People choose passphrases that can be guessed; a recovery code has 150 random bits.
 * Source: OWASP Password Storage Cheat Sheet, scrypt.
 */
const COST: Readonly<Record<SecretWrap['by'], ScryptParams>> = {
  passphrase: { N: 2 ** 17, r: 8, p: 1 },
  recovery: { N: 2 ** 14, r: 8, p: 1 },
}

const NONCE_LENGTH = 12
const TAG_LENGTH = 16

/** Seals a key with a secret. */
export async function wrapWithSecret(by: SecretWrap['by'], secret: string, key: Uint8Array): Promise<SecretWrap> {
  const salt = randomBytes(16)
  const params = COST[by]
  const nonce = randomBytes(NONCE_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, params), nonce).setAAD(Buffer.from(by))
  const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { by, salt: salt.toString('base64'), params, sealed: sealed.toString('base64') }
}

/** Opens a sealed key; null when the secret is another one. */
export async function unwrapWithSecret(wrap: SecretWrap, secret: string): Promise<Uint8Array | null> {
  const sealed = Buffer.from(wrap.sealed, 'base64')
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) return null
  const wrappingKey = await derive(secret, Buffer.from(wrap.salt, 'base64'), wrap.params)
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, sealed.subarray(0, NONCE_LENGTH))
    .setAAD(Buffer.from(wrap.by))
    .setAuthTag(sealed.subarray(-TAG_LENGTH))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()])
  } catch {
    // The only thing `final` throws for is a tag that does not fit: another secret, or a damaged file.
    return null
  }
}

/** The same letters typed on another keyboard may arrive composed differently. */
function derive(secret: string, salt: Uint8Array, params: ScryptParams): Promise<Buffer> {
  const maxmem = 256 * params.N * params.r
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { ...params, maxmem }, (error, derived) => {
      if (error) reject(error)
      else resolve(derived)
    })
  })
}
