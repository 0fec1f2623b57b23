import type { AppointmentId, ImportRunId, PersonId } from '../../shared/ids.ts'
import { appointmentsBySourceKey, saveAppointment } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import { addImportUndo } from '../db/repos/import-runs.ts'
import type { ImportUndo } from '../db/repos/import-runs.ts'
import type { Writer } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { keepPerson } from './keep-person.ts'
import { matchPeople } from './match-people.ts'
import { namedPersonOf } from './read-day-sheet.ts'
import type { GoodRow } from './read-day-sheet.ts'

/** What an import has done so far. `undoSteps` counts what would have to be taken back. */
export interface TakenIn {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly newPeople: number
  readonly undoSteps: number
}

interface Rows {
  readonly runId: ImportRunId
  readonly rows: readonly GoodRow[]
  readonly sum: TakenIn
}

type UndoStep = Omit<ImportUndo, 'seq'>

/** One row with what the store knows of it. */
interface KnownRow {
  readonly runId: ImportRunId
  readonly row: GoodRow
  readonly before: Appointment | null
  readonly person: PersonId | null
}

/** What came of one row. */
interface RowTaken {
  readonly counted: 'added' | 'updated' | 'unchanged'
  readonly isNewPerson: boolean
  readonly undo: readonly UndoStep[]
}

/**
 * Takes a few rows in and notes how to take each back; answers the new sum. New people get a number and no consent: a
 * day sheet says who comes, not who agreed. Call it inside a transaction.
 */
export async function takeInRows(trx: Writer, desk: DeskServices, { runId, rows, sum }: Rows): Promise<TakenIn> {
  const keys = rows.map(({ sourceKey }) => sourceKey)
  const known = new Map((await appointmentsBySourceKey(trx, keys)).map((one) => [one.sourceKey, one]))
  const people = await matchPeople(trx, rows.map(namedPersonOf))
  const taken: RowTaken[] = []
  for (const [place, row] of rows.entries()) {
    const before = known.get(row.sourceKey) ?? null
    taken.push(await takeInRow(trx, desk, { runId, row, before, person: people[place] ?? null }))
  }
  const undo = taken.flatMap((one) => one.undo)
  await addImportUndo(
    trx,
    runId,
    undo.map((step, place) => ({ ...step, seq: sum.undoSteps + place })),
  )
  const count = (counted: RowTaken['counted']) => taken.filter((one) => one.counted === counted).length
  return {
    added: sum.added + count('added'),
    updated: sum.updated + count('updated'),
    unchanged: sum.unchanged + count('unchanged'),
    newPeople: sum.newPeople + taken.filter((one) => one.isNewPerson).length,
    undoSteps: sum.undoSteps + undo.length,
  }
}

async function takeInRow(trx: Writer, desk: DeskServices, known: KnownRow): Promise<RowTaken> {
  const { runId, row, before } = known
  if (before && isUnchanged(before, row)) return { counted: 'unchanged', isNewPerson: false, undo: [] }
  const match = await matchOf(trx, known)
  const personId = match ?? (await addPersonOfRow(trx, desk, row))
  const appointment = toAppointment(desk, runId, { row, personId, before })
  await saveAppointment(trx, appointment)

  const person: UndoStep = { what: 'person_added', record: { id: personId, e164: appointment.e164 } }
  const saved: UndoStep = before
    ? { what: 'appointment_changed', record: before }
    : { what: 'appointment_added', record: { id: appointment.id } }
  return {
    counted: before ? 'updated' : 'added',
    isNewPerson: match === null,
    undo: match === null ? [person, saved] : [saved],
  }
}

/** A changed appointment keeps its person unless its number changed. */
async function matchOf(trx: Writer, { row, before, person }: KnownRow): Promise<PersonId | null> {
  if (before && before.e164 === (row.phone?.e164 ?? null)) return before.personId
  // The row before this one may have added the very same person.
  return person ?? (await matchPeople(trx, [namedPersonOf(row)]))[0] ?? null
}

function isUnchanged(before: Appointment, row: GoodRow): boolean {
  return (
    before.startsAtMs === row.startsAtMs &&
    before.e164 === (row.phone?.e164 ?? null) &&
    before.provider === row.provider &&
    before.visitType === row.visitType &&
    before.isCancelled === (row.status === 'cancelled')
  )
}

function addPersonOfRow(trx: Writer, desk: DeskServices, row: GoodRow): Promise<PersonId> {
  const { givenName, familyName } = namedPersonOf(row)
  return keepPerson(trx, desk, null, {
    givenName,
    familyName,
    email: row.email ?? '',
    language: desk.practice().language,
    phone: row.phone,
  })
}

function toAppointment(
  desk: DeskServices,
  runId: ImportRunId,
  {
    row,
    personId,
    before,
  }: { readonly row: GoodRow; readonly personId: PersonId; readonly before: Appointment | null },
): Appointment {
  return {
    id: before?.id ?? (desk.newId() as AppointmentId),
    sourceKey: row.sourceKey,
    personId,
    e164: row.phone?.e164 ?? null,
    startsAtMs: row.startsAtMs,
    isoDay: row.isoDay,
    provider: row.provider,
    visitType: row.visitType,
    isCancelled: row.status === 'cancelled',
    importRunId: runId,
    updatedAtMs: desk.clock.now(),
  }
}
