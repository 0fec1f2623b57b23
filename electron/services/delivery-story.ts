import { displayName } from '../../shared/domain/person-name.ts'
import { formatPhone } from '../../shared/domain/phone.ts'
import type { DeliveryId, E164 } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { attemptsOf } from '../db/repos/attempts.ts'
import { countDeliveriesInStates, findShownDelivery, shownDeliveriesInStates } from '../db/repos/delivery-rows.ts'
import type { ShownDelivery } from '../db/repos/delivery-rows.ts'
import { lookUpsOf } from '../db/repos/look-ups.ts'
import { statusEventsOfDelivery } from '../db/repos/status-events.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { transition } from '../queue/transition.ts'
import { settleDelivery } from './settle-delivery.ts'

type DeliveryRow = OutputOf<'deliveries.cancel'>

/** A name as it is shown; of a number that belongs to nobody in the store, the number. */
export function shownName(
  name: { readonly givenName: string | null; readonly familyName: string | null },
  e164: E164,
): string {
  return displayName({ givenName: name.givenName ?? '', familyName: name.familyName ?? '' }) || formatPhone(e164)
}

/** A delivery as the window lists it. */
export function showDelivery(delivery: ShownDelivery): DeliveryRow {
  const { givenName, familyName, createdAtMs: _, staffName: __, messageId: ___, mediaTrouble, why, ...shown } = delivery
  return {
    ...shown,
    why: mediaTrouble && why?.code === 'media' ? { ...why, trouble: mediaTrouble } : why,
    displayName: shownName({ givenName, familyName }, delivery.e164),
  }
}

/** The deliveries in some states, those that changed last first; `total` counts all of them. */
export async function listDeliveries(
  desk: DeskServices,
  { states, limit }: ParsedInputOf<'queue.list'>,
): Promise<OutputOf<'queue.list'>> {
  const { db } = desk.store
  const deliveries = await shownDeliveriesInStates(db, states, limit)
  return { deliveries: deliveries.map(showDelivery), total: await countDeliveriesInStates(db, states) }
}

/** One delivery with every request that was made for it and all that was heard of it. Error: `not_found`. */
export async function deliveryStory(
  desk: DeskServices,
  id: string,
): Promise<Result<OutputOf<'deliveries.get'>, AppError>> {
  const { db } = desk.store
  const found = await findShownDelivery(db, id as DeliveryId)
  if (found === null) return err({ code: 'not_found', what: 'delivery' })
  const attempts = (await attemptsOf(db, id as DeliveryId)).map(
    ({ n, clientRef, startedAtMs, finishedAtMs, outcome, httpStatus, code }) => {
      return { n, clientRef, startedAtMs, finishedAtMs, outcome, httpStatus, code }
    },
  )
  return ok({
    ...showDelivery(found),
    staffName: found.staffName,
    attempts,
    events: [...(await statusEventsOfDelivery(db, id as DeliveryId))],
    lookUps: [...(await lookUpsOf(db, id as DeliveryId))],
  })
}

/** Takes one message back that has not left. Errors: `not_found`; `delivery_not_waiting` when it is too late. */
export async function cancelDelivery(desk: DeskServices, id: string): Promise<Result<DeliveryRow, AppError>> {
  const moved = await transition(desk.store.db, {
    which: { id: id as DeliveryId },
    from: ['held', 'queued'],
    to: 'cancelled',
    by: 'user',
    atMs: desk.clock.now(),
    why: { code: 'cancelled', staffId: desk.staffId() },
  })
  const row = await deliveryRow(desk, id as DeliveryId)
  if (!row.ok || moved.length > 0) return row
  return err({ code: 'delivery_not_waiting', state: row.value.state })
}

/** Ends the doubt about a delivery by a person's word. Errors: `not_found`, `delivery_not_waiting`. */
export async function settleByPerson(
  desk: DeskServices,
  { id, decision }: ParsedInputOf<'deliveries.settle'>,
): Promise<Result<DeliveryRow, AppError>> {
  const settled = await settleDelivery(desk, { id: id as DeliveryId, decision, staffId: desk.staffId() })
  if (!settled.ok) return settled
  desk.sendingDesk?.wake()
  return deliveryRow(desk, id as DeliveryId)
}

async function deliveryRow(desk: DeskServices, id: DeliveryId): Promise<Result<DeliveryRow, AppError>> {
  const found = await findShownDelivery(desk.store.db, id)
  return found ? ok(showDelivery(found)) : err({ code: 'not_found', what: 'delivery' })
}
