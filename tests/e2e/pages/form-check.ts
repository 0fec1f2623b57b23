import type { Locator, Page } from 'playwright'
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

/** One sheet beside its fields. */
export function formCheck(window: Page) {
  const side = window.getByRole('region', { name: 'What the form says' })
  const given = side.getByRole('textbox', { name: 'Given name' })
  const family = side.getByRole('textbox', { name: 'Family name' })
  const phone = side.getByRole('textbox', { name: 'Mobile number' })
  const email = side.getByRole('textbox', { name: 'E-mail' })
  const question = (name: string) => side.getByRole('radiogroup', { name })
  const month = side.getByRole('spinbutton', { name: /^month/ })

  const type = async (field: Locator, words: string) => {
    await tabTo(window, field)
    await window.keyboard.type(words)
  }
  const answer = async (name: string, isYes: boolean) => {
    await tabTo(window, question(name).getByRole('radio').first(), question(name))
    await window.keyboard.press(isYes ? 'y' : 'n')
  }
  const chooseLanguage = async (language: ReadSheet['language']) => {
    const group = question('Writes in')
    if (await group.getByRole('radio', { name: language }).isChecked()) return
    await tabTo(window, group.getByRole('radio').first(), group, 'Shift+Tab')
    await window.keyboard.press('ArrowRight')
  }
  const chooseOwner = async (owner: string) => {
    const known = side.getByRole('radiogroup', { name: /known/ })
    await tabTo(window, known.getByRole('radio').first(), known)
    await window.keyboard.press('Space')
    await known.getByRole('radio', { name: owner, checked: true }).waitFor()
  }
  return {
    picture: (fileName: string) => window.getByRole('img', { name: `Picture of ${fileName}` }),
    given,
    phone,
    question,
    /** What is still open, or that everything is decided. */
    open: side.getByRole('status'),
    saveButton: side.getByRole('button', { name: /^Save/ }),
    setAsideButton: side.getByRole('button', { name: /^Set aside/ }),
    setAsideDialog: window.getByRole('dialog', { name: 'Set this form aside' }),
    place: side.getByText(/^\d+ of \d+$/),
    /** Types all that a sheet says, signature and date included, by keyboard alone. */
    typeSheet: async (sheet: ReadSheet) => {
      await given.waitFor()
      await chooseLanguage(sheet.language)
      await type(given, sheet.givenName)
      await type(family, sheet.familyName)
      await type(phone, sheet.phone)
      await type(email, sheet.email)
      if (sheet.belongsTo !== undefined) await chooseOwner(sheet.belongsTo)
      await answer('Care texts: is the box ticked?', sheet.ticked.care)
      await answer('Offers: is the box ticked?', sheet.ticked.offers)
      await answer('Group threads: is the box ticked?', sheet.ticked.groups)
      await answer('It is signed', true)
      await type(month, sheet.signedOn)
    },
    /** Saves as the keys do. */
    save: () => window.keyboard.press('Control+Enter'),
  }
}
