import { appendConsentEvent, type NewConsentEvent } from '../../electron/db/repos/consent-events.ts'
import type { ConsentEventId, E164 } from '../../shared/ids.ts'
import type { TestStore } from './store.ts'

/** What a spoken consent to care texts would write into the ledger, with what the test says differently. */
function someConsentEvent(store: TestStore, some: Partial<NewConsentEvent> = {}): NewConsentEvent {
  return {
    id: store.newId() as ConsentEventId,
    e164: '+12065550142' as E164,
    purpose: 'care',
    kind: 'granted',
    source: 'spoken',
    atMs: store.clock.now(),
    recordedAtMs: store.clock.now(),
    ...some,
  }
}

/** Writes such an event into the ledger. */
export async function addSomeConsentEvent(store: TestStore, some: Partial<NewConsentEvent> = {}): Promise<void> {
  await store.db.transaction().execute((trx) => appendConsentEvent(trx, someConsentEvent(store, some)))
}
