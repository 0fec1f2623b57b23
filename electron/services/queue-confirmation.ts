import { laneOf } from '../../shared/domain/lane.ts'
import { measureBody } from '../../shared/domain/message-body.ts'
import { nextLawfulInstant } from '../../shared/domain/texting-hours.ts'
import type { DeliveryId, E164, MessageId, PersonId } from '../../shared/ids.ts'
import { confirmationText } from '../../shared/rules/confirmation-text.ts'
import type { ConfirmedBoxes } from '../../shared/rules/confirmation-text.ts'
import { DAY_MS } from '../../shared/time.ts'
import { addDeliveries } from '../db/repos/deliveries.ts'
import { addMessage } from '../db/repos/messages.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { officeRules } from '../queue/office-rules.ts'
import { zonesOf } from './lawful-slot.ts'

/** Who is told what was agreed to. `zone` is the person's own, where it is known. */
interface Confirmation {
  readonly personId: PersonId
  readonly e164: E164
  readonly zone: string | null
  readonly language: 'en' | 'es'
  readonly boxes: ConfirmedBoxes
}

/** After a week without a network the form is old news; the person then stays "not confirmed", and is asked again. */
const CONFIRMATION_LIFE_MS = 7 * DAY_MS

/**
 * Queues the text that confirms a form, at the person's next lawful hour. Call it inside the form's transaction. False
 * where the clocks of the person's places are never open together, so that nothing may be sent.
 */
export async function queueConfirmation(
  writer: Writer,
  desk: DeskServices,
  confirmation: Confirmation,
): Promise<boolean> {
  const { personId, e164, language, boxes } = confirmation
  const nowMs = desk.clock.now()
  const messageId = desk.newId() as MessageId
  const { rules } = await officeRules(writer, nowMs)
  const lawful = nextLawfulInstant({
    at: nowMs,
    zones: zonesOf(confirmation),
    purpose: 'care',
    emergency: false,
    rules,
  })
  if (!lawful) return false
  const body = confirmationText(desk.practice().name, language, boxes)
  await addMessage(writer, {
    id: messageId,
    onceKey: null,
    kind: 'confirmation',
    purpose: 'service',
    emergencyReason: null,
    broadcastId: null,
    staffId: desk.staffId(),
    createdAtMs: nowMs,
  })
  await addDeliveries(writer, [
    {
      id: desk.newId() as DeliveryId,
      messageId,
      personId,
      e164,
      lineId: desk.lineId,
      lane: laneOf('confirmation'),
      body,
      segments: measureBody(body).segments,
      state: 'queued',
      notBeforeMs: lawful.at,
      expiresAtMs: lawful.at + CONFIRMATION_LIFE_MS,
      createdAtMs: nowMs,
    },
  ])
  return true
}
