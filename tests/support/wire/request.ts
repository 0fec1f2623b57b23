import type { SendRequest } from '../../../electron/provider/port.ts'
import type { VonageAccount } from '../../../electron/provider/vonage.ts'
import type { E164 } from '../../../shared/ids.ts'

/** A text to one person, as the queue hands it over. */
export const textRequest: SendRequest = {
  channel: 'sms',
  attachments: [],
  participants: [],
  to: '+12065550142' as E164,
  from: '+12065550100' as E164,
  text: 'Hi ☕',
  clientRef: '01JDZ0000000000000000000AB.1',
  ttlSec: 3600,
}

/** The account of most tests, at a host. */
export function wireAccount(host: string, change: Partial<VonageAccount> = {}): VonageAccount {
  return { apiHost: () => host, apiKey: 'abcd1234', apiSecret: 'secret', timeoutMs: 10_000, ...change }
}
