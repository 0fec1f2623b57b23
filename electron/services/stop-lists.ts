import { findPhoneColumn, readStopCell, type StopListRow, writeStopList } from '../../shared/domain/stop-list.ts'
import { foldStops, isEverythingEnded } from '../../shared/domain/suppression.ts'
import type { E164, SuppressionId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isoDay } from '../../shared/time.ts'
import { standingStopsAfter, standingSuppressions, type StoredSuppression } from '../db/repos/suppressions.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readCsvChunk } from '../workshop/csv-rows.ts'
import type { CsvChunk } from '../workshop/csv-rows.ts'
import { inBatches, inTransactions, mapInPieces } from './in-pieces.ts'
import { optOutNumber } from './opt-out-number.ts'

type File = ParsedInputOf<'optOuts.readList'>
type Report = OutputOf<'optOuts.readList'>

const LARGEST_BYTES = 20_000_000
const REFUSED_SHOWN = 100
const PAGE = 400

/** A list that was read: its numbers, each once, and what may be said of it. */
interface ReadList {
  readonly fresh: readonly E164[]
  readonly report: Report
}

/**
 * Reads a list of numbers that said stop elsewhere. Nothing is stored. Errors: `file_too_big` over 20 MB, `columns_missing`
 * where no column holds numbers, and what the reading of a CSV file says.
 */
export async function readStopList(desk: DeskServices, file: File): Promise<Result<Report, AppError>> {
  const list = await readList(desk, file)
  return list.ok ? ok(list.value.report) : list
}

/** Stops every number of such a list, a few in a transaction. Cut off in the middle, the same file brings in the rest. */
export async function importStopList(
  desk: DeskServices,
  file: File,
): Promise<Result<OutputOf<'optOuts.importList'>, AppError>> {
  const list = await readList(desk, file)
  if (!list.ok) return list
  const kept = await desk.blobs.put(file.bytes)
  if (!kept.ok) return kept
  const { fresh, report } = list.value
  let done = 0
  let blockedDeliveries = 0
  const stopSome = async (trx: Writer, count: number): Promise<number> => {
    const some = fresh.slice(done, done + count)
    for (const e164 of some) blockedDeliveries += await stopOne(trx, desk, e164, kept.value.sha256)
    done += some.length
    return some.length
  }
  await inTransactions((work) => desk.store.db.transaction().execute(work), stopSome, { signal: desk.closing })
  desk.sendingDesk?.wake()
  return done < fresh.length ? err({ code: 'desk_closed' }) : ok({ ...report, blockedDeliveries })
}

async function stopOne(trx: Writer, desk: DeskServices, e164: E164, evidenceSha256: string): Promise<number> {
  const nowMs = desk.clock.now()
  const { blocked } = await optOutNumber(trx, desk.newId, {
    e164,
    source: 'import',
    words: null,
    evidenceSha256,
    inboundId: null,
    staffId: desk.staffId(),
    saidAtMs: nowMs,
    nowMs,
  })
  return blocked.length
}

async function readList(desk: DeskServices, { name, bytes }: File): Promise<Result<ReadList, AppError>> {
  if (bytes.length > LARGEST_BYTES) {
    return err({ code: 'file_too_big', name, sizeBytes: bytes.length, limitBytes: LARGEST_BYTES })
  }
  const chunks: CsvChunk[] = []
  const input = { name, bytes, isPlainList: true }
  const parsed = await desk.workshop.run('parseCsv', input, (chunk) => void chunks.push(chunk))
  if (!parsed.ok) return parsed
  const rows = (await mapInPieces(chunks, readCsvChunk)).flat()
  const at = findPhoneColumn(rows, desk.isPractice)
  if (at === null) return err({ code: 'columns_missing', columns: ['phone'] })
  const read = await mapInPieces(rows, ({ row, cells }) => readStopCell(row, cells[at] ?? '', desk.isPractice))
  const [first, ...below] = read
  // A first row without a number is what stands above the column.
  const hasHeading = first !== undefined && !('e164' in first)
  return ok(await reportOn(desk, hasHeading ? (rows[0]?.cells[at] ?? '') : '', hasHeading ? below : read))
}

async function reportOn(desk: DeskServices, column: string, rows: readonly StopListRow[]): Promise<ReadList> {
  const numbers = [...new Set(rows.flatMap((row) => ('e164' in row ? [row.e164] : [])))]
  const refused = rows.flatMap((row) => ('e164' in row || row.code === 'phone_empty' ? [] : [row]))
  const fresh: E164[] = []
  await inBatches(numbers, async (batch) => {
    const stops = Map.groupBy(await standingSuppressions(desk.store.db, batch), ({ e164 }) => e164)
    const isStopped = (e164: E164) =>
      isEverythingEnded(foldStops((stops.get(e164) ?? []).filter(({ source }) => source !== 'maybe_stop')))
    fresh.push(...batch.filter((e164) => !isStopped(e164)))
  })
  const report = {
    column: column === '' ? null : column,
    rows: rows.length,
    fresh: fresh.length,
    known: numbers.length - fresh.length,
    refusedCount: refused.length,
    refused: refused.slice(0, REFUSED_SHOWN),
  }
  return { fresh, report }
}

/** Writes all numbers that said stop into a CSV file for another system, each number and scope once. */
export async function exportStopList(desk: DeskServices): Promise<OutputOf<'optOuts.exportList'>> {
  const stops = new Map<string, StoredSuppression>()
  let after: SuppressionId | null = null
  for (;;) {
    const page: readonly StoredSuppression[] = await standingStopsAfter(desk.store.db, after, PAGE)
    for (const stop of page) {
      const key = `${stop.e164} ${stop.scope}`
      if ((stops.get(key)?.atMs ?? Infinity) > stop.atMs) stops.set(key, stop)
    }
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE) break
  }
  const zone = desk.practiceZone()
  const listed = [...stops.values()].toSorted((left, right) => left.atMs - right.atMs)
  const name = `opt-outs-${isoDay(desk.clock.now(), zone)}.csv`
  return { name, text: writeStopList(listed, zone), numbers: new Set(listed.map(({ e164 }) => e164)).size }
}
