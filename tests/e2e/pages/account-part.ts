import type { Page } from 'playwright'

/** The sending account and the sending numbers, in Settings of an office. */
export function accountPart(window: Page) {
  const part = window.getByRole('region', { name: 'Sending account' })
  const lines = window.getByRole('region', { name: 'Sending numbers' })
  const dialog = window.getByRole('dialog')
  const field = (name: string | RegExp) => dialog.getByRole('textbox', { name })
  return {
    part,
    lines,
    dialog,
    field,
    button: (name: string) => part.getByRole('button', { name, exact: true }),
    save: () => dialog.getByRole('button', { name: 'Save' }).click(),
    /** React Aria keeps inputs out of sight; their words are what a person presses. */
    choose: (name: string) => dialog.getByText(name, { exact: true }).click(),
    pressRealPhones: () => part.getByText('Send to real phones', { exact: true }).click(),
    confirmRealPhones: () => dialog.getByRole('button', { name: 'Send to real phones' }).click(),
    outcome: part.getByRole('status'),
    trouble: part.getByRole('alert'),
  }
}
