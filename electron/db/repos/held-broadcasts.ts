import { sql } from 'kysely'
import type { BroadcastId } from '../../../shared/ids.ts'
import type { Reader } from '../schema.ts'
import { isWaiting } from './waiting-conditions.ts'

/** A broadcast that Optdesk itself held back. */
export interface HeldBroadcast {
  readonly id: BroadcastId
  readonly title: string
}

/** The broadcasts that Optdesk held after their first few and of which something still waits, the newest first. */
export function heldByOptdesk(reader: Reader): Promise<readonly HeldBroadcast[]> {
  return reader
    .selectFrom('broadcast')
    .select(['id', 'title'])
    .where('is_paused', '=', 1)
    .where('pause_why', 'is not', null)
    .where('stage', '=', 'planned')
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM delivery INDEXED BY delivery_of_message
        WHERE delivery.message_id = (SELECT id FROM message WHERE broadcast_id = broadcast.id) AND ${isWaiting})`,
    )
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
