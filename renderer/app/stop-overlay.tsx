import { NoteStopDialog } from '../features/stops/note-stop-dialog.tsx'
import { useWindowState } from './window-state.tsx'

/** Notes a stop from anywhere: somebody calls, and nobody has looked the person up yet. */
export function StopOverlay() {
  const { overlay, close } = useWindowState()
  return overlay === 'stop' ? <NoteStopDialog name={null} numbers={[]} onClose={close} /> : null
}
