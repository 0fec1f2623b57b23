import type { E164 } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { isIsoDay, isoDay, startOfDay } from '../../shared/time.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { optOutNumber } from './opt-out-number.ts'
import { settleDoubt } from './settle-doubt.ts'

type Note = ParsedInputOf<'people.optOut'>

/**
 * Notes that the owner of a number said stop in any way but a text. One transaction blocks the number, revokes consent and
 * stops what waits; a letter's picture is safe on the disk before. The number need not belong to anybody known.
 * Errors: `date_not_valid`, `date_in_future`, and what `forms.add` says of a file that is no picture.
 * Source: 47 CFR 64.1200(a)(10).
 */
export async function noteOptOut(desk: DeskServices, note: Note): Promise<Result<OutputOf<'people.optOut'>, AppError>> {
  const nowMs = desk.clock.now()
  const said = saidAt(desk, note.saidOn, nowMs)
  if (!said.ok) return said
  const evidence = await keepEvidence(desk, note.evidence ?? null)
  if (!evidence.ok) return evidence
  const staffId = desk.staffId()
  const { scope = 'everything', words } = note
  const e164 = note.e164 as E164
  const { blocked } = await desk.store.db.transaction().execute(async (writer) => {
    // Of one kind alone it does not say what an unclear answer before it meant.
    if (scope === 'everything') {
      await settleDoubt(writer, { e164, decision: 'stop', atMs: nowMs, by: staffId, staffId })
    }
    return optOutNumber(writer, desk.newId, {
      e164,
      source: note.how,
      scope,
      words: words.trim() === '' ? null : words.trim(),
      evidenceSha256: evidence.value,
      inboundId: null,
      staffId,
      saidAtMs: said.value,
      nowMs,
    })
  })
  desk.sendingDesk?.wake()
  return ok({ blockedDeliveries: blocked.length })
}

/** A letter bears a day and no hour: its first moment is the careful one. */
function saidAt(desk: DeskServices, saidOn: string | undefined, nowMs: Instant): Result<Instant, AppError> {
  const today = isoDay(nowMs, desk.practiceZone())
  if (saidOn === undefined || saidOn === today) return ok(nowMs)
  if (!isIsoDay(saidOn)) return err({ code: 'date_not_valid', value: saidOn })
  if (saidOn > today) return err({ code: 'date_in_future', isoDay: saidOn })
  return ok(startOfDay(saidOn, desk.practiceZone()))
}

async function keepEvidence(
  desk: DeskServices,
  file: (Note['evidence'] & {}) | null,
): Promise<Result<string | null, AppError>> {
  if (file === null) return ok(null)
  const inspected = await desk.workshop.run('inspectForm', file)
  if (!inspected.ok) return inspected
  const kept = await desk.blobs.put(file.bytes)
  return kept.ok ? ok(kept.value.sha256) : kept
}
