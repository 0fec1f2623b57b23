import type { Page } from 'playwright'

/** Settings, as far as the tests change them. */
export function settingsPage(window: Page) {
  const choose = async (name: string) => {
    const choice = window.getByRole('radio', { name, exact: true })
    await choice.press('Space')
  }
  return {
    setUpOfficeButton: window.getByRole('button', { name: 'Set up our office' }),
    chooseTheme: (theme: 'Light' | 'Dark') => choose(theme),
  }
}
