import type { Database } from 'better-sqlite3'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { StopSource } from '../../../shared/domain/suppression.ts'
import type { DeliveryId, E164, MessageId } from '../../../shared/ids.ts'

/** Something that is on the disk for good: what triggers of the simulator saw in a transaction that was committed. */
export type Fact =
  | { readonly kind: 'delivery'; readonly id: DeliveryId; readonly messageId: MessageId; readonly e164: E164 }
  | { readonly kind: 'move'; readonly id: DeliveryId; readonly from: DeliveryState; readonly to: DeliveryState }
  | { readonly kind: 'attempt'; readonly clientRef: string; readonly id: DeliveryId; readonly isByPerson: boolean }
  | {
      readonly kind: 'suppression'
      readonly id: string
      readonly e164: E164
      readonly source: StopSource
      readonly isLifted: boolean
    }

/** The watching triggers. They and their table are temporary: the product's schema stays as it ships. */
const WATCH = [
  `CREATE TEMP TABLE fact (seq INTEGER PRIMARY KEY, json TEXT NOT NULL)`,
  `CREATE TEMP TRIGGER watch_delivery AFTER INSERT ON main.delivery BEGIN
     INSERT INTO fact (json) VALUES
       (json_object('kind', 'delivery', 'id', NEW.id, 'messageId', NEW.message_id, 'e164', NEW.e164)); END`,
  `CREATE TEMP TRIGGER watch_move AFTER UPDATE OF state ON main.delivery WHEN NEW.state <> OLD.state BEGIN
     INSERT INTO fact (json) VALUES (json_object('kind', 'move', 'id', NEW.id, 'from', OLD.state, 'to', NEW.state)); END`,
  `CREATE TEMP TRIGGER watch_attempt AFTER INSERT ON main.attempt BEGIN
     INSERT INTO fact (json) VALUES (json_object('kind', 'attempt', 'clientRef', NEW.client_ref, 'id', NEW.delivery_id,
       'isByPerson', json(iif(NEW.is_by_person, 'true', 'false')))); END`,
  `CREATE TEMP TRIGGER watch_suppression AFTER INSERT ON main.suppression BEGIN
     INSERT INTO fact (json) VALUES (json_object('kind', 'suppression', 'id', NEW.id, 'e164', NEW.e164,
       'source', NEW.source, 'isLifted', json('false'))); END`,
  `CREATE TEMP TRIGGER watch_lift AFTER UPDATE OF lifted_at_ms ON main.suppression WHEN NEW.lifted_at_ms IS NOT NULL BEGIN
     INSERT INTO fact (json) VALUES (json_object('kind', 'suppression', 'id', NEW.id, 'e164', NEW.e164,
       'source', NEW.source, 'isLifted', json('true'))); END`,
]

/** Begins to watch a store, and returns what tells the facts that were committed since it was asked last. */
export function watchFacts(database: Database): () => readonly Fact[] {
  for (const statement of WATCH) database.exec(statement)
  const read = database.prepare('SELECT json FROM temp.fact ORDER BY seq').pluck()
  const clear = database.prepare('DELETE FROM temp.fact')
  return () => {
    // A transaction that is still open may yet be taken back, and its rows in this table with it.
    if (database.inTransaction) return []
    const facts = read.all() as string[]
    if (facts.length > 0) clear.run()
    return facts.map((json) => JSON.parse(json) as Fact)
  }
}
