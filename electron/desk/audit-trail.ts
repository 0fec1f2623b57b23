import type { StaffId } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import { appendAuditEvent } from '../db/repos/audit-events.ts'
import type { AuditEvent } from '../db/repos/audit-events.ts'
import type { Store } from '../db/open.ts'

/** What was done, to which row, with counts alone. */
export type AuditEntry = Pick<AuditEvent, 'action' | 'subject' | 'facts'>

/** Writes down who did what. */
export interface AuditTrail {
  note(entry: AuditEntry): Promise<void>
}

interface TrailParts {
  readonly store: Store
  readonly clock: Clock
  readonly staffId: () => StaffId
  readonly reportTrouble: (cause: unknown) => void
}

/**
 * Makes the audit trail of a desk. What it tells of is done by then, so that it never fails: an entry that a full disk
 * refuses is kept in memory and written with the next one.
 */
export function createAuditTrail({ store, clock, staffId, reportTrouble }: TrailParts): AuditTrail {
  const owed: AuditEvent[] = []
  let writing = Promise.resolve()

  /** One after the other, so that no entry is written twice. */
  function note(entry: AuditEntry): Promise<void> {
    owed.push({ ...entry, atMs: clock.now(), staffId: staffId() })
    writing = writing.then(writeOwed)
    return writing
  }

  async function writeOwed(): Promise<void> {
    const events = [...owed]
    try {
      await store.db.transaction().execute(async (writer) => {
        for (const event of events) await appendAuditEvent(writer, event)
      })
      owed.splice(0, events.length)
    } catch (cause) {
      reportTrouble(cause)
    }
  }

  return { note }
}
