import type { BroadcastId, DeliveryId, StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { appendAuditEvent } from '../db/repos/audit-events.ts'
import type { Writer } from '../db/schema.ts'

/** Somebody lets a message go over the office's own frequency caps. */
export interface OverCapNote {
  /** The broadcast or the delivery. */
  readonly id: BroadcastId | DeliveryId
  readonly staffId: StaffId
  readonly atMs: Instant
  readonly reason: string
}

/** Writes down who let a message go over the caps, and why; in the transaction of the message itself. */
export async function noteOverCap(writer: Writer, { id, staffId, atMs, reason }: OverCapNote): Promise<void> {
  await appendAuditEvent(writer, { atMs, staffId, action: 'caps.override', subject: id, facts: { reason } })
}
