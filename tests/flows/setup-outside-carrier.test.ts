import { describe, expect, it } from 'vitest'
import { withCore } from '../support/core.ts'
import { startWireCarrier } from '../support/wire-carrier.ts'

describe('an outside carrier', () => {
  it('takes the place of the practice carrier, under the practice account', async () => {
    const carrier = await startWireCarrier()
    try {
      await withCore(
        async (core) => {
          expect(await core.call('carrier.get', {})).toEqual({ ok: false, error: { code: 'practice_only' } })
          const { deliveryId } = await core.ask('messages.send', {
            e164: '+12065550112',
            personId: null,
            purpose: 'care',
            emergencyReason: null,
            body: 'See you tomorrow.',
            whenMs: null,
            onceKey: 'one-press-of-a-button',
          })
          await core.until('deliveries.get', { id: deliveryId }, ({ attempts }) => attempts[0]?.outcome === 'ACCEPTED')
          expect(carrier.accepted).toMatchObject([{ to: '12065550112', from: '12065550100' }])
        },
        { providerUrl: carrier.url },
      )
    } finally {
      await carrier.close()
    }
  })
})
