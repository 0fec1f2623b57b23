import type { Page } from 'playwright'

/** Settings, as far as the tests go there. */
export function settingsPage(window: Page) {
  return { setUpOfficeButton: window.getByRole('button', { name: 'Set up our office' }) }
}
