import type { Page } from 'playwright'
import { expect } from './expect.ts'
import type { ChosenFile } from './forms-page.ts'

/** Compose: to whom, what, when, the checks beside, and the button that says what it will do. */
export function composePage(window: Page) {
  const words = window.getByRole('textbox', { name: 'Message' })
  const sendButton = window.getByRole('button', { name: /^(Send|Schedule)/ })
  const question = window.getByRole('dialog')
  /** A press while the page still works out what it would send does nothing, so it is pressed until the question stands. */
  const askToSend = () =>
    expect(async () => {
      if (!(await question.isVisible())) await sendButton.click({ timeout: 2_000 })
      await question.waitFor({ timeout: 2_000 })
    }).toPass({ timeout: 15_000 })
  return {
    words,
    sendButton,
    /** The confirming question. */
    question,
    /** Finds a person and puts her on the list. */
    choosePerson: async (name: string) => {
      await window.getByRole('combobox', { name: 'Find a person' }).fill(name)
      await window.getByRole('option', { name }).click()
      await window.getByRole('button', { name: `Take ${name} off` }).waitFor()
    },
    insertField: (field: string) =>
      window.getByRole('group', { name: 'Put in for each person' }).getByRole('button', { name: field }).click(),
    /** How many parts the message has, as the carrier counts. */
    parts: window.getByRole('region', { name: 'What', exact: true }).getByRole('status'),
    /** How many get it and how many are left out. */
    who: window.getByRole('region', { name: 'Who' }).getByRole('status'),
    leftOutButton: window.getByRole('button', { name: /left out$/ }),
    /** One of the checks, by its title. */
    check: (title: string) =>
      window.getByRole('region', { name: 'Before it leaves' }).getByRole('listitem').filter({ hasText: title }),
    /** The message as a person will read it. */
    preview: window.getByRole('region', { name: 'As they read it' }),
    /** Chooses a time of today at the practice: hour, minute and half of the day as they are typed, `0300PM`. */
    chooseTime: async (typed: string) => {
      await window.getByRole('radio', { name: 'At a time' }).press('Space')
      await window.getByRole('spinbutton', { name: /^hour/ }).focus()
      await window.keyboard.type(typed)
    },
    /** What is attached, each with its size and what it shows in words. */
    attached: window.getByRole('list', { name: 'Attached' }).getByRole('listitem'),
    /** Chooses files to attach as in the system's file window. */
    attach: (files: readonly ChosenFile[]) =>
      window.locator('input[type="file"]').setInputFiles([...files] as string[]),
    /** What became of it. */
    sent: window.getByRole('status').filter({ hasText: 'Write another' }),
    askToSend,
    /** Presses the button and confirms the question that follows. */
    send: async () => {
      await askToSend()
      await question.getByRole('button', { name: /^(Send|Schedule)/ }).click()
    },
  }
}
