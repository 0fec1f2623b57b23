import { rm } from 'node:fs/promises'
import type { Page } from 'playwright'
import type { InputOf, MethodName, OutputOf } from '../../../shared/ipc/contract.ts'
import { startOptdesk } from '../../support/electron-app.ts'
import type { RunningOptdesk, StartOptdesk } from '../../support/electron-app.ts'
import { officeHourSwitch } from '../../support/office-hours.ts'
import { shell } from './shell.ts'

/** For one press of a key or a button on a busy machine. */
const ENOUGH_MS = 15_000

/** Starts Optdesk at an hour at which everybody may be texted, and waits until its window shows something. */
export async function startAtOfficeHour(options: StartOptdesk = {}): Promise<RunningOptdesk> {
  const optdesk = await startOptdesk({ ...options, switches: [officeHourSwitch(), ...(options.switches ?? [])] })
  optdesk.window.setDefaultTimeout(ENOUGH_MS)
  // Playwright catches the system's file window only while somebody listens for it. One that opens a moment too early
  // is a real one, which nobody here can close, and the input it belongs to opens no second.
  optdesk.window.on('filechooser', () => {})
  await optdesk.window.getByRole('heading', { level: 1 }).waitFor()
  return optdesk
}

/** The practice desk, open on Today. Its people answer only when a test makes them. */
export async function openPracticeDesk(options: StartOptdesk = {}): Promise<RunningOptdesk> {
  const optdesk = await startAtOfficeHour(options)
  await shell(optdesk.window).title('Today').waitFor()
  await ask(optdesk.window, 'carrier.set', { isAnswering: false })
  return optdesk
}

/** Closes Optdesk and removes its folder. */
export async function closeForGood(optdesk: RunningOptdesk): Promise<void> {
  await optdesk.close()
  await rm(optdesk.userDataDir, { recursive: true, force: true })
}

/** Asks the core as the page does: to prepare what a test does not look at, and to read what no page shows. */
export async function ask<M extends MethodName>(window: Page, method: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const asked = { method, input } as { readonly method: MethodName; readonly input: never }
  const answer = await window.evaluate(
    (question) => globalThis.window.optdesk.call(question.method, question.input),
    asked,
  )
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value as OutputOf<M>
}
