import { CompiledQuery } from 'kysely'
import type { Writer } from '../schema.ts'
import type { Delivery } from './deliveries.ts'

/** What differs from copy to copy of a mass text. */
export type DeliveryCopy = Pick<
  Delivery,
  'id' | 'personId' | 'e164' | 'body' | 'segments' | 'notBeforeMs' | 'expiresAtMs'
>

/** What all copies of a mass text share. */
export type DeliveryFrame = Pick<Delivery, 'messageId' | 'lineId' | 'lane' | 'state' | 'why' | 'createdAtMs'>

/** How many copies one statement adds at most. */
const MOST_AT_ONCE = 64

/**
 * Adds the copies of a mass text, in the order in which they come. A statement takes some dozens of them, so that there are
 * few texts and each is prepared once; as one JSON value they would have to be read again for every column.
 */
export async function addCopies(writer: Writer, frame: DeliveryFrame, copies: readonly DeliveryCopy[]): Promise<void> {
  for (let done = 0; done < copies.length; done += MOST_AT_ONCE) {
    await addPortion(writer, frame, copies.slice(done, done + MOST_AT_ONCE))
  }
}

async function addPortion(writer: Writer, frame: DeliveryFrame, copies: readonly DeliveryCopy[]): Promise<void> {
  const why = frame.why && JSON.stringify(frame.why)
  const { messageId, lineId, lane, state, createdAtMs } = frame
  const values: unknown[] = [messageId, lineId, lane, state, createdAtMs, why, createdAtMs]
  for (const { id, personId, e164, body, segments, notBeforeMs, expiresAtMs } of copies) {
    values.push(id, personId, e164, body, segments, notBeforeMs, expiresAtMs)
  }
  await writer.executeQuery(CompiledQuery.raw(statementFor(copies.length), values))
}

const statements = new Map<number, string>()

function statementFor(count: number): string {
  const known = statements.get(count)
  if (known !== undefined) return known
  const rows = Array.from({ length: count }, () => '(?, ?, ?, ?, ?, ?, ?)').join(', ')
  const made = `INSERT INTO delivery (message_id, line_id, lane, state, state_at_ms, why, created_at_ms,
      id, person_id, e164, body, segments, not_before_ms, expires_at_ms)
    SELECT ?, ?, ?, ?, ?, ?, ?, column1, column2, column3, column4, column5, column6, column7 FROM (VALUES ${rows})`
  statements.set(count, made)
  return made
}
