import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/ipc/bridge.ts'
import type { CoreEvent } from '../shared/ipc/contract.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from './ipc/channels.ts'

// The page gets these two functions and nothing else: never ipcRenderer itself, never Electron's event object.
const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  on: (name, listener) => {
    const pass = (_electronEvent: unknown, event: CoreEvent) => {
      // `name` and the event's name agree, so the value is the one this listener is for; the compiler cannot see it.
      if (event.name === name) listener(event.value as Parameters<typeof listener>[0])
    }
    ipcRenderer.on(EVENT_CHANNEL, pass)
    return () => void ipcRenderer.off(EVENT_CHANNEL, pass)
  },
}

contextBridge.exposeInMainWorld('optdesk', bridge)
