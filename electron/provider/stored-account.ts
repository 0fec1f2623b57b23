import { z } from 'zod'
import { readSetting, removeSetting, writeSetting } from '../db/repos/settings.ts'
import type { Reader, Writer } from '../db/schema.ts'
import type { Instant } from '../../shared/time.ts'
import type { VonageAccount } from './vonage.ts'

/** The office's account at the provider, secrets included: it stays between the store and the adapter, and nowhere else. */
export interface StoredAccount {
  readonly apiKey: string
  readonly apiSecret: string
  readonly applicationId: string | null
  /** PEM text. */
  readonly privateKey: string | null
  readonly inbound: 'reports' | 'webhook' | 'none'
  readonly checkedAtMs: Instant | null
}

/** The account as the adapter wants it. */
export function vonageAccountOf(account: StoredAccount, apiHost: string): VonageAccount {
  const { apiKey, apiSecret, applicationId, privateKey } = account
  const application = applicationId !== null && privateKey !== null ? { applicationId, privateKey } : {}
  return { apiHost: () => apiHost, apiKey, apiSecret, ...application }
}

/**
 * Tells whether a STOP may go by unseen: what comes by webhook alone is lost after the provider has tried for a day. Then its
 * opt-out service must keep the blocks. Source: Vonage support 360028543292.
 */
export function needsOptOutAssist({ inbound }: Pick<StoredAccount, 'inbound'>): boolean {
  return inbound !== 'reports'
}

const KEY = 'provider_account'

const stored = z.object({
  apiKey: z.string(),
  apiSecret: z.string(),
  applicationId: z.string().nullable(),
  privateKey: z.string().nullable(),
  inbound: z.enum(['reports', 'webhook', 'none']),
  checkedAtMs: z.number().nullable(),
})

/** Reads the account; null while none is entered. */
export async function readStoredAccount(reader: Reader): Promise<StoredAccount | null> {
  const parsed = stored.safeParse(await readSetting(reader, KEY))
  return parsed.success ? parsed.data : null
}

/** Keeps the account, in the encrypted store alone. */
export async function writeStoredAccount(writer: Writer, account: StoredAccount): Promise<void> {
  await writeSetting(writer, KEY, account)
}

/** Takes the account out of the store; what it held is overwritten there. */
export async function removeStoredAccount(writer: Writer): Promise<void> {
  await removeSetting(writer, KEY)
}
