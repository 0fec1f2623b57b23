import { app, session } from 'electron'
import type { WebContents } from 'electron'

/** Puts every page of this process into the sandbox and forbids it to leave our window. Runs before Electron is ready. */
export function hardenPages(): void {
  // Tests run as root start Electron with --no-sandbox; the two together make every child process refuse to start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents))
}

/** Putting words on the clipboard, which a page may only do while a person presses something: the recovery code's Copy. */
const COPYING = 'clipboard-sanitized-write'

/** Denies every permission a page could ask for, but for copying. Electron grants all of them when nobody answers. */
export function denyPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === COPYING))
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === COPYING)
  defaultSession.setDevicePermissionHandler(() => false)
}

/** A page stays the page it is: no navigation, no new window, no page within the page. */
function keepInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
