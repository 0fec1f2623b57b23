import type { Selectable } from 'kysely'
import type { ImportRunId, StaffId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { ImportRunTable, ImportUndoTable } from '../schema/practice.ts'
import type { Reader, Writer } from '../schema.ts'

/** One import of a file. */
export interface ImportRun {
  readonly id: ImportRunId
  readonly kind: 'day_sheet'
  readonly fileName: string
  readonly fileSha256: string
  readonly state: 'running' | 'done' | 'cancelled'
  /** How many rows came to what, by the import's own words. */
  readonly counts: Readonly<Record<string, number>>
  readonly staffId: StaffId
  readonly startedAtMs: Instant
  readonly finishedAtMs: Instant | null
}

/** One thing a running import did. `record` is what is needed to take it back. */
export interface ImportUndo {
  readonly seq: number
  readonly what: Selectable<ImportUndoTable>['what']
  readonly record: unknown
}

/** Notes that an import has begun. */
export async function addImportRun(
  writer: Writer,
  run: Omit<ImportRun, 'state' | 'counts' | 'finishedAtMs'>,
): Promise<void> {
  await writer
    .insertInto('import_run')
    .values({
      id: run.id,
      kind: run.kind,
      file_name: run.fileName,
      file_sha256: run.fileSha256,
      state: 'running',
      counts: '{}',
      staff_id: run.staffId,
      started_at_ms: run.startedAtMs,
    })
    .execute()
}

/** Notes how an import ended. Call `clearImportUndo` with it. */
export async function finishImportRun(
  writer: Writer,
  id: ImportRunId,
  end: {
    readonly state: 'done' | 'cancelled'
    readonly counts: Readonly<Record<string, number>>
    readonly atMs: Instant
  },
): Promise<void> {
  await writer
    .updateTable('import_run')
    .set({ state: end.state, counts: JSON.stringify(end.counts), finished_at_ms: end.atMs })
    .where('id', '=', id)
    .execute()
}

/** The imports that began and did not end: at start-up, those that a crash cut off. */
export async function unfinishedImportRuns(reader: Reader): Promise<readonly ImportRun[]> {
  const rows = await reader
    .selectFrom('import_run')
    .selectAll()
    .where('state', '=', 'running')
    .orderBy('started_at_ms')
    .execute()
  return rows.map(toImportRun)
}

/** Notes what an import did, in the transaction in which it did it; keep it to a few hundred at a time. */
export async function addImportUndo(writer: Writer, id: ImportRunId, done: readonly ImportUndo[]): Promise<void> {
  if (done.length === 0) return
  await writer
    .insertInto('import_undo')
    .values(done.map(({ seq, what, record }) => ({ import_run_id: id, seq, what, record: JSON.stringify(record) })))
    .execute()
}

/** The last things an import did, the very last first: taken back in this order, each finds the store as it left it. */
export async function lastImportUndo(reader: Reader, id: ImportRunId, limit: number): Promise<readonly ImportUndo[]> {
  const rows = await reader
    .selectFrom('import_undo')
    .select(['seq', 'what', 'record'])
    .where('import_run_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ seq, what, record }) => ({ seq, what, record: JSON.parse(record) as unknown }))
}

/** Forgets what an import did from `fromSeq` on, because it was taken back or, from 0, because it is done. */
export async function clearImportUndo(writer: Writer, id: ImportRunId, fromSeq: number): Promise<void> {
  await writer.deleteFrom('import_undo').where('import_run_id', '=', id).where('seq', '>=', fromSeq).execute()
}

function toImportRun(row: Selectable<ImportRunTable>): ImportRun {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    state: row.state,
    counts: JSON.parse(row.counts) as Readonly<Record<string, number>>,
    staffId: row.staff_id,
    startedAtMs: row.started_at_ms,
    finishedAtMs: row.finished_at_ms,
  }
}
