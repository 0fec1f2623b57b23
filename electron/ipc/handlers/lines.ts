import type { LineId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { lineList, setDefaultLine } from '../../services/sending-lines.ts'
import { saveLine } from '../../services/save-line.ts'

/** The office's sending numbers. */
export const lineHandlers: HandlerGroup<'lines.list' | 'lines.save' | 'lines.setDefault'> = (desk) => ({
  'lines.list': async () => ok({ lines: [...(await lineList(desk))] }),
  'lines.save': (input) => saveLine(desk, input),
  'lines.setDefault': ({ id }) => setDefaultLine(desk, id as LineId),
})
