import { latestOn } from '../../shared/domain/sending-rules.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isIsoDay, isoDay } from '../../shared/time.ts'
import { readOfficeRules, writeOfficeRules } from '../db/repos/sending-rules.ts'
import { listStaff } from '../db/repos/staff.ts'
import type { Reader } from '../db/schema.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { keptRules } from '../queue/office-rules.ts'
import { promiseOf } from './draft-terms.ts'

type OfficeRules = OutputOf<'rules.get'>

/** What the office says otherwise about when and how often it may text, today and before, and what its forms promised. */
export async function tellRules(desk: DeskServices): Promise<OfficeRules> {
  const { db } = desk.store
  const kept = await readKept(db)
  const names = new Map((await listStaff(db)).map(({ id, name }) => [id as string, name]))
  const today = isoDay(desk.clock.now(), desk.practiceZone())
  return {
    changes: latestOn(today, kept)?.changes ?? {},
    dated: kept.map(({ staffId, ...change }) => ({ ...change, staffName: names.get(staffId) ?? '' })),
    promisedAMonth: { care: await promiseOf(db, 'care'), marketing: await promiseOf(db, 'marketing') },
  }
}

/**
 * Says otherwise from a day on; no changes bring the shipped rules back. What waits is asked again by the new rules when it is
 * about to leave. Errors: `invalid_input` for a day that the calendar does not have or that is over.
 */
export async function changeRules(
  desk: DeskServices,
  { from, changes }: ParsedInputOf<'rules.change'>,
): Promise<Result<OfficeRules, AppError>> {
  const nowMs = desk.clock.now()
  const isOver = !isIsoDay(from) || from < isoDay(nowMs, desk.practiceZone())
  if (isOver) return err({ code: 'invalid_input', method: 'rules.change', path: 'from' })
  await desk.store.db.transaction().execute(async (trx) => {
    const kept = await readKept(trx)
    await writeOfficeRules(trx, [...kept, { from, changes, staffId: desk.staffId(), atMs: nowMs }])
  })
  desk.sendingDesk?.wake()
  return ok(await tellRules(desk))
}

async function readKept(reader: Reader) {
  return keptRules.optional().parse(await readOfficeRules(reader)) ?? []
}
