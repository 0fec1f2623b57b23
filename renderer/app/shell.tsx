import { useMemo } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { useRead } from '../api/queries.ts'
import { useText } from '../i18n/use-text.ts'
import { CarrierDrawer } from './carrier-drawer.tsx'
import { CommandProvider } from './command-center.tsx'
import type { WindowActions } from './commands.ts'
import { FootBar } from './foot-bar.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Palette } from './palette.tsx'
import { PracticeEdge } from './practice-edge.tsx'
import { SideBar } from './side-bar.tsx'
import { StopOverlay } from './stop-overlay.tsx'
import { useWindowState, WindowStateProvider } from './window-state.tsx'
import './shell.css'

/** The window around every page: places at the left, the truth about the line at the foot, and what can lie over them. */
export function Shell() {
  return (
    <WindowStateProvider>
      <ShellFrame />
    </WindowStateProvider>
  )
}

function ShellFrame() {
  const text = useText()
  const actions = useWindowActions()
  const setup = useRead('setup.state', {}).value
  const isPractice = setup?.state === 'ready' && setup.desk === 'practice'
  return (
    <CommandProvider actions={actions}>
      <a
        className="od-skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {text('shell.skip')}
      </a>
      <div className="od-shell">
        <SideBar />
        <main id="main" className="od-main" tabIndex={-1}>
          <Outlet />
        </main>
        <FootBar isPractice={isPractice} />
      </div>
      {isPractice && <PracticeEdge />}
      <Palette isPractice={isPractice} />
      <KeysDialog />
      <StopOverlay />
      {isPractice && <CarrierDrawer />}
    </CommandProvider>
  )
}

function useWindowActions(): WindowActions {
  const navigate = useNavigate()
  const { open, togglePrivacy } = useWindowState()
  return useMemo<WindowActions>(
    () => ({
      goTo: (path, intent) => void navigate(path, intent === undefined ? {} : { state: { intent } }),
      openPalette: () => open('palette'),
      showKeys: () => open('keys'),
      openCarrier: () => open('carrier'),
      noteStop: () => open('stop'),
      togglePrivacy,
      moveInList: focusList,
    }),
    [navigate, open, togglePrivacy],
  )
}

/** From anywhere on the page, J and K lead into its list; inside it the list moves by itself. */
function focusList(): void {
  const list = document.querySelector<HTMLElement>('[data-list] [role="grid"], [data-list] [role="treegrid"]')
  const chosen = list?.querySelector<HTMLElement>('[aria-selected="true"]')
  if (chosen) chosen.focus()
  else if (list) {
    list.focus()
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true, cancelable: true }))
  }
}
