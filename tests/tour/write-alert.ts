import { goTo } from './stage.ts'
import type { Stage } from './stage.ts'

/** The sample day sheet comes in: first as a dry run, then for good. */
export async function takeInTheDay(stage: Stage): Promise<void> {
  const window = stage.window()
  await goTo(window, 'Schedule')
  await window.getByRole('button', { name: 'Use the sample day sheet' }).click()
  const takeIn = window.getByRole('button', { name: /^Import \d+ rows$/ })
  await takeIn.waitFor()
  await stage.quiet()
  await stage.show(
    'day-sheet',
    "Tomorrow's day sheet: what each column holds, and every row that is not good, with its cause.",
  )
  await takeIn.click()
  await window.getByRole('button', { name: /^Show / }).click()
  await window.getByRole('button', { name: 'Write to these people' }).waitFor()
  await stage.quiet()
  await stage.show('day', 'The day: who may be texted, and who not, and why.')
}

/** Everyone of that day is told, privately, with the network away. */
export async function writeAlert(stage: Stage): Promise<void> {
  const window = stage.window()
  await window.getByRole('button', { name: 'Write to these people' }).click()
  await window.getByRole('button', { name: 'Start from' }).click()
  await window.getByRole('menuitem', { name: 'Schedule change (English)' }).click()
  const send = window.getByRole('button', { name: /^Send \d+ private messages/ })
  await send.waitFor()
  await stage.show('compose', 'The alert: who gets it, how each copy reads, what it costs, and what the rules say.')
  await window.keyboard.press('Control+Enter')
  const dialog = window.getByRole('dialog')
  await dialog.waitFor()
  await stage.show('confirm', 'The button says what will happen, and so does the question.')
  await dialog.getByRole('button', { name: /^Send/ }).click()
  await window
    .getByText(/wait for the line/)
    .first()
    .waitFor()
  await stage.show('waiting', 'The network is away: every message waits, and the foot of the window says so.')
}
