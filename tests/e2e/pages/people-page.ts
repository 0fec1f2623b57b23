import type { Page } from 'playwright'

/** People: the list with its search, and one person's whole story. */
export function peoplePage(window: Page) {
  const story = window.getByRole('region', { name: 'The person' })
  const row = (name: string) => window.getByRole('grid', { name: 'People' }).getByRole('row', { name })
  return {
    /** Finds a person by words and opens the story. */
    open: async (name: string) => {
      await window.getByRole('searchbox', { name: 'Name or number' }).fill(name)
      await row(name).click()
      await story.getByRole('heading', { level: 2, name }).waitFor()
    },
    row,
    story,
    noteStopButton: story.getByRole('button', { name: 'Note a stop' }),
    formLink: (code: string) => story.getByRole('link', { name: `Form ${code}` }).first(),
  }
}
