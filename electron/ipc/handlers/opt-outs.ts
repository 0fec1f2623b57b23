import type { SuppressionId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { dropNumber } from '../../services/drop-number.ts'
import { noteOptOut } from '../../services/note-opt-out.ts'
import { chooseOptOuts, optOutSettings } from '../../services/opt-out-settings.ts'
import { stopEvidence } from '../../services/stop-evidence.ts'
import { exportStopList, importStopList, readStopList } from '../../services/stop-lists.ts'

type Method =
  | 'people.optOut'
  | 'people.dropNumber'
  | 'optOuts.settings'
  | 'optOuts.choose'
  | 'optOuts.evidence'
  | 'optOuts.readList'
  | 'optOuts.importList'
  | 'optOuts.exportList'

/** Stops: noted, shown with their proof, brought in and out, and what they end. */
export const optOutHandlers: HandlerGroup<Method> = (desk) => ({
  'people.optOut': (input) => noteOptOut(desk, input),
  'people.dropNumber': (input) => dropNumber(desk, input),
  'optOuts.settings': async () => ok(await optOutSettings(desk)),
  'optOuts.choose': (changes) => chooseOptOuts(desk, changes),
  'optOuts.evidence': ({ id }) => stopEvidence(desk, id as SuppressionId),
  'optOuts.readList': (file) => readStopList(desk, file),
  'optOuts.importList': (file) => importStopList(desk, file),
  'optOuts.exportList': async () => ok(await exportStopList(desk)),
})
