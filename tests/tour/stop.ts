import { carrierPanel } from '../e2e/pages/carrier-panel.ts'
import { messagesPage } from '../e2e/pages/messages-page.ts'
import type { Stage } from './stage.ts'

/** Someone on tomorrow's list, who got the alert. */
const WHO = 'Kwame Asante'

/** A person texts STOP: the thread, the person and the queue all show it at once. */
export async function stopComesIn(stage: Stage): Promise<void> {
  const page = stage.window()
  const carrier = carrierPanel(page)
  await carrier.open()
  await stage.show('practice-carrier', 'The practice carrier shows what arrived, and lets its phones answer.')
  await carrier.close()
  await carrier.textBack(WHO, 'STOP')
  const messages = messagesPage(page)
  await messages.conversation(WHO).click()
  await messages.thread.getByText(/Only its owner can undo that/).waitFor()
  await stage.show('stopped', 'STOP counts at once: the number is blocked, and the answer box says why.')
}
