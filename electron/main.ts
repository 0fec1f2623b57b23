import { join } from 'node:path'
import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import { answerCalls, tellPage } from './app/bridge.ts'
import { registerBundleScheme, serveBundle } from './app/bundle-protocol.ts'
import { hasDebugSwitch } from './app/debug-switches.ts'
import { focusWindow, openMainWindow } from './app/main-window.ts'
import { setMenu } from './app/menu.ts'
import { pageShown } from './app/page-shown.ts'
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

/** Opens the window and, while its page loads, the core; the page's first calls wait until the core is there. */
async function openDesk(): Promise<void> {
  denyPermissions()
  setMenu()
  const pageHasItsScript = new Promise<void>((served) => serveBundle(join(mainDir, '..', 'renderer'), served))
  window = openMainWindow(mainDir)
  const page = window.webContents
  const shown = pageShown(page)
  // The page's process needs a while to start: time to read the core from disk. It opens once the page has its script.
  const reading = import('./app/core-host.ts')
  const opening = pageHasItsScript.then(() => reading).then(({ openCore }) => openCore(mainDir, shown))
  answerCalls(opening.then(({ router }) => router))
  closeBeforeQuit(async () => (await opening).core.close())
  const { core } = await opening
  core.onEvent(tellPage(page))
}
