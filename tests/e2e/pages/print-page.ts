import type { Page } from 'playwright'

/** Blank forms to print. */
export function printPage(window: Page) {
  const choices = window.getByRole('region', { name: 'What the form says' })
  return {
    /** The sheet as it will be printed, by its code. */
    sheet: (code: string) => window.getByRole('img', { name: `The form ${code} as it will be printed` }),
    /** A choice such as the paper: its question and its answer. */
    question: (name: string) => choices.getByRole('radiogroup', { name }),
    choice: (name: string, answer: string) =>
      choices.getByRole('radiogroup', { name }).getByRole('radio', { name: answer }),
    legalName: choices.getByRole('textbox', { name: 'Legal name of the office' }),
    address: choices.getByRole('textbox', { name: /^Address/ }),
    howMany: choices.getByRole('textbox', { name: 'How many' }),
    box: (name: string) => choices.getByRole('checkbox', { name }),
    checklist: window.getByRole('region', { name: 'Checklist' }),
    verdict: choices.getByRole('status'),
    saveButton: window.getByRole('button', { name: /as PDF/ }),
    alphabetButton: window.getByRole('button', { name: 'Alphabet sheet' }),
  }
}
