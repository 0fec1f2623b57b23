import { type Selectable, sql } from 'kysely'
import { type ConsentEvent, consentEventDigestInput } from '../../../shared/domain/consent.ts'
import type { E164, FormId, FormVersionId, PersonId, StaffId } from '../../../shared/ids.ts'
import { among } from '../among.ts'
import { type ChainVerdict, NO_HASH, sha256Hex, verifyChain } from '../hash-chain.ts'
import type { ConsentEventTable } from '../schema/consent.ts'
import type { Reader, Writer } from '../schema.ts'

/** An event of the ledger with all that the office knows about it. What does not apply is null. */
export interface StoredConsentEvent extends ConsentEvent {
  readonly personId: PersonId | null
  readonly staffId: StaffId | null
  readonly formId: FormId | null
  readonly formVersionId: FormVersionId | null
  /** SHA-256 in hex of the wording that was agreed to. */
  readonly wordingVersion: string | null
  readonly evidenceSha256: string | null
  readonly words: string | null
}

/** An event to be written; what does not apply may be left out. */
export type NewConsentEvent = ConsentEvent & Partial<Pick<StoredConsentEvent, 'personId' | 'formVersionId'>>

const PAGE = 500

/**
 * Writes an event at the end of the ledger, chained to the one before it. Call it inside the transaction of what it
 * belongs to; two writers at once cannot both follow the same event.
 */
export async function appendConsentEvent(writer: Writer, event: NewConsentEvent): Promise<StoredConsentEvent> {
  const stored = complete(event)
  const prevHash = await lastHash(writer)
  await writer
    .insertInto('consent_event')
    .values({
      id: stored.id,
      e164: stored.e164,
      purpose: stored.purpose,
      kind: stored.kind,
      source: stored.source,
      person_id: stored.personId,
      form_id: stored.formId,
      form_version_id: stored.formVersionId,
      wording_sha256: stored.wordingVersion,
      evidence_sha256: stored.evidenceSha256,
      words: stored.words,
      staff_id: stored.staffId,
      at_ms: stored.atMs,
      recorded_at_ms: stored.recordedAtMs,
      prev_hash: prevHash,
      hash: sha256Hex(consentEventDigestInput(stored, prevHash)),
    })
    .execute()
  return stored
}

/** The events of these numbers in the order they were written. */
export async function consentEventsOf(
  reader: Reader,
  numbers: readonly E164[],
): Promise<readonly StoredConsentEvent[]> {
  const rows = await reader
    .selectFrom('consent_event')
    .selectAll()
    .where('e164', 'in', among(numbers))
    .orderBy('seq')
    .execute()
  return rows.map(toConsentEvent)
}

/**
 * The events of these numbers as far as they decide whether a number may be texted: without proof, words and hashes, which
 * would be most of the work for a mass text.
 */
export async function consentFactsOf(reader: Reader, numbers: readonly E164[]): Promise<readonly ConsentEvent[]> {
  return reader
    .selectFrom('consent_event')
    .select(['id', 'e164', 'purpose', 'kind', 'source', 'at_ms as atMs', 'recorded_at_ms as recordedAtMs'])
    .where('e164', 'in', among(numbers))
    .execute()
}

/** Checks the whole ledger against its hashes and names the first row that is not as it was written. */
export async function verifyConsentChain(reader: Reader): Promise<ChainVerdict> {
  return verifyChain((seq) => linksAfter(reader, seq), await highestSeq(reader))
}

async function lastHash(reader: Reader): Promise<string> {
  const last = await reader
    .selectFrom('consent_event')
    .select('hash')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? NO_HASH
}

async function linksAfter(reader: Reader, seq: number) {
  const rows = await reader
    .selectFrom('consent_event')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    prevHash: row.prev_hash,
    hash: row.hash,
    digestInput: (prevHash: string) => consentEventDigestInput(toConsentEvent(row), prevHash),
  }))
}

/** SQLite remembers the highest number it gave to a row, even after the row is gone. */
async function highestSeq(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom(sql<{ seq: number }>`(SELECT seq FROM sqlite_sequence WHERE name = 'consent_event')`.as('given'))
    .select('seq')
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** Writes out what was left out, so that an event has one digest however it was given. */
function complete(event: NewConsentEvent): StoredConsentEvent {
  return {
    id: event.id,
    e164: event.e164,
    purpose: event.purpose,
    kind: event.kind,
    source: event.source,
    atMs: event.atMs,
    recordedAtMs: event.recordedAtMs,
    personId: event.personId ?? null,
    staffId: event.staffId ?? null,
    formId: event.formId ?? null,
    formVersionId: event.formVersionId ?? null,
    wordingVersion: event.wordingVersion ?? null,
    evidenceSha256: event.evidenceSha256 ?? null,
    words: event.words ?? null,
  }
}

function toConsentEvent(row: Selectable<ConsentEventTable>): StoredConsentEvent {
  return {
    id: row.id,
    e164: row.e164,
    purpose: row.purpose,
    kind: row.kind,
    source: row.source,
    atMs: row.at_ms,
    recordedAtMs: row.recorded_at_ms,
    personId: row.person_id,
    staffId: row.staff_id,
    formId: row.form_id,
    formVersionId: row.form_version_id,
    wordingVersion: row.wording_sha256,
    evidenceSha256: row.evidence_sha256,
    words: row.words,
  }
}
