import type { DeliveryId, NewId } from '../../shared/ids.ts'
import { remedyOf } from '../../shared/rules/error-codes.ts'
import type { Clock } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { deliveryIdOfClientRef } from '../db/repos/attempts.ts'
import { type Delivery, getDelivery, getDeliveryByProviderUuid } from '../db/repos/deliveries.ts'
import { type Cost, setDeliveryCost } from '../db/repos/delivery-costs.ts'
import { addLookUp } from '../db/repos/look-ups.ts'
import { addStatusEvent, type StatusEvent } from '../db/repos/status-events.ts'
import type { Reader } from '../db/schema.ts'
import { applyStatuses } from '../queue/apply-statuses.ts'
import { optOutNumber } from './opt-out-number.ts'

/** What the service works with. */
export interface RecordStatusParts {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
}

/** A word of the provider, with the price if it told one. */
export interface ReportedStatus extends StatusEvent {
  readonly cost?: Cost | null
}

/**
 * Keeps a word of the provider about a message and moves the delivery it belongs to, in one transaction. Words may come
 * twice, in any order, and before the answer to the request; the outcome is the same. A word about a message that is not
 * ours is kept and changes nothing. Returns the delivery it was about.
 */
export function recordStatus(
  parts: RecordStatusParts,
  { cost = null, ...event }: ReportedStatus,
): Promise<DeliveryId | null> {
  const nowMs = parts.clock.now()
  return parts.store.db.transaction().execute(async (trx) => {
    const isNew = await addStatusEvent(trx, event, nowMs)
    const delivery = await deliveryOf(trx, event)
    if (delivery === null) return null
    if (isNew && delivery.state === 'in_doubt') await addLookUp(trx, delivery.id, { atMs: nowMs, isFound: true })
    await applyStatuses(trx, delivery.id, nowMs)
    if (cost !== null) await setDeliveryCost(trx, delivery.id, cost)
    if (isOptOut(event)) {
      await optOutNumber(trx, parts.newId, {
        e164: delivery.e164,
        source: 'provider',
        words: null,
        inboundId: null,
        staffId: null,
        saidAtMs: event.atMs,
        nowMs,
      })
    }
    return delivery.id
  })
}

/** The client reference names the attempt; only where the provider did not keep it does its own id have to do. */
async function deliveryOf(reader: Reader, event: StatusEvent): Promise<Delivery | null> {
  const id = event.clientRef === null ? null : await deliveryIdOfClientRef(reader, event.clientRef)
  return id === null ? getDeliveryByProviderUuid(reader, event.providerUuid) : getDelivery(reader, id)
}

/** The network keeps a STOP of this number, which may never have reached us. */
function isOptOut(event: StatusEvent): boolean {
  return ['rejected', 'undeliverable'].includes(event.status) && remedyOf(event.code) === 'respect_stop'
}
