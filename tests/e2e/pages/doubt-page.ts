import type { Page } from 'playwright'

/** The messages nobody knows the end of, and the story of one with what a person can decide. */
export function doubtPage(window: Page) {
  return {
    row: (name: string) => window.getByRole('gridcell').or(window.getByRole('row')).filter({ hasText: name }).first(),
    detail: window.getByRole('article', { name: 'A message in doubt' }),
  }
}
