import { ipcMain } from 'electron'
import type { WebContents } from 'electron'
import type { Envelope } from '../../shared/ipc/contract.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../ipc/channels.ts'
import type { CoreListener } from '../ipc/events.ts'
import type { Router } from '../ipc/router.ts'
import { isTrustedSender } from '../ipc/trusted-sender.ts'

const NOT_TRUSTED: Envelope<never> = { ok: false, error: { code: 'not_trusted' } }

/**
 * Answers the window's calls, and tells when the first one comes: the page then has its script and is busy running it. A
 * call that comes while the core is still opening waits for it.
 */
export function answerCalls(router: Promise<Router>, onCall: () => void): void {
  ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) return NOT_TRUSTED
    onCall()
    return (await router).call(method, input, { caller: 'window' })
  })
}

/** A listener that passes what the core tells on to a page, as long as the page is there. */
export function tellPage(page: WebContents): CoreListener {
  return (event) => {
    if (!page.isDestroyed()) page.send(EVENT_CHANNEL, event)
  }
}
