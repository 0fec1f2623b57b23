import type { Selectable } from 'kysely'
import type { SheetReading } from '../../../shared/domain/form-reading.ts'
import type { FormId, FormReadingId, FormVersionId } from '../../../shared/ids.ts'
import { sheetReading, unreadCause } from '../../../shared/ipc/contract/form-reading.ts'
import type { KeptCause } from '../../../shared/ipc/contract/form-reading.ts'
import type { Instant } from '../../../shared/time.ts'
import { among } from '../among.ts'
import type { FormReadingTable } from '../schema/readings.ts'
import type { Reader, Writer } from '../schema.ts'

/** The straightened page of a reading, by its name among the originals. */
export interface KeptPage {
  readonly sha256: string
  readonly widthPx: number
  readonly heightPx: number
  readonly pxPerMm: number
}

/** What one reader made of one sheet. */
export interface KeptReading {
  readonly id: FormReadingId
  readonly formId: FormId
  /** The program and its model. */
  readonly reader: string
  readonly atMs: Instant
  readonly outcome:
    | {
        readonly kind: 'read'
        readonly reading: SheetReading
        readonly page: KeptPage
        readonly formVersionId: FormVersionId | null
      }
    | { readonly kind: 'unread'; readonly cause: KeptCause }
}

/** Keeps a reading. Throws when this reader has read the sheet before. */
export async function addFormReading(writer: Writer, kept: KeptReading): Promise<void> {
  const { id, formId, reader, atMs, outcome } = kept
  const row = { id, form_id: formId, reader, outcome: outcome.kind, at_ms: atMs }
  const columns =
    outcome.kind === 'read' ? readColumns(outcome) : { ...NOTHING_READ, cause: JSON.stringify(outcome.cause) }
  await writer
    .insertInto('form_reading')
    .values({ ...row, ...columns })
    .execute()
}

/** One reading, or null. */
export async function getFormReading(reader: Reader, id: FormReadingId): Promise<KeptReading | null> {
  const row = await reader.selectFrom('form_reading').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toReading(row) : null
}

/** The newest reading of a sheet, or null. */
export async function latestFormReading(reader: Reader, formId: FormId): Promise<KeptReading | null> {
  const row = await reader
    .selectFrom('form_reading')
    .selectAll()
    .where('form_id', '=', formId)
    .orderBy('at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toReading(row) : null
}

/** How each of these sheets was last read: the code of the cause where it was not, null where it was. */
export async function readingsOfForms(
  reader: Reader,
  formIds: readonly FormId[],
): Promise<ReadonlyMap<FormId, KeptCause['code'] | null>> {
  const rows = await reader
    .selectFrom('form_reading')
    .select(['form_id', 'cause'])
    .where('form_id', 'in', among(formIds))
    .orderBy('at_ms')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ form_id: formId, cause }) => [formId, cause === null ? null : toCause(cause).code]))
}

/** The sheet that waits longest for this reader among those to be checked, or null. */
export async function nextFormToRead(reader: Reader, sheetReader: string): Promise<FormId | null> {
  const row = await reader
    .selectFrom('form')
    .select('form.id')
    .where('form.state', '=', 'to_check')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('form_reading')
            .select('form_reading.id')
            .whereRef('form_reading.form_id', '=', 'form.id')
            .where('form_reading.reader', '=', sheetReader),
        ),
      ),
    )
    .orderBy('form.added_at_ms')
    .orderBy('form.page_no')
    .orderBy('form.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether this reader has read the sheet. */
export async function wasReadBy(reader: Reader, formId: FormId, sheetReader: string): Promise<boolean> {
  const row = await reader
    .selectFrom('form_reading')
    .select('id')
    .where('form_id', '=', formId)
    .where('reader', '=', sheetReader)
    .executeTakeFirst()
  return row !== undefined
}

/** The other sheets on which the same serial number of the same edition was read. */
export async function formsOfSerial(
  reader: Reader,
  { formCode, serial }: Pick<SheetReading, 'formCode' | 'serial'>,
  besides: FormId,
): Promise<readonly FormId[]> {
  const rows = await reader
    .selectFrom('form_reading')
    .select('form_id')
    .distinct()
    .where('form_code', '=', formCode)
    .where('serial', '=', serial)
    .where('form_id', '<>', besides)
    .execute()
  return rows.map(({ form_id: formId }) => formId)
}

const NOTHING_READ = {
  reading: null,
  cause: null,
  form_version_id: null,
  form_code: null,
  serial: null,
  page_sha256: null,
  page_width_px: null,
  page_height_px: null,
  page_px_per_mm: null,
  model: null,
  took_ms: null,
} as const

function readColumns({ reading, page, formVersionId }: Extract<KeptReading['outcome'], { kind: 'read' }>) {
  return {
    reading: JSON.stringify(reading),
    cause: null,
    form_version_id: formVersionId,
    form_code: reading.formCode,
    serial: reading.serial,
    page_sha256: page.sha256,
    page_width_px: page.widthPx,
    page_height_px: page.heightPx,
    page_px_per_mm: page.pxPerMm,
    model: reading.model,
    took_ms: reading.tookMs,
  }
}

function toReading(row: Selectable<FormReadingTable>): KeptReading {
  const { id, form_id: formId, reader, at_ms: atMs } = row
  return { id, formId, reader, atMs, outcome: row.cause === null ? toOutcome(row) : unread(row.cause) }
}

function unread(cause: string): KeptReading['outcome'] {
  return { kind: 'unread', cause: toCause(cause) }
}

/** The table's CHECK keeps these together. Throws when the row is none that was written here. */
function toOutcome(row: Selectable<FormReadingTable>): KeptReading['outcome'] {
  const { page_sha256: sha256, page_width_px: widthPx, page_height_px: heightPx, page_px_per_mm: pxPerMm } = row
  if (row.reading === null || sha256 === null || widthPx === null || heightPx === null || pxPerMm === null) {
    throw new Error('A reading without its page')
  }
  const reading: SheetReading = sheetReading.parse(JSON.parse(row.reading))
  return { kind: 'read', reading, page: { sha256, widthPx, heightPx, pxPerMm }, formVersionId: row.form_version_id }
}

function toCause(json: string): KeptCause {
  return unreadCause.parse(JSON.parse(json))
}
