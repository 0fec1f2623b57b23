import type { Page } from 'playwright'

/** A file as the system's file window gives it: its path, or its name and its bytes. */
export type ChosenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** Forms: the pile to check, and what was decided. */
export function formsPage(window: Page) {
  return {
    /** Chooses files as in the system's file window. */
    addFiles: async (files: readonly ChosenFile[]) => {
      // A list of paths or a list of bytes: Playwright takes either, not both at once.
      await window.locator('input[type="file"]').setInputFiles(files as string[])
    },
    /** One form in the list, by the name of its file. */
    row: (fileName: string) => window.getByRole('grid').getByRole('row').filter({ hasText: fileName }),
    show: (view: 'To check' | 'Accepted' | 'Set aside') =>
      window.getByRole('radiogroup', { name: 'Which forms' }).getByRole('radio', { name: view }).click(),
    open: (fileName: string) => window.getByRole('grid').getByRole('row').filter({ hasText: fileName }).click(),
    /** The sentences about files that were not taken. */
    refused: window.getByRole('alert').getByRole('listitem'),
  }
}
