import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import { parseWindowMemory } from './window-bounds.ts'
import type { WindowMemory } from './window-bounds.ts'

/** What is remembered of the window from last time; undefined at the first start. */
export function recallWindow(): WindowMemory | undefined {
  try {
    return parseWindowMemory(readFileSync(memoryFile(), 'utf8'))
  } catch {
    return undefined // The first start has no such file; an unreadable one costs nothing but the window's place.
  }
}

/** Remembers where the window is each time it is about to close. */
export function rememberOnClose(window: BrowserWindow): void {
  window.on('close', () => {
    const memory: WindowMemory = {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isDark: nativeTheme.shouldUseDarkColors,
    }
    try {
      writeFileSync(memoryFile(), JSON.stringify(memory))
    } catch {
      // A full disk or a read-only folder must not keep a window open: next time it starts in the middle.
    }
  })
}

function memoryFile(): string {
  return join(app.getPath('userData'), 'window.json')
}
