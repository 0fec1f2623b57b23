import { app, Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

const LABELS = {
  en: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
  es: { file: 'Archivo', edit: 'Edición', view: 'Ver', window: 'Ventana' },
} as const

/** Sets the small native menu: what every program of the system has, by its roles. The commands live in the window. */
export function setMenu(): void {
  const labels = app.getLocale().startsWith('es') ? LABELS.es : LABELS.en
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { label: labels.file, submenu: [{ role: process.platform === 'darwin' ? 'close' : 'quit' }] },
      { label: labels.edit, role: 'editMenu' },
      { label: labels.view, submenu: viewMenu() },
      { label: labels.window, role: 'windowMenu' },
    ]),
  )
}

function viewMenu(): MenuItemConstructorOptions[] {
  const everywhere: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  return app.isPackaged
    ? everywhere
    : [...everywhere, { type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
}
