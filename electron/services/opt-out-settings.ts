import { mayEndOnePurpose } from '../../shared/domain/stop-scope.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { REVOKE_ALL } from '../../shared/rules/revoke-all.ts'
import { countStoppedNumbers } from '../db/repos/suppressions.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readOptOutChoices, writeOptOutChoices } from './opt-out-choices.ts'

type Settings = OutputOf<'optOuts.settings'>

/** What the office chose about stops, and what the law leaves it to choose now. */
export async function optOutSettings(desk: DeskServices): Promise<Settings> {
  const { db } = desk.store
  const choices = await readOptOutChoices(db)
  const isFree = mayEndOnePurpose(desk.clock.now())
  return {
    ...choices,
    stopEnds: isFree ? choices.stopEnds : 'everything',
    everythingFrom: REVOKE_ALL.from,
    mayEndOnePurpose: isFree,
    stoppedNumbers: await countStoppedNumbers(db),
  }
}

/** Changes what is given of it. Fails with `one_purpose_over` once the law lets no STOP end one kind only. */
export async function chooseOptOuts(
  desk: DeskServices,
  changes: ParsedInputOf<'optOuts.choose'>,
): Promise<Result<Settings, AppError>> {
  if (changes.stopEnds === 'one_purpose' && !mayEndOnePurpose(desk.clock.now())) {
    return err({ code: 'one_purpose_over', isoDay: REVOKE_ALL.from })
  }
  const before = await readOptOutChoices(desk.store.db)
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  await writeOptOutChoices(desk.store.db, { ...before, ...Object.fromEntries(given) })
  return ok(await optOutSettings(desk))
}
