import { sql } from 'kysely'
import { canonicalJson, type Json } from '../../../shared/domain/canonical-json.ts'
import type { StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { type ChainVerdict, NO_HASH, sha256Hex, verifyChain } from '../hash-chain.ts'
import type { Reader, Writer } from '../schema.ts'

/** Who did what to what. `facts` never holds a name, a number's owner or the words of a message. */
export interface AuditEvent {
  readonly atMs: Instant
  /** Null for what Optdesk does by itself. */
  readonly staffId: StaffId | null
  /** The name of the method or of the event. */
  readonly action: string
  /** The id of what it was done to. */
  readonly subject: string | null
  readonly facts: { readonly [name: string]: Json }
}

const PAGE = 500

/** Writes an event at the end of the ledger, chained to the one before it; inside the transaction of what it tells. */
export async function appendAuditEvent(writer: Writer, event: AuditEvent): Promise<void> {
  const prevHash = await lastHash(writer)
  await writer
    .insertInto('audit_event')
    .values({
      at_ms: event.atMs,
      staff_id: event.staffId,
      action: event.action,
      subject: event.subject,
      facts: canonicalJson(event.facts),
      prev_hash: prevHash,
      hash: sha256Hex(digestInput(event, prevHash)),
    })
    .execute()
}

/** The latest events, the newest first. */
export async function latestAuditEvents(reader: Reader, limit: number): Promise<readonly AuditEvent[]> {
  const rows = await reader.selectFrom('audit_event').selectAll().orderBy('seq', 'desc').limit(limit).execute()
  return rows.map(toAuditEvent)
}

/** Checks the whole ledger against its hashes and names the first row that is not as it was written. */
export async function verifyAuditChain(reader: Reader): Promise<ChainVerdict> {
  return verifyChain((seq) => linksAfter(reader, seq), await highestSeq(reader))
}

async function lastHash(reader: Reader): Promise<string> {
  const last = await reader.selectFrom('audit_event').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last?.hash ?? NO_HASH
}

async function linksAfter(reader: Reader, seq: number) {
  const rows = await reader
    .selectFrom('audit_event')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    prevHash: row.prev_hash,
    hash: row.hash,
    digestInput: (prevHash: string) => digestInput(toAuditEvent(row), prevHash),
  }))
}

/** SQLite remembers the highest number it gave to a row, even after the row is gone. */
async function highestSeq(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom(sql<{ seq: number }>`(SELECT seq FROM sqlite_sequence WHERE name = 'audit_event')`.as('given'))
    .select('seq')
    .executeTakeFirst()
  return row?.seq ?? 0
}

function digestInput(event: AuditEvent, prevHash: string): string {
  return canonicalJson({ event: { ...event }, prevHash })
}

interface AuditRow {
  readonly at_ms: Instant
  readonly staff_id: StaffId | null
  readonly action: string
  readonly subject: string | null
  readonly facts: string
}

function toAuditEvent(row: AuditRow): AuditEvent {
  return {
    atMs: row.at_ms,
    staffId: row.staff_id,
    action: row.action,
    subject: row.subject,
    facts: JSON.parse(row.facts) as AuditEvent['facts'],
  }
}
