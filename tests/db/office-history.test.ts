import { expect, test } from 'vitest'
import { officeHistory } from '../../electron/db/repos/broadcast-counts.ts'
import { addSuppression } from '../../electron/db/repos/suppressions.ts'
import type { E164, SuppressionId } from '../../shared/ids.ts'
import { withStore } from '../support/store.ts'

const ADA = '+12065550142' as E164
const BEN = '+12065550143' as E164

test('a number that stopped several times counts once in what is usual here', () =>
  withStore(async (store) => {
    const stop = (e164: E164, scope: 'care' | 'marketing' | 'everything', source: 'inbound_text' | 'by_phone') =>
      addSuppression(store.db, {
        id: store.newId() as SuppressionId,
        e164,
        source,
        scope,
        words: 'STOP',
        evidenceSha256: null,
        inboundId: null,
        staffId: null,
        atMs: 10,
        recordedAtMs: 10,
      })
    await stop(ADA, 'marketing', 'inbound_text')
    await stop(ADA, 'care', 'inbound_text')
    await stop(BEN, 'everything', 'inbound_text')
    await stop(BEN, 'everything', 'by_phone')
    expect(await officeHistory(store.db, 1)).toEqual({ ended: 0, failed: 0, optedOut: 2 })
    expect((await officeHistory(store.db, 11)).optedOut).toBe(0)
  }))
