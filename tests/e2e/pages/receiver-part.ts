import type { Page } from 'playwright'

/** The receiver of webhooks, in Settings of an office. */
export function receiverPart(window: Page) {
  const part = window.getByRole('region', { name: 'Webhooks' })
  return {
    part,
    field: (name: string) => part.getByRole('textbox', { name, exact: true }),
    save: () => part.getByRole('button', { name: 'Save' }).click(),
    /** React Aria keeps the input out of sight; its words are what a person presses. */
    pressSwitch: () => part.getByText('Receive webhooks', { exact: true }).click(),
    openOutside: () => part.getByRole('button', { name: 'What must stand outside' }).click(),
    trouble: part.getByRole('alert'),
  }
}
