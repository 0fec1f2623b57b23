import type { Page } from 'playwright'
import { confirmSheet, isRead } from './confirm-sheet.ts'
import { tabTo } from './keyboard.ts'
import { answer, chooseOwner } from './sheet-answers.ts'
import type { ReadSheet } from './sheet-answers.ts'

/**
 * Brings all that a sheet says onto the screen, signature and date included, by keyboard alone: typed beside the picture, or
 * put right on the lines where the machine has read it.
 */
export async function typeSheet(window: Page, sheet: ReadSheet): Promise<void> {
  if (await isRead(window)) return confirmSheet(window, sheet)
  await chooseLanguage(window, sheet.language)
  await type(window, 'Given name', sheet.givenName)
  await type(window, 'Family name', sheet.familyName)
  await type(window, 'Mobile number', sheet.phone)
  await type(window, 'E-mail', sheet.email)
  if (sheet.belongsTo !== undefined) await chooseOwner(window, sheet.belongsTo)
  await answer(window, 'Care texts: is the box ticked?', sheet.ticked.care)
  await answer(window, 'Offers: is the box ticked?', sheet.ticked.offers)
  await answer(window, 'Group threads: is the box ticked?', sheet.ticked.groups)
  await answer(window, 'It is signed', true)
  await tabTo(window, window.getByRole('spinbutton', { name: /^month/ }))
  await window.keyboard.type(sheet.signedOn)
}

/** It stands before the field that has the focus at first. */
async function chooseLanguage(window: Page, language: ReadSheet['language']): Promise<void> {
  const question = window.getByRole('radiogroup', { name: 'Writes in' })
  if (await question.getByRole('radio', { name: language }).isChecked()) return
  await tabTo(window, question.getByRole('radio').first(), question, 'Shift+Tab')
  await window.keyboard.press('ArrowRight')
}

async function type(window: Page, field: string, words: string): Promise<void> {
  await tabTo(window, window.getByRole('textbox', { name: field }))
  await window.keyboard.type(words)
}
