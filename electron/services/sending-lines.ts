import type { LineId } from '../../shared/ids.ts'
import type { OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { listLineSettings } from '../db/repos/line-settings.ts'
import { readOptOutAssist } from '../db/repos/opt-out-assist.ts'
import type { DeskServices } from '../desk/desk-services.ts'

type LineRow = OutputOf<'lines.save'>

/** Every sending number, oldest first. */
export async function lineList(desk: DeskServices): Promise<readonly LineRow[]> {
  const assisted = await readOptOutAssist(desk.store.db)
  return (await listLineSettings(desk.store.db)).map(({ e164, ...line }) => ({
    ...line,
    number: e164,
    isDefault: line.id === desk.lineId,
    isOptOutAssistOn: assisted.has(line.id),
  }))
}

/** One sending number. Error: `not_found`. */
export async function lineRow(desk: DeskServices, id: LineId): Promise<Result<LineRow, AppError>> {
  const line = (await lineList(desk)).find((one) => one.id === id)
  return line ? ok(line) : err({ code: 'not_found', what: 'line' })
}

/** Says by which number new messages leave. Errors: `office_only`, `not_found`, `sending_number_missing`. */
export async function setDefaultLine(desk: DeskServices, id: LineId): Promise<Result<LineRow, AppError>> {
  if (desk.isPractice) return err({ code: 'office_only' })
  const line = await lineRow(desk, id)
  if (!line.ok) return line
  if (line.value.number === '') return err({ code: 'sending_number_missing' })
  await desk.settings.saveLineId(id)
  await desk.restartSending()
  return lineRow(desk, id)
}
