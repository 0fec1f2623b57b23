import type { Page } from 'playwright'

/** The places of the side bar, by their names in English. */
export type Place = 'Today' | 'Forms' | 'People' | 'Messages' | 'Compose' | 'Schedule' | 'Settings'

/** What stands around every page: the places, the bar at the foot, the short words about what was just done. */
export function shell(window: Page) {
  const foot = window.getByRole('contentinfo', { name: 'The line' })
  return {
    title: (name: string) => window.getByRole('heading', { level: 1, name, exact: true }),
    place: (place: Place) => window.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }),
    /** Goes to a place by the side bar and waits until its page is there. */
    goTo: async (place: Place) => {
      await window.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click()
      await window.getByRole('heading', { level: 1, name: place, exact: true }).waitFor()
    },
    /** What the bar at the foot says about the line. */
    line: foot.getByRole('status'),
    practiceWord: foot.getByRole('button', { name: 'Practice' }),
    toast: (words: string | RegExp) => window.getByRole('alertdialog').filter({ hasText: words }),
    dialog: (name: string | RegExp) => window.getByRole('dialog', { name }),
  }
}
