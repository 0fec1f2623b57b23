import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import { answerCalls, tellPage } from './app/bridge.ts'
import { registerBundleScheme, serveBundle } from './app/bundle-protocol.ts'
import { hasDebugSwitch } from './app/debug-switches.ts'
import { focusWindow, openMainWindow } from './app/main-window.ts'
import { setMenu } from './app/menu.ts'
import { pageShown } from './app/page-shown.ts'
import { readCore } from './app/compiled-core.ts'
import { denyPermissions, hardenPages } from './app/security.ts'
import { closeBeforeQuit } from './app/shutdown.ts'
import { endAfterStartFailure } from './app/start-failure.ts'
import { mayBeDriven } from './app/start-options.ts'

const mainDir = import.meta.dirname
let window: BrowserWindow | undefined

hardenPages()
registerBundleScheme()

if (mayStart()) {
  app.on('second-instance', () => focusWindow(window))
  app.on('window-all-closed', () => app.quit())
  // Never awaited here: Electron becomes ready only after this module has run to its end.
  app.whenReady().then(openDesk).catch(endAfterStartFailure)
} else {
  app.quit()
}

/** One Optdesk a person, and an installed one is not to be watched or steered from outside. */
function mayStart(): boolean {
  const isWatched = app.isPackaged && hasDebugSwitch(process.argv) && !mayBeDriven()
  return !isWatched && app.requestSingleInstanceLock()
}

/** Opens the window and, while its page runs its script, the core; the page's first calls wait until the core is there. */
async function openDesk(): Promise<void> {
  denyPermissions()
  setMenu()
  serveBundle(join(mainDir, '..', 'renderer'))
  window = openMainWindow(mainDir)
  const page = window.webContents
  const shown = pageShown(page)
  // The page's process needs a while to start: time to read the core from disk. It opens once the page asks for something,
  // because until then main has the page's files to hand over; a page that never asks must not keep the sender from its work.
  const reading = nextTurn().then(() => readCore(mainDir))
  const asked = Promise.withResolvers<void>()
  const opening = Promise.race([asked.promise, shown])
    .then(() => reading)
    .then(({ openCore }) => openCore(mainDir, shown))
  answerCalls(
    opening.then(({ router }) => router),
    asked.resolve,
  )
  closeBeforeQuit(async () => (await opening).core.close())
  const { core } = await opening
  core.onEvent(tellPage(page))
}
