import type { SheetReading } from '../../shared/domain/form-reading.ts'
import type { FormId, FormReadingId, FormVersionId, NewId } from '../../shared/ids.ts'
import { sheetReading, unreadCause } from '../../shared/ipc/contract/form-reading.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Store } from '../db/open.ts'
import { addFormReading, wasReadBy } from '../db/repos/form-readings.ts'
import type { KeptReading } from '../db/repos/form-readings.ts'
import { getForm } from '../db/repos/forms.ts'
import type { Form } from '../db/repos/forms.ts'
import { listFormVersions } from '../db/repos/form-versions.ts'
import type { SheetOutcome } from '../workshop/port.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { knownSheets } from './known-sheets.ts'

/** What a sheet is read with. */
export interface ReadFormParts {
  readonly store: Store
  readonly blobs: BlobStore
  readonly workshop: Workshop
  readonly clock: Clock
  readonly newId: NewId
  /** The model of characters, as a file. */
  readonly modelPath: string
  /** Aborted when the desk is about to close: nobody waits for a page that is just being read. */
  readonly closing: AbortSignal
}

type Outcome = KeptReading['outcome']

const FAILED: Outcome = { kind: 'unread', cause: { code: 'reader_failed' } }

/**
 * Has the workshop read one sheet, and keeps what it says together with the straightened page. A sheet that breaks the reader
 * is kept as such, so that it is tried once and not for ever. Nobody agrees to anything by it: a reading is a row beside the
 * form, which only `acceptForm` turns into consent, by a person. False when the desk closes meanwhile.
 * Errors: what the blob store refuses, such as `disk_full`; nothing is kept then.
 */
export async function readForm(
  parts: ReadFormParts,
  formId: FormId,
  sheetReader: string,
): Promise<Result<boolean, AppError>> {
  const form = await getForm(parts.store.db, formId)
  if (!form) return ok(false)
  const outcome = await outcomeOf(parts, form)
  if (outcome === null) return ok(false)
  if (!outcome.ok) return outcome
  const { newId, clock } = parts
  const kept = { id: newId() as FormReadingId, formId, reader: sheetReader, atMs: clock.now(), outcome: outcome.value }
  return parts.store.db.transaction().execute(async (writer) => {
    if (await wasReadBy(writer, formId, sheetReader)) return ok(false)
    await addFormReading(writer, kept)
    return ok(true)
  })
}

async function outcomeOf(parts: ReadFormParts, form: Form): Promise<Result<Outcome, AppError> | null> {
  const original = await parts.blobs.get(form.originalSha256)
  // A page that is gone or damaged cannot be read any better next time; whoever opens the sheet is told.
  if (!original.ok) return original.error.code === 'folder_read_only' ? original : ok(FAILED)
  const versions = await knownSheets(parts.store.db)
  const input = { name: form.name, bytes: original.value, pageNo: form.pageNo, versions, modelPath: parts.modelPath }
  const read = await unlessClosing(parts.closing, parts.workshop.run('readSheet', input))
  if (read === null) return null
  return read.ok ? keepPage(parts, read.value) : ok(FAILED)
}

async function keepPage(parts: ReadFormParts, outcome: SheetOutcome): Promise<Result<Outcome, AppError>> {
  if (outcome.kind === 'unread') {
    return ok(unreadCause.safeParse(outcome.cause).success ? { kind: 'unread', cause: outcome.cause } : FAILED)
  }
  // What the workshop made of a stranger's file is held against the schema before anything of it is kept.
  const checked = sheetReading.safeParse(outcome.reading)
  if (!checked.success) return ok(FAILED)
  const { bytes, widthPx, heightPx, pxPerMm } = outcome.page
  const page = await parts.blobs.put(bytes)
  if (!page.ok) return page
  const reading: SheetReading = checked.data
  const formVersionId = await versionOf(parts, reading.formCode)
  return ok({
    kind: 'read',
    reading,
    page: { sha256: page.value.sha256, widthPx, heightPx, pxPerMm },
    formVersionId,
  })
}

async function versionOf({ store }: ReadFormParts, code: string): Promise<FormVersionId | null> {
  return (await listFormVersions(store.db)).find((version) => version.code === code)?.id ?? null
}

async function unlessClosing<T>(closing: AbortSignal, work: Promise<T>): Promise<T | null> {
  if (closing.aborted) return null
  const closed = Promise.withResolvers<null>()
  const close = (): void => closed.resolve(null)
  closing.addEventListener('abort', close)
  try {
    const done = await Promise.race([work, closed.promise])
    // A workshop that is put away answers as if the file were broken.
    return closing.aborted ? null : done
  } finally {
    closing.removeEventListener('abort', close)
  }
}
