import { sql } from 'kysely'
import type { Writer } from '../schema.ts'
import type { Delivery } from './deliveries.ts'

/** What differs from copy to copy of a mass text. */
export type DeliveryCopy = Pick<
  Delivery,
  'id' | 'personId' | 'e164' | 'body' | 'segments' | 'notBeforeMs' | 'expiresAtMs'
>

/** What all copies of a mass text share. */
export type DeliveryFrame = Pick<Delivery, 'messageId' | 'lineId' | 'lane' | 'state' | 'why' | 'createdAtMs'>

/**
 * Adds the copies of a mass text. They travel as one JSON value, so that the statement has the same text for every
 * number of rows and is prepared once; keep it to a few hundred at a time.
 */
export async function addCopies(writer: Writer, frame: DeliveryFrame, copies: readonly DeliveryCopy[]): Promise<void> {
  const rows = copies.map((copy) => [
    copy.id,
    copy.personId,
    copy.e164,
    copy.body,
    copy.segments,
    copy.notBeforeMs,
    copy.expiresAtMs,
  ])
  const why = frame.why && JSON.stringify(frame.why)
  await sql`INSERT INTO delivery (id, message_id, person_id, e164, line_id, lane, body, segments, state, state_at_ms, why,
      not_before_ms, expires_at_ms, created_at_ms)
    SELECT value ->> 0, ${frame.messageId}, value ->> 1, value ->> 2, ${frame.lineId}, ${frame.lane}, value ->> 3,
      value ->> 4, ${frame.state}, ${frame.createdAtMs}, ${why}, value ->> 5, value ->> 6, ${frame.createdAtMs}
    FROM json_each(${JSON.stringify(rows)})`.execute(writer)
}
