import type { Page } from 'playwright'

/** The dialog that notes a stop. */
export function stopDialog(window: Page, title: string) {
  const frame = window.getByRole('dialog', { name: title })
  return {
    frame,
    number: frame.getByRole('textbox', { name: 'Which number?' }),
    way: (name: string) => frame.getByRole('radio', { name }),
    words: frame.getByRole('textbox', { name: /In which words/ }),
    /** Gives a picture to the button, as the system's file window would. */
    addPicture: async (name: string, buffer: Buffer) => {
      const asked = window.waitForEvent('filechooser')
      await frame.getByRole('button', { name: 'Add its picture' }).click()
      await (await asked).setFiles({ name, mimeType: 'image/png', buffer })
    },
  }
}

/** The part of Settings about opt-outs. */
export function stopSettings(window: Page) {
  const part = window.getByRole('region', { name: 'Opt-outs' })
  return {
    part,
    ends: (name: string) => part.getByRole('radio', { name }),
    /** Gives a list to the button, as the system's file window would. */
    bringIn: async (name: string, buffer: Buffer) => {
      const asked = window.waitForEvent('filechooser')
      await part.getByRole('button', { name: 'Bring in a list' }).click()
      await (await asked).setFiles({ name, mimeType: 'text/csv', buffer })
    },
  }
}
