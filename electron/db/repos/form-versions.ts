import type { Selectable } from 'kysely'
import type { Purpose } from '../../../shared/domain/consent.ts'
import type { FormVersion } from '../../../shared/domain/opt-in-form.ts'
import type { FormVersionId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { FormVersionTable } from '../schema/consent.ts'
import type { Reader, Writer } from '../schema.ts'

/** One edition of the opt-in sheet, as it was printed. It never changes. */
export interface StoredFormVersion {
  readonly id: FormVersionId
  readonly code: string
  readonly language: 'en' | 'es'
  /** All that a person agrees to, as one text, and its SHA-256 in hex. */
  readonly wording: string
  readonly wordingSha256: string
  /** The sentence beside each box. */
  readonly sentences: Readonly<Record<Purpose, string>>
  readonly createdAtMs: Instant
  /** The sheet as it is printed; null in versions that were kept before sheets were. */
  readonly sheet: FormVersion | null
}

/** Keeps an edition. The same wording is kept once; the answer is the one that is kept. */
export async function addFormVersion(writer: Writer, version: StoredFormVersion): Promise<StoredFormVersion> {
  await writer
    .insertInto('form_version')
    .values({
      id: version.id,
      code: version.code,
      language: version.language,
      wording: version.wording,
      wording_sha256: version.wordingSha256,
      sentences: JSON.stringify(version.sentences),
      created_at_ms: version.createdAtMs,
      sheet: version.sheet && JSON.stringify(version.sheet),
    })
    .onConflict((conflict) => conflict.column('wording_sha256').doNothing())
    .execute()
  return formVersionOfWording(writer, version.wordingSha256)
}

/** One edition, or null. */
export async function getFormVersion(reader: Reader, id: FormVersionId): Promise<StoredFormVersion | null> {
  const row = await reader.selectFrom('form_version').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toFormVersion(row) : null
}

/** Every edition, the newest first. */
export async function listFormVersions(reader: Reader): Promise<readonly StoredFormVersion[]> {
  const rows = await reader
    .selectFrom('form_version')
    .selectAll()
    .orderBy('created_at_ms', 'desc')
    .orderBy('code')
    .execute()
  return rows.map(toFormVersion)
}

async function formVersionOfWording(reader: Reader, wordingSha256: string): Promise<StoredFormVersion> {
  const row = await reader
    .selectFrom('form_version')
    .selectAll()
    .where('wording_sha256', '=', wordingSha256)
    .executeTakeFirstOrThrow()
  return toFormVersion(row)
}

function toFormVersion(row: Selectable<FormVersionTable>): StoredFormVersion {
  return {
    id: row.id,
    code: row.code,
    language: row.language,
    wording: row.wording,
    wordingSha256: row.wording_sha256,
    sentences: JSON.parse(row.sentences) as Readonly<Record<Purpose, string>>,
    createdAtMs: row.created_at_ms,
    // Written by addFormVersion alone, always whole.
    sheet: row.sheet === null ? null : (JSON.parse(row.sheet) as FormVersion),
  }
}
