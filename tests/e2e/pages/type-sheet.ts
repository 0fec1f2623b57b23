import type { Page } from 'playwright'
import { tabTo } from './keyboard.ts'

/** What a receptionist reads off a sheet and types. */
export interface ReadSheet {
  readonly language: 'English' | 'Spanish'
  readonly givenName: string
  readonly familyName: string
  readonly phone: string
  readonly email: string
  /** To whom the number belongs, where it is known already: `It is ...`. */
  readonly belongsTo?: string
  readonly ticked: { readonly care: boolean; readonly offers: boolean; readonly groups: boolean }
  /** Month, day and year as they are typed: `11182026`. */
  readonly signedOn: string
}

/** Types all that a sheet says beside its picture, signature and date included, by keyboard alone. */
export async function typeSheet(window: Page, sheet: ReadSheet): Promise<void> {
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

/** Asked only where the number is known already; the known person stands first. */
async function chooseOwner(window: Page, owner: string): Promise<void> {
  const question = window.getByRole('radiogroup', { name: /known/ })
  await tabTo(window, question.getByRole('radio').first(), question)
  await window.keyboard.press('Space')
  await question.getByRole('radio', { name: owner, checked: true }).waitFor()
}

async function answer(window: Page, name: string, isYes: boolean): Promise<void> {
  const question = window.getByRole('radiogroup', { name })
  await tabTo(window, question.getByRole('radio').first(), question)
  await window.keyboard.press(isYes ? 'y' : 'n')
}
