import type { Page } from 'playwright'

/** One sheet to check: its picture beside its fields. */
export function formCheck(window: Page) {
  const side = window.getByRole('region', { name: 'What the form says' })
  return {
    picture: (fileName: string) => window.getByRole('img', { name: `Picture of ${fileName}` }),
    given: side.getByRole('textbox', { name: 'Given name' }),
    phone: side.getByRole('textbox', { name: 'Mobile number' }),
    /** The lines under the ink of a sheet that was read. */
    readLines: side.locator('.od-read-input'),
    question: (name: string) => side.getByRole('radiogroup', { name }),
    /** What is still open, or that everything is decided. */
    open: side.getByRole('status'),
    saveButton: side.getByRole('button', { name: /^Save/ }),
    setAsideButton: side.getByRole('button', { name: /^Set aside/ }),
    setAsideDialog: window.getByRole('dialog', { name: 'Set this form aside' }),
    /** Saves as the keys do. */
    save: () => window.keyboard.press('Control+Enter'),
  }
}
