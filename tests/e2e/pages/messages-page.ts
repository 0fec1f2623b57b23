import type { Page } from 'playwright'

/** Messages: the conversations, what waits, and the truth under each message. */
export function messagesPage(window: Page) {
  const thread = window.getByRole('region', { name: 'Conversation', exact: true })
  return {
    show: (view: 'Conversations' | 'Waiting') =>
      window.getByRole('radiogroup', { name: 'What to show' }).getByRole('radio', { name: view }).click(),
    conversation: (name: string) => window.getByRole('grid', { name: 'Conversations' }).getByRole('row', { name }),
    waiting: window.getByRole('grid', { name: 'Waiting' }).getByRole('row'),
    thread,
    /** One message of the open conversation with the truth under it, by its words. */
    bubble: (words: string | RegExp) => thread.getByRole('article').filter({ hasText: words }),
    answerBox: thread.getByRole('textbox', { name: 'Answer' }),
  }
}
