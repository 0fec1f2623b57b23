import { BrowserWindow, dialog } from 'electron'

/** Lets a person choose a folder in the system's own window, over Optdesk's. Null when they let it be. */
export async function chooseFolder(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return null
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
  return filePaths[0] ?? null
}
