import { createPublicKey, verify } from 'node:crypto'
import { signOnce } from './vonage.ts'
import type { VonageAccount } from './vonage.ts'

/**
 * Signs a token as a message would be signed, and checks it with the public half of the key. Nothing leaves this computer.
 * `none` where the account has no application. Whether the provider knows the key only a message can show.
 */
export async function testSigning(account: VonageAccount): Promise<'ok' | 'none' | 'broken'> {
  const { applicationId, privateKey } = account
  if (applicationId === undefined || privateKey === undefined) return 'none'
  const token = await signOnce(account)
  if (token === null) return 'broken'
  const [head = '', payload = '', signature = ''] = token.split('.')
  const signed = Buffer.from(`${head}.${payload}`)
  const isOurs = verify('RSA-SHA256', signed, createPublicKey(privateKey), Buffer.from(signature, 'base64url'))
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Readonly<Record<string, unknown>>
  return isOurs && claims['application_id'] === applicationId ? 'ok' : 'broken'
}
