import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { firstPlace } from './start-options.ts'
import { boundsToRestore, FIRST_SIZE, LEAST_SIZE } from './window-bounds.ts'
import { recallWindow, rememberOnClose } from './window-memory.ts'

/** The page's own colour (`--paper` of renderer/design/tokens.css), so that nothing flashes before the page is drawn. */
const PAPER = { light: '#f7f4ef', dark: '#101419' }

/** Opens the one window of Optdesk; it is shown once its page is about to draw. `mainDir` is the folder of the built main. */
export function openMainWindow(mainDir: string): BrowserWindow {
  const memory = recallWindow()
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  const isDark = memory?.isDark ?? nativeTheme.shouldUseDarkColors
  const window = new BrowserWindow({
    title: 'Optdesk',
    show: false,
    paintWhenInitiallyHidden: false, // See showWhenReady.
    autoHideMenuBar: true,
    backgroundColor: isDark ? PAPER.dark : PAPER.light,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    ...(boundsToRestore(memory?.bounds, displays) ?? FIRST_SIZE),
    webPreferences: {
      preload: join(mainDir, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false, // Its dictionaries would be fetched from the network.
      devTools: !app.isPackaged,
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile', // The script stays compiled as a whole from the first start on.
    },
  })
  if (memory?.isMaximized) window.maximize()
  showWhenReady(window)
  rememberOnClose(window)
  reloadWhenPageDies(window)
  void window.loadURL(`app://bundle/#${firstPlace()}`)
  return window
}

/** Brings the window before the person, whatever was done with it. */
export function focusWindow(window: BrowserWindow | undefined): void {
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/**
 * Shows the window when the page has run its script. A page that is to be drawn waits for the graphics process before it
 * does anything else; hidden until then, it runs its script while that process starts.
 */
function showWhenReady(window: BrowserWindow): void {
  window.webContents.once('dom-ready', () => window.show())
  window.webContents.once('did-fail-load', () => window.show())
}

/** A page that crashed or ran out of memory is loaded anew; the core, and what it sends, goes on meanwhile. */
function reloadWhenPageDies(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    console.error(`The window's page ended: ${reason}`)
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
  })
}
