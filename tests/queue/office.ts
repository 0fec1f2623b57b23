import type { Store } from '../../electron/db/open.ts'
import { appendConsentEvent } from '../../electron/db/repos/consent-events.ts'
import { addDeliveries, type NewDelivery } from '../../electron/db/repos/deliveries.ts'
import { addLine } from '../../electron/db/repos/lines.ts'
import { addMessage, type Message } from '../../electron/db/repos/messages.ts'
import type { ConsentEventId, DeliveryId, E164, LineId, MessageId, NewId } from '../../shared/ids.ts'
import { type Clock, HOUR_MS } from '../../shared/time.ts'

export const OFFICE = '+12065550100' as E164
export const ADA = '+12065550142' as E164
export const BEN = '+12065550143' as E164
export const LINE = '01JDLINE00000000000000000A' as LineId

/** What makes rows for a test. */
export interface Maker {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
}

/** Adds the office's line, and the care consent of Ada and Ben. */
export async function addOffice(maker: Maker, ratePerMin = 6000): Promise<void> {
  const nowMs = maker.clock.now()
  await addLine(maker.store.db, { id: LINE, e164: OFFICE, class: '10dlc', ratePerMin, createdAtMs: nowMs })
  for (const e164 of [ADA, BEN]) await agree(maker, e164)
}

/** Lets a number agree to care texts. */
export async function agree({ store, clock, newId }: Maker, e164: E164): Promise<void> {
  const atMs = clock.now()
  await appendConsentEvent(store.db, {
    id: newId() as ConsentEventId,
    e164,
    purpose: 'care',
    kind: 'granted',
    source: 'spoken',
    atMs,
    recordedAtMs: atMs,
  })
}

/** Queues one message for a number. */
export async function queueText(
  { store, clock, newId }: Maker,
  e164: E164,
  change: Partial<Pick<NewDelivery, 'body' | 'notBeforeMs' | 'expiresAtMs' | 'state'>> &
    Partial<Pick<Message, 'purpose'>> = {},
): Promise<DeliveryId> {
  const nowMs = clock.now()
  const messageId = newId() as MessageId
  const id = newId() as DeliveryId
  const { purpose = 'care', ...delivery } = change
  await addMessage(store.db, {
    id: messageId,
    onceKey: null,
    kind: 'one',
    purpose,
    emergencyReason: null,
    broadcastId: null,
    staffId: null,
    createdAtMs: nowMs,
  })
  await addDeliveries(store.db, [
    {
      id,
      messageId,
      personId: null,
      e164,
      lineId: LINE,
      lane: 1,
      body: 'The office opens at 10 today.',
      segments: 1,
      state: 'queued',
      notBeforeMs: nowMs,
      expiresAtMs: nowMs + 24 * HOUR_MS,
      createdAtMs: nowMs,
      ...delivery,
    },
  ])
  return id
}
