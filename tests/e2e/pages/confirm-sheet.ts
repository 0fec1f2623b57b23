import type { Page } from 'playwright'
import { tabTo } from './keyboard.ts'
import { answer, chooseOwner } from './sheet-answers.ts'
import type { ReadSheet } from './sheet-answers.ts'

/** Whether the sheet on the screen was read by the machine, so that its lines stand under its ink. */
export async function isRead(window: Page): Promise<boolean> {
  return (await window.locator('.od-check-form[data-read]').count()) > 0
}

/** Puts right what was read, answers every question and confirms signature and date, by keyboard alone. */
export async function confirmSheet(window: Page, sheet: ReadSheet): Promise<void> {
  await window.keyboard.press('Control+L')
  await putRight(window, 'Given name', sheet.givenName)
  await putRight(window, 'Family name', sheet.familyName)
  await putRight(window, 'Mobile number', sheet.phone)
  await putRight(window, 'E-mail', sheet.email)
  const again = window.getByRole('textbox', { name: 'The number once more' })
  if ((await again.count()) > 0) {
    await tabTo(window, again, again, 'Shift+Tab')
    await window.keyboard.type(sheet.phone)
  }
  if (sheet.belongsTo !== undefined) await chooseOwner(window, sheet.belongsTo)
  await answer(window, 'Care texts: is the box ticked?', sheet.ticked.care)
  await answer(window, 'Offers: is the box ticked?', sheet.ticked.offers)
  await answer(window, 'Group threads: is the box ticked?', sheet.ticked.groups)
  await answer(window, 'It is signed', true)
  await window.keyboard.press('Control+L')
  await putRight(window, 'Date on the form', sheet.signedOn)
  await answer(window, /is that the date on the form/, true)
}

/** Goes down to a line and types over it where it says something else than the paper. */
async function putRight(window: Page, name: string, words: string): Promise<void> {
  const line = window.getByRole('textbox', { name, exact: false }).and(window.locator('.od-read-input'))
  for (let presses = 0; presses < 5; presses += 1) {
    if (await line.evaluate((element) => element === document.activeElement)) break
    await window.keyboard.press('ArrowDown')
  }
  const said = await line.inputValue()
  if (plain(said) === plain(words)) return
  await window.keyboard.press('Control+A')
  await window.keyboard.press(words === '' ? 'Delete' : 'End')
  await window.keyboard.press('Control+A')
  await window.keyboard.type(words)
}

function plain(text: string): string {
  return text.replace(/\s/g, '')
}
