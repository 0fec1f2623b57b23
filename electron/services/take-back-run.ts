import type { Kysely } from 'kysely'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AppointmentId, E164, ImportRunId, PersonId } from '../../shared/ids.ts'
import { assertNever } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import { foldLog } from '../db/fold-log.ts'
import { removeAppointment, saveAppointment } from '../db/repos/appointments.ts'
import type { Appointment } from '../db/repos/appointments.ts'
import { clearImportUndo, finishImportRun, lastImportUndo, unfinishedImportRuns } from '../db/repos/import-runs.ts'
import type { ImportUndo } from '../db/repos/import-runs.ts'
import { isPersonUsed } from '../db/repos/person-uses.ts'
import { removePerson } from '../db/repos/people.ts'
import { unindexPerson } from '../db/repos/person-search.ts'
import { removePhoneNumber } from '../db/repos/phone-numbers.ts'
import type { Schema, Writer } from '../db/schema.ts'
import type { Store } from '../db/open.ts'
import { inTransactions } from './in-pieces.ts'

/** Forgetting a step is much cheaper than taking it back. */
const FORGOTTEN_AT_ONCE = 2_000

/**
 * Takes back all that an import did, the last thing first, some in each transaction; cut off itself, it goes on at the
 * next start. At the end the run is noted as cancelled.
 */
export async function takeBackRun(db: Kysely<Schema>, clock: Clock, runId: ImportRunId): Promise<void> {
  const transact = (work: (trx: Writer) => Promise<void>) => db.transaction().execute(work)
  await inTransactions(transact, (trx, count) => takeBackSome(trx, runId, count), { committed: () => foldLog(db) })
  await finishImportRun(db, runId, { state: 'cancelled', counts: {}, atMs: clock.now() })
}

/** Takes back what was cut off by a crash. To be called when a store is opened, before anything else looks at it. */
export async function takeBackUnfinishedRuns({ db }: Pick<Store, 'db'>, clock: Clock): Promise<void> {
  for (const run of await unfinishedImportRuns(db)) await takeBackRun(db, clock, run.id)
}

/**
 * Notes that an import is done and forgets how to take it back, in one transaction: from then on it stands. The
 * transaction lets others have their turn, so that forgetting thousands of steps keeps nobody waiting.
 */
export async function endRun(
  db: Kysely<Schema>,
  clock: Clock,
  runId: ImportRunId,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const last = (await lastImportUndo(trx, runId, 1))[0]?.seq ?? -1
    for (let fromSeq = last + 1 - FORGOTTEN_AT_ONCE; fromSeq > -FORGOTTEN_AT_ONCE; fromSeq -= FORGOTTEN_AT_ONCE) {
      await clearImportUndo(trx, runId, Math.max(0, fromSeq))
      await nextTurn()
    }
    await finishImportRun(trx, runId, { state: 'done', counts, atMs: clock.now() })
  })
}

/** Answers how many things were taken back. */
async function takeBackSome(trx: Writer, runId: ImportRunId, count: number): Promise<number> {
  const steps = await lastImportUndo(trx, runId, count)
  for (const step of steps) await takeBack(trx, step)
  const first = steps.at(-1)
  if (first) await clearImportUndo(trx, runId, first.seq)
  return steps.length
}

/** `take-in-rows` alone wrote the records, so that each has the shape that belongs to what it says. */
async function takeBack(trx: Writer, { what, record }: ImportUndo): Promise<void> {
  switch (what) {
    case 'appointment_added':
      return removeAppointment(trx, (record as { readonly id: AppointmentId }).id)
    case 'appointment_changed':
      return saveAppointment(trx, record as Appointment)
    case 'person_added':
      return takeBackPerson(trx, record as { readonly id: PersonId; readonly e164: E164 | null })
    case 'number_added':
      return removePhoneNumber(trx, record as { readonly personId: PersonId; readonly e164: E164 })
    default:
      return assertNever(what)
  }
}

/** Somebody for whom a form was accepted or a message written meanwhile is no longer the import's alone, and stays. */
async function takeBackPerson(
  trx: Writer,
  { id, e164 }: { readonly id: PersonId; readonly e164: E164 | null },
): Promise<void> {
  if (await isPersonUsed(trx, id)) return
  await unindexPerson(trx, id)
  if (e164) await removePhoneNumber(trx, { personId: id, e164 })
  await removePerson(trx, id)
}
