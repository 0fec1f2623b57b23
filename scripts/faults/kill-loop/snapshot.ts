import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openCipherDatabaseReadonly } from '../../../electron/db/cipher-database.ts'
import type { DeliveryState } from '../../../shared/domain/delivery.ts'
import type { MessageKind } from '../../../shared/domain/lane.ts'

/** A delivery as it stood on the disk. */
export interface StoredDelivery {
  readonly id: string
  readonly e164: string
  readonly state: DeliveryState
  readonly whyCode: string | null
  readonly kind: MessageKind
  readonly broadcastId: string | null
  readonly onceKey: string | null
  /** When its last attempt was begun, by the core's clock; null when there was none. */
  readonly lastStartedAtMs: number | null
}

/** What the disk held at one moment, with SQLite's own word on whether the file is whole. */
export interface Snapshot {
  readonly integrity: string
  readonly deliveries: ReadonlyMap<string, StoredDelivery>
  readonly clientRefs: ReadonlySet<string>
  readonly suppressed: ReadonlySet<string>
}

const DELIVERIES = `
  SELECT d.id, d.e164, d.state, d.why ->> 'code' AS whyCode, m.kind, m.broadcast_id AS broadcastId,
    coalesce(m.once_key, b.once_key) AS onceKey, max(a.started_at_ms) AS lastStartedAtMs
  FROM delivery d JOIN message m ON m.id = d.message_id LEFT JOIN broadcast b ON b.id = m.broadcast_id
    LEFT JOIN attempt a ON a.delivery_id = d.id
  GROUP BY d.id`

/** Copies the files of a store that nobody has open, its log included. What the next start recovers stays as it is. */
export async function copyStore(storePath: string, dir: string): Promise<string> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  const copy = join(dir, 'desk.db')
  await copyFile(storePath, copy)
  await copyFile(`${storePath}-wal`, `${copy}-wal`).catch(unlessMissing)
  return copy
}

/** Reads a copied store: SQLite recovers it from its log as it would at a start. */
export function readSnapshot(path: string, key: Uint8Array): Snapshot {
  const database = openCipherDatabaseReadonly({ path, key })
  try {
    const rows = database.prepare<[], StoredDelivery>(DELIVERIES).all()
    const refs = database.prepare<[], string>('SELECT client_ref FROM attempt').pluck().all()
    const numbers = database
      .prepare<[], string>(`SELECT e164 FROM suppression WHERE lifted_at_ms IS NULL AND source <> 'maybe_stop'`)
      .pluck()
      .all()
    return {
      integrity: String(database.pragma('integrity_check(1)', { simple: true })),
      deliveries: new Map(rows.map((row) => [row.id, row])),
      clientRefs: new Set(refs),
      suppressed: new Set(numbers),
    }
  } finally {
    database.close()
  }
}

function unlessMissing(cause: unknown): void {
  // A core that ended well has folded its log into the file.
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
}
