import { Drawer } from '../design/dialog.tsx'
import { CarrierPanel } from '../features/practice-carrier/carrier-panel.tsx'
import { useText } from '../i18n/use-text.ts'
import { useWindowState } from './window-state.tsx'

/** The practice carrier beside the page one is on: break the network there and watch it here. */
export function CarrierDrawer() {
  const text = useText()
  const { overlay, close } = useWindowState()
  return (
    <Drawer title={text('practice.carrier')} isOpen={overlay === 'carrier'} onClose={close}>
      <CarrierPanel />
    </Drawer>
  )
}
