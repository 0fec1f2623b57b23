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

/** Asked only where the number is known already; the known person stands first. */
export async function chooseOwner(window: Page, owner: string): Promise<void> {
  const question = window.getByRole('radiogroup', { name: /known/ })
  await tabTo(window, question.getByRole('radio').first(), question)
  await window.keyboard.press('Space')
  await question.getByRole('radio', { name: owner, checked: true }).waitFor()
}

/** Answers one question of Yes and No by its key. */
export async function answer(window: Page, name: string | RegExp, isYes: boolean): Promise<void> {
  const question = window.getByRole('radiogroup', { name })
  await tabTo(window, question.getByRole('radio').first(), question)
  await window.keyboard.press(isYes ? 'y' : 'n')
}
