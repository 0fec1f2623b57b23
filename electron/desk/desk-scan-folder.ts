import { startScanFolder } from '../scan-folder/watch-folder.ts'
import type { ScanFolder } from '../scan-folder/watch-folder.ts'
import { addForms } from '../services/add-forms.ts'
import { deskAlarm } from './desk-alarm.ts'
import type { CoreParts } from './core-parts.ts'
import type { DeskServices } from './desk-services.ts'

/** Starts what takes in the scanner's files, as if somebody had dropped them on the page of forms. */
export function startDeskScanFolder(
  parts: CoreParts,
  desk: () => DeskServices,
  store: DeskServices['store'],
): ScanFolder {
  const { clock, emit, untilShown, reportTrouble } = parts
  return startScanFolder({
    store,
    clock,
    emit,
    setAlarm: deskAlarm(parts),
    add: ({ name, bytes }) => addForms(desk(), { files: [{ name, bytes: new Uint8Array(bytes) }] }),
    onTrouble: reportTrouble,
    ...(untilShown && { mayBegin: untilShown }),
  })
}
