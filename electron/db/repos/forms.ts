import type { Selectable } from 'kysely'
import type { Purpose } from '../../../shared/domain/consent.ts'
import type { E164, FormId, FormVersionId, PersonId, StaffId } from '../../../shared/ids.ts'
import type { Instant, IsoDay } from '../../../shared/time.ts'
import type { FormTable } from '../schema/consent.ts'
import type { Reader, Writer } from '../schema.ts'

/** Which boxes are ticked, as a person read them. */
export type Agreed = Readonly<Record<Purpose, boolean>>

/** A scanned sheet: one page of one original. */
export interface Form {
  readonly id: FormId
  /** SHA-256 of the original's bytes, in hex: its name in the blob store. */
  readonly originalSha256: string
  /** 1-based */
  readonly pageNo: number
  readonly pageCount: number
  /** The file's name as it came in. */
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly state: 'to_check' | 'accepted' | 'set_aside'
  readonly setAsideReason: string | null
  readonly setAsideNote: string | null
  /** What a person read from the sheet; null unless it is accepted. */
  readonly decision: FormDecision | null
  readonly decidedBy: StaffId | null
  readonly decidedAtMs: Instant | null
  readonly addedBy: StaffId
  readonly addedAtMs: Instant
}

/** What a person read from a sheet. */
export interface FormDecision {
  readonly personId: PersonId
  readonly e164: E164
  readonly formVersionId: FormVersionId
  readonly agreed: Agreed
  readonly signedOn: IsoDay
}

/** A sheet as it comes in, to be checked. */
export type NewForm = Pick<
  Form,
  'id' | 'originalSha256' | 'pageNo' | 'pageCount' | 'name' | 'mediaType' | 'sizeBytes' | 'addedBy' | 'addedAtMs'
>

/** Who decided, and when. */
export interface DecidedBy {
  readonly staffId: StaffId
  readonly atMs: Instant
}

/** Adds a sheet to be checked. Throws when the same page of the same original is there already. */
export async function addForm(writer: Writer, form: NewForm): Promise<void> {
  await writer
    .insertInto('form')
    .values({
      id: form.id,
      original_sha256: form.originalSha256,
      page_no: form.pageNo,
      page_count: form.pageCount,
      name: form.name,
      media_type: form.mediaType,
      size_bytes: form.sizeBytes,
      state: 'to_check',
      added_by: form.addedBy,
      added_at_ms: form.addedAtMs,
    })
    .execute()
}

/** One sheet, or null. */
export async function getForm(reader: Reader, id: FormId): Promise<Form | null> {
  const row = await reader.selectFrom('form').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toForm(row) : null
}

/** The sheets of an original that was added before, in the order of its pages. */
export async function formsOfOriginal(reader: Reader, originalSha256: string): Promise<readonly Form[]> {
  const rows = await reader
    .selectFrom('form')
    .selectAll()
    .where('original_sha256', '=', originalSha256)
    .orderBy('page_no')
    .execute()
  return rows.map(toForm)
}

/** The sheets of one state, or all, in the order they came in. */
export async function listForms(reader: Reader, state: Form['state'] | null): Promise<readonly Form[]> {
  const rows = await reader
    .selectFrom('form')
    .selectAll()
    .$if(state !== null, (query) => query.where('state', '=', state as Form['state']))
    .orderBy('added_at_ms')
    .orderBy('page_no')
    .orderBy('id')
    .execute()
  return rows.map(toForm)
}

/** The accepted sheets of a person, the newest first. */
export async function formsOfPerson(reader: Reader, personId: PersonId): Promise<readonly Form[]> {
  const rows = await reader
    .selectFrom('form')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('added_at_ms', 'desc')
    .orderBy('page_no')
    .execute()
  return rows.map(toForm)
}

/** How many sheets there are in each state. */
export async function countForms(reader: Reader): Promise<Readonly<Record<Form['state'], number>>> {
  const rows = await reader
    .selectFrom('form')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const countOf = (state: Form['state']): number => rows.find((row) => row.state === state)?.count ?? 0
  return { to_check: countOf('to_check'), accepted: countOf('accepted'), set_aside: countOf('set_aside') }
}

/** The sheet that has waited longest to be checked, or null. */
export async function nextFormToCheck(reader: Reader): Promise<FormId | null> {
  const row = await reader
    .selectFrom('form')
    .select('id')
    .where('state', '=', 'to_check')
    .orderBy('added_at_ms')
    .orderBy('page_no')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Keeps what a person read from a waiting sheet. False when it waits no longer: somebody was quicker. */
export async function acceptForm(writer: Writer, id: FormId, decision: FormDecision, by: DecidedBy): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('form')
    .set({
      state: 'accepted',
      person_id: decision.personId,
      e164: decision.e164,
      form_version_id: decision.formVersionId,
      agreed: JSON.stringify(decision.agreed),
      signed_on: decision.signedOn,
      decided_by: by.staffId,
      decided_at_ms: by.atMs,
    })
    .where('id', '=', id)
    .where('state', '=', 'to_check')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Puts a waiting sheet aside with the reason. False when it waits no longer. */
export async function setFormAside(
  writer: Writer,
  id: FormId,
  { reason, note }: { readonly reason: string; readonly note: string },
  by: DecidedBy,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('form')
    .set({
      state: 'set_aside',
      set_aside_reason: reason,
      set_aside_note: note,
      decided_by: by.staffId,
      decided_at_ms: by.atMs,
    })
    .where('id', '=', id)
    .where('state', '=', 'to_check')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes a sheet that was set aside back into the pile. False when it is not set aside. */
export async function reopenForm(writer: Writer, id: FormId): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('form')
    .set({ state: 'to_check', set_aside_reason: null, set_aside_note: null, decided_by: null, decided_at_ms: null })
    .where('id', '=', id)
    .where('state', '=', 'set_aside')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function toForm(row: Selectable<FormTable>): Form {
  return {
    id: row.id,
    originalSha256: row.original_sha256,
    pageNo: row.page_no,
    pageCount: row.page_count,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    state: row.state,
    setAsideReason: row.set_aside_reason,
    setAsideNote: row.set_aside_note,
    decision: toDecision(row),
    decidedBy: row.decided_by,
    decidedAtMs: row.decided_at_ms,
    addedBy: row.added_by,
    addedAtMs: row.added_at_ms,
  }
}

/** The table's CHECK keeps all five together; here the compiler learns it. */
function toDecision(row: Selectable<FormTable>): FormDecision | null {
  const { person_id: personId, e164, form_version_id: formVersionId, agreed, signed_on: signedOn } = row
  if (personId === null || e164 === null || formVersionId === null || agreed === null || signedOn === null) return null
  return { personId, e164, formVersionId, agreed: JSON.parse(agreed) as Agreed, signedOn }
}
