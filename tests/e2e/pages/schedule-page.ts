import type { Page } from 'playwright'
import type { ChosenFile } from './forms-page.ts'

/** Schedule: the days, the day sheet on its way in, and what was sent to many. */
export function schedulePage(window: Page) {
  const grid = (name: string) => window.getByRole('grid', { name })
  return {
    /** Chooses a day sheet as in the system's file window. */
    addDaySheet: async (file: ChosenFile) => {
      await window.locator('input[type="file"]').setInputFiles([file] as string[])
    },
    /** Takes a day sheet in and shows its day. */
    takeIn: async (file: ChosenFile) => {
      await window.locator('input[type="file"]').setInputFiles([file] as string[])
      await window.getByRole('button', { name: /^Import \d+ rows?/ }).click()
      await window.getByRole('button', { name: /^Show / }).click()
    },
    /** How many rows are good, how many not, and how many may be texted. */
    counts: window.getByText(/Nothing is stored yet\.$/),
    trouble: window.getByRole('alert'),
    showProblems: () => window.getByRole('radio', { name: /^Not taken in/ }).click(),
    problem: (row: number) => grid('Not taken in').getByRole('row', { name: String(row), exact: true }),
    importButton: window.getByRole('button', { name: /^Import \d+ rows?/ }),
    /** What an import did. */
    done: window.getByRole('status').filter({ hasText: /in the schedule/ }),
    showDay: () => window.getByRole('button', { name: /^Show / }).click(),
    appointment: (name: string) => grid('Appointments of the day').getByRole('row', { name }).first(),
    /** Long days are drawn as far as they are in sight. */
    scrollDayToEnd: async () => {
      await grid('Appointments of the day').focus()
      await window.keyboard.press('End')
    },
    writeButton: window.getByRole('button', { name: /^Write to these/ }),
    showBroadcasts: () => window.getByRole('radio', { name: /^Sent to many/ }).click(),
    broadcast: (title: string) => grid('Sent to many').getByRole('row', { name: title }),
    /** The messages to many, the newest first. */
    broadcasts: grid('Sent to many').getByRole('row'),
    copyOf: (name: string) => grid('Each person’s copy').getByRole('row', { name }),
  }
}
