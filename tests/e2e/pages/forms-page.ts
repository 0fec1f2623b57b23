import type { Page } from 'playwright'

/** A file as the system's file window gives it: its path, or its name and its bytes. */
export type ChosenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** Bytes of a test travel to the page as text: on a busy machine twenty megabytes take longer than a press. */
const BIG_FILES_MS = 60_000

/** What a hand that drags files may do with them, as the browser counts. */
const COPY = 1

/** Forms: the pile to check, and what was decided. */
export function formsPage(window: Page) {
  return {
    /** Chooses files as in the system's file window. */
    addFiles: async (files: readonly ChosenFile[]) => {
      // A list of paths or a list of bytes: Playwright takes either, not both at once.
      await window.locator('input[type="file"]').setInputFiles(files as string[], { timeout: BIG_FILES_MS })
    },
    /** Presses F and chooses files in the system's file window, which opens upon it. */
    addByKey: async (paths: readonly string[]) => {
      const opened = window.waitForEvent('filechooser')
      await window.keyboard.press('f')
      await (await opened).setFiles([...paths])
    },
    /** Drags files from elsewhere over the page; the answer lets them go there. */
    dragOver: async (paths: readonly string[]) => {
      const page = await window.getByRole('main').boundingBox()
      if (!page) throw new Error('There is no page to drag files over')
      const place = { x: page.x + page.width / 2, y: page.y + page.height / 2 }
      const data = { items: [], files: [...paths], dragOperationsMask: COPY }
      const hand = await window.context().newCDPSession(window)
      const move = (type: 'dragEnter' | 'dragOver' | 'drop') =>
        hand.send('Input.dispatchDragEvent', { type, ...place, data })
      await move('dragEnter')
      await move('dragOver')
      return async () => {
        await move('drop')
        await hand.detach()
      }
    },
    /** Said over the page while files hang above it. */
    dropWords: window.getByText('Drop the forms here: pictures or PDFs'),
    /** One form in the list, by the name of its file. */
    row: (fileName: string) => window.getByRole('grid').getByRole('row').filter({ hasText: fileName }),
    /** The forms that the machine has not looked at yet. */
    beingRead: window.getByRole('grid').getByText('Reading…'),
    show: (view: 'To check' | 'Accepted' | 'Set aside') =>
      window.getByRole('radiogroup', { name: 'Which forms' }).getByRole('radio', { name: view }).click(),
    open: (fileName: string) => window.getByRole('grid').getByRole('row').filter({ hasText: fileName }).click(),
    /** The sentences about files that were not taken. */
    refused: window.getByRole('alert').getByRole('listitem'),
  }
}
