import type { DeliveryId, StaffId } from '../../shared/ids.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { assertNever } from '../../shared/result.ts'
import { type Clock, HOUR_MS } from '../../shared/time.ts'
import type { Store } from '../db/open.ts'
import { type Delivery, getDelivery, type Move } from '../db/repos/deliveries.ts'
import { kindOfMessage } from '../db/repos/messages.ts'
import { transition } from '../queue/transition.ts'

/** A person's word on a delivery whose outcome nobody knows. */
export interface Settlement {
  readonly id: DeliveryId
  /** `send_again` may make a double; it is the only way by which a second request for a delivery ever leaves. */
  readonly decision: 'arrived' | 'leave' | 'send_again'
  readonly staffId: StaffId
}

/** How long a message has to leave that a person sends again after its time. */
const AGAIN_WITHIN_MS = HOUR_MS

/**
 * Errors: `not_found`; `delivery_not_waiting` when nothing about it is unknown; `confirmation_over` for the confirmation of
 * a stop, which may go once and within five minutes. Source: 47 CFR 64.1200(a)(12).
 */
export type SettleError =
  | { readonly code: 'not_found'; readonly what: string }
  | { readonly code: 'delivery_not_waiting'; readonly state: string }
  | { readonly code: 'confirmation_over' }

/** Ends the doubt about a delivery by what a person knows or decides. Who decided is kept with it. */
export function settleDelivery(
  parts: { readonly store: Store; readonly clock: Clock },
  settlement: Settlement,
): Promise<Result<Delivery, SettleError>> {
  const nowMs = parts.clock.now()
  const { id, staffId } = settlement
  return parts.store.db.transaction().execute(async (trx) => {
    const delivery = await getDelivery(trx, id)
    if (delivery === null) return err({ code: 'not_found', what: 'delivery' })
    if (delivery.state !== 'in_doubt' && delivery.state !== 'needs_person') {
      return err({ code: 'delivery_not_waiting', state: delivery.state })
    }
    if (settlement.decision === 'send_again' && (await kindOfMessage(trx, delivery.messageId)) === 'opt_out_reply') {
      return err({ code: 'confirmation_over' })
    }
    const asked = { which: { id }, by: 'user', atMs: nowMs, why: { code: 'asked', staffId } } as const
    await transition(trx, { ...asked, from: ['in_doubt'], to: 'needs_person' })
    await transition(trx, { which: { id }, by: 'user', atMs: nowMs, ...decisionOf(settlement, delivery, nowMs) })
    return ok((await getDelivery(trx, id)) ?? delivery)
  })
}

function decisionOf(
  { decision, staffId }: Settlement,
  delivery: Delivery,
  nowMs: number,
): Pick<Move, 'from' | 'to' | 'why' | 'changes'> {
  switch (decision) {
    case 'arrived':
    case 'leave':
      return { from: ['needs_person'], to: 'closed', why: { code: decision === 'leave' ? 'left' : 'arrived', staffId } }
    case 'send_again': {
      const expiresAtMs = Math.max(delivery.expiresAtMs, nowMs + AGAIN_WITHIN_MS)
      return {
        from: ['needs_person'],
        to: 'queued',
        why: { code: 'send_again', staffId },
        changes: { retryAtMs: 0, expiresAtMs },
      }
    }
    default:
      return assertNever(decision)
  }
}
