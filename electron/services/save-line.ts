import { readSendingNumber } from '../../shared/domain/sending-number.ts'
import type { E164, LineId } from '../../shared/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { addLineSettings, type LineSettings, listLineSettings, updateLineSettings } from '../db/repos/line-settings.ts'
import { writeOptOutAssist } from '../db/repos/opt-out-assist.ts'
import type { DeskServices } from '../desk/desk-services.ts'
import { readRealSending, writeRealSending } from '../provider/real-sending.ts'
import { needsOptOutAssist, readStoredAccount } from '../provider/stored-account.ts'
import { lineRow } from './sending-lines.ts'
import { tidy } from './typed-person.ts'

type Input = ParsedInputOf<'lines.save'>

/**
 * Adds a sending number or changes how it is used. A number that was entered stays, because messages name its line.
 * Where a STOP may go by unseen, taking the provider's opt-out service away switches real phones off.
 * Errors: `office_only`, `not_found`, `line_exists`, `line_number_stays`, those of a phone number, `short_code_not_valid`,
 * `line_class_wrong`.
 */
export async function saveLine(desk: DeskServices, input: Input): Promise<Result<OutputOf<'lines.save'>, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  const line = readLine(desk, input, await listLineSettings(desk.store.db))
  if (!line.ok) return line
  await desk.store.db.transaction().execute(async (writer) => {
    if (input.id === null) await addLineSettings(writer, line.value, desk.clock.now())
    else await updateLineSettings(writer, line.value)
    await writeOptOutAssist(writer, line.value.id, input.isOptOutAssistOn)
    const account = await readStoredAccount(writer)
    const isAssistNeeded = account !== null && needsOptOutAssist(account)
    const isUncovered = isAssistNeeded && line.value.id === desk.lineId && !input.isOptOutAssistOn
    const real = isUncovered ? await readRealSending(writer) : null
    if (real?.isOn) await writeRealSending(writer, { isOn: false, staffId: desk.staffId(), atMs: desk.clock.now() })
  })
  await desk.restartSending()
  return lineRow(desk, line.value.id)
}

function readLine(desk: DeskServices, input: Input, lines: readonly LineSettings[]): Result<LineSettings, AppError> {
  const before = lines.find(({ id }) => id === input.id)
  if (input.id !== null && !before) return err({ code: 'not_found', what: 'line' })
  const number = readNumber(input)
  if (!number.ok) return number
  const isKept = before !== undefined && before.e164 !== ''
  if (isKept && before.e164 !== number.value) return err({ code: 'line_number_stays' })
  const isTwice = lines.some(({ id, e164 }) => id !== input.id && e164 === number.value)
  if (isTwice) return err({ code: 'line_exists', value: input.number })
  return ok({
    id: before?.id ?? (desk.newId() as LineId),
    e164: number.value,
    name: tidy(input.name),
    class: input.class,
    campaignClass: input.class === '10dlc' ? input.campaignClass : null,
    ratePerMin: input.ratePerMin,
    mmsRatePerMin: input.mmsRatePerMin,
    dailyCap: input.dailyCap,
  })
}

function readNumber(input: Input): Result<E164, AppError> {
  return readSendingNumber(input.number, input.class, { allowFiction: false })
}
