import { afterEach, beforeEach, expect } from 'vitest'
import type { InputOf } from '../../shared/ipc/contract.ts'
import { type TestCore, withCore } from '../support/core.ts'
import { pretendedKeychain } from '../support/keychain.ts'
import { setUpOffice, WIRE_ACCOUNT } from '../support/office-account.ts'
import { freePort, postWebhook, SIGNATURE_SECRET, signWebhook } from '../support/webhooks.ts'
import { startWireCarrier, type WireCarrier } from '../support/wire-carrier.ts'

/** Gives each test of a file a strict carrier and an office whose receiver listens for its webhooks. */
export function webhookOffice() {
  let carrier: WireCarrier
  let port: number
  beforeEach(async () => {
    carrier = await startWireCarrier({ account: WIRE_ACCOUNT, now: () => Date.UTC(2026, 10, 24, 17, 0, 1) })
    port = await freePort()
  })
  afterEach(() => carrier.close())

  const settings = (changes: Partial<InputOf<'receiver.save'>> = {}): InputOf<'receiver.save'> => ({
    isOn: true,
    host: '127.0.0.1',
    port,
    signatureSecret: SIGNATURE_SECRET,
    ...changes,
  })

  const withOffice = (use: (core: TestCore) => Promise<void>): Promise<void> =>
    withCore(use, { providerUrl: carrier.url, keychain: pretendedKeychain() })

  return {
    carrier: () => carrier,
    port: () => port,
    setPort: (next: number) => {
      port = next
    },
    settings,
    withOffice,
    /** A core with an office whose receiver listens; the account hears as `inbound` says. */
    withReceiver: (
      use: (core: TestCore, lineId: string) => Promise<void>,
      inbound: InputOf<'account.save'>['inbound'] = 'reports',
    ) =>
      withOffice(async (core) => {
        const lineId = await setUpOffice(core, { inbound })
        expect(await core.ask('receiver.save', settings())).toMatchObject({ stand: 'listening', hasSecret: true })
        await use(core, lineId)
      }),
    post: (core: TestCore, path: 'status' | 'inbound', body: string, token = signWebhook(body, core.clock)) =>
      postWebhook(`http://127.0.0.1:${port}/webhooks/${path}`, body, token),
  }
}

/** What was turned away so far: each reason with its count. */
export async function refusals(core: TestCore) {
  const { refused } = await core.ask('receiver.get', {})
  return refused.map(({ why, count }) => [why, count])
}
