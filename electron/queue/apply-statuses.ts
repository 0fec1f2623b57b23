import { type DeliveryState, mayMove, readReportedState, statusRank } from '../../shared/domain/delivery.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { type Delivery, getDelivery, getDeliveryByProviderUuid } from '../db/repos/deliveries.ts'
import { type StatusEvent, statusEventsOfDelivery } from '../db/repos/status-events.ts'
import type { Writer } from '../db/schema.ts'
import { transition } from './transition.ts'

/** How far the provider brought a delivery, and the word that says so. */
interface Reached {
  readonly state: DeliveryState
  readonly event: StatusEvent
}

/**
 * Moves a delivery as far as all that the provider said about it. Every word is read again each time, so the order in
 * which they came does not matter, and one that comes twice changes nothing.
 */
export async function applyStatuses(writer: Writer, id: DeliveryId, nowMs: Instant): Promise<void> {
  const delivery = await getDelivery(writer, id)
  if (delivery === null) return
  const reached = furthestOf((await statusEventsOfDelivery(writer, id)).filter((event) => counts(event, delivery)))
  if (reached === null) return
  if (isWaitingAgain(delivery) && reached.state === 'delivered') return callOff(writer, delivery, nowMs)
  if (!mayMove(delivery.state, reached.state, 'webhook')) return
  const { providerUuid, code } = reached.event
  const isUuidOurs = delivery.providerUuid === null && (await getDeliveryByProviderUuid(writer, providerUuid)) === null
  await transition(writer, {
    which: { id },
    from: [delivery.state],
    to: reached.state,
    by: 'webhook',
    atMs: nowMs,
    why: code === null ? null : { code: 'provider_says', providerCode: code },
    changes: isUuidOurs ? { providerUuid } : {},
  })
}

/** A person asked for it to be sent again, and it has not left yet. */
function isWaitingAgain({ state, why }: Delivery): boolean {
  return state === 'queued' && why?.code === 'send_again'
}

/** The first one arrived after all: sending it again would make a double, so that it does not leave. */
async function callOff(writer: Writer, { id }: Delivery, nowMs: Instant): Promise<void> {
  await transition(writer, {
    which: { id },
    from: ['queued'],
    to: 'cancelled',
    by: 'webhook',
    atMs: nowMs,
    why: { code: 'arrived' },
  })
}

/** After "send again" the news of the earlier attempt counts only if it is good: then the person has the message. */
function counts(event: StatusEvent, delivery: Delivery): boolean {
  const isOfLastAttempt = event.clientRef === null || event.clientRef === `${delivery.id}.${delivery.attempts}`
  return isOfLastAttempt || readReportedState(event.status) === 'delivered'
}

/** A word that is not known is still proof that the provider has the message. */
function furthestOf(events: readonly StatusEvent[]): Reached | null {
  let furthest: Reached | null = null
  for (const event of events) {
    const state = readReportedState(event.status) ?? 'accepted'
    if (furthest === null || statusRank(state) > statusRank(furthest.state)) furthest = { state, event }
  }
  return furthest
}
