import type { Page } from 'playwright'

/** Settings, as far as the tests go there. */
export function settingsPage(window: Page) {
  const rules = window.getByRole('region', { name: 'Hours and frequency' })
  return {
    setUpOfficeButton: window.getByRole('button', { name: 'Set up our office' }),
    /** When and how often people are texted. */
    rules,
    mostADay: rules.getByRole('textbox', { name: 'Care texts a day, at most' }),
  }
}
