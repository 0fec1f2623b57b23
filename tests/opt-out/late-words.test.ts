import { expect, test } from 'vitest'
import { consentEventsOf } from '../../electron/db/repos/consent-events.ts'
import { standingSuppressions } from '../../electron/db/repos/suppressions.ts'
import { recordInbound } from '../../electron/services/record-inbound.ts'
import { recordStatus } from '../../electron/services/record-status.ts'
import { foldConsent } from '../../shared/domain/consent.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { ADA, addOffice, LINE, queueText } from '../queue/office.ts'
import { claimNext } from '../queue/one-message.ts'
import { type TestStore, withStore } from '../support/store.ts'

// A text may be heard of late: the provider's book shows it minutes after a webhook told of the next one.

function inOffice(use: (store: TestStore) => Promise<void>): Promise<void> {
  return withStore(async (store) => {
    await addOffice({ store, clock: store.clock, newId: store.newId })
    await use(store)
  })
}

let uuid = 0
function hear(store: TestStore, body: string, saidMsAgo: number) {
  uuid += 1
  const practice = () => ({ name: 'Cedar Clinic', phone: '' })
  const text = { providerUuid: `late-${uuid}`, lineId: LINE, e164: ADA, body, sentAtMs: store.clock.now() - saidMsAgo }
  return recordInbound({ store, clock: store.clock, newId: store.newId, practice }, text)
}

async function careOf({ db }: TestStore): Promise<string> {
  return foldConsent(await consentEventsOf(db, [ADA])).care.state
}

test.each([
  ['a STOP', ['STOP']],
  ['a STOP that was said twice', ['STOP', 'STOP']],
  ['a reply that may mean stop', ['I think you should stop bothering people']],
])('a START that is heard of after %s that came after it takes nothing back', (_, words) =>
  inOffice(async (store) => {
    let saidMsAgo = 3 * MINUTE_MS
    for (const word of words) {
      await hear(store, word, saidMsAgo)
      saidMsAgo -= MINUTE_MS
    }
    const before = await standingSuppressions(store.db, [ADA])
    const care = await careOf(store)
    await hear(store, 'START', saidMsAgo + MINUTE_MS + 1)
    expect(await standingSuppressions(store.db, [ADA])).toEqual(before)
    expect(await careOf(store)).toBe(care)
  }),
)

test('a START takes back no stop that the network still held after it', () =>
  inOffice(async (store) => {
    const id = await queueText({ store, clock: store.clock, newId: store.newId }, ADA)
    const claimed = await claimNext(store, { nowMs: store.clock.now(), inboundFreshAtMs: store.clock.now() })
    expect(claimed).not.toBeNull()
    const event = { providerUuid: 'held', status: 'rejected', atMs: store.clock.now(), clientRef: `${id}.1`, code: '9' }
    await recordStatus({ store, clock: store.clock, newId: store.newId }, event)
    expect(await standingSuppressions(store.db, [ADA])).toHaveLength(1)
    await hear(store, 'START', MINUTE_MS)
    expect(await standingSuppressions(store.db, [ADA])).toHaveLength(1)
    await hear(store, 'START', 0)
    expect(await standingSuppressions(store.db, [ADA])).toEqual([])
  }))
