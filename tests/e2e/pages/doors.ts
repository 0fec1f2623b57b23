import type { Page } from 'playwright'

/** The screens before the desk: setting up an office, its recovery code, the lock, and trouble with the data. */
export function doors(window: Page) {
  const field = (name: string) => window.getByRole('textbox', { name, exact: true })
  return {
    title: (name: string) => window.getByRole('heading', { level: 1, name }),
    field,
    button: (name: string) => window.getByRole('button', { name }),
    /** The sentence that says what is wrong. */
    trouble: window.getByRole('alert'),
    tryAgain: () => window.getByRole('button', { name: 'Try again' }).click(),
    /** The recovery code in the parts in which it is shown, joined by dashes. */
    readRecoveryCode: async () =>
      (await window.getByRole('group', { name: 'Recovery code' }).locator('span').allTextContents()).join('-'),
    /** Says that the code is kept, and goes on to the office. */
    goOn: async () => {
      await window.getByRole('checkbox', { name: /It is printed or written down/ }).press('Space')
      await window.getByRole('button', { name: 'Open the office' }).click()
    },
    unlock: async (
      secret: string,
      asked: 'Passphrase or recovery code' | 'Recovery code' = 'Passphrase or recovery code',
    ) => {
      await field(asked).fill(secret)
      await window.getByRole('button', { name: 'Open', exact: true }).click()
    },
  }
}
