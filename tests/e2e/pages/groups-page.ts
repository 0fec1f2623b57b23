import type { Page } from 'playwright'

/** Group threads as they are seen: the one that is being started, and the ones that are. */
export function groupsPage(window: Page) {
  const begin = window.getByRole('button', { name: /^Start a group/ })
  return {
    newGroup: window.getByRole('button', { name: 'New group' }),
    find: window.getByRole('combobox', { name: /Find/ }),
    words: window.getByRole('textbox', { name: 'First message' }),
    title: window.getByRole('textbox', { name: /Name of the group/ }),
    sees: window.getByRole('region', { name: 'Who sees whom' }),
    leftOut: window.getByRole('region', { name: 'Not in the group' }),
    begin,
    confirm: window.getByRole('dialog').getByRole('button', { name: /^Start a group/ }),
    reply: window.getByRole('textbox', { name: /^Write to (all|both)/ }),
    send: window.getByRole('button', { name: /^Send to (all|both)/ }),
    log: window.getByRole('log'),
    /** Adds somebody by typing the name and taking the first that is found. */
    add: async (name: string) => {
      const field = window.getByRole('combobox', { name: /Find/ })
      await field.fill(name)
      await window
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .click()
      await window
        .getByRole('button', { name: new RegExp(`Take ${name}|${name}`) })
        .first()
        .waitFor()
    },
  }
}
