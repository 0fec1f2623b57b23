import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { carrierPanel } from '../pages/carrier-panel.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { peoplePage } from '../pages/people-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'
import { KWAME, OTTO, ROSA } from '../pages/small-sheet.ts'

describe('answers and stops', () => {
  let optdesk: RunningOptdesk
  let messages: ReturnType<typeof messagesPage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    messages = messagesPage(optdesk.window)
    await writeTo(ROSA, 'Hi {first_name}, your results are here.')
    await writeTo(ROSA, 'Hi {first_name}, see you soon.', '0500PM')
    await writeTo(KWAME, 'Hi {first_name}, see you soon.', '0500PM')
    await shell(optdesk.window).goTo('Messages')
  })
  afterAll(() => closeForGood(optdesk))

  async function writeTo(name: string, words: string, time?: string): Promise<void> {
    const compose = composePage(optdesk.window)
    await optdesk.window.keyboard.press('n')
    await compose.choosePerson(name)
    await compose.words.fill(words)
    if (time !== undefined) await compose.chooseTime(time)
    await compose.send()
    await compose.sent.waitFor()
    await optdesk.window.keyboard.press('g')
    await optdesk.window.keyboard.press('t')
  }

  test('an answer appears in its conversation, and the side bar counts it until it is read', async () => {
    await carrierPanel(optdesk.window).textBack(ROSA, 'Is there parking?')
    await expect(shell(optdesk.window).place('Messages')).toContainText('1')
    await messages.conversation(ROSA).click()
    await expect(messages.bubble('Is there parking?')).toBeVisible()
    await expect(shell(optdesk.window).place('Messages')).toHaveText('Messages')
    await expect(messages.answerBox).toBeVisible()
  })

  test('STOP blocks the number at once and stops what waits for it', async () => {
    await carrierPanel(optdesk.window).textBack(ROSA, 'STOP')
    await expect(messages.thread).toContainText('This number said stop, so nothing can be sent.')
    await expect(messages.answerBox).toHaveCount(0)
    await expect(messages.bubble('see you soon')).toContainText('Stopped before it left')
    await expect(shell(optdesk.window).line).toContainText(/1 waits for 5:00/)
  })

  test('the person shows the stop, and nobody can write to her', async () => {
    await messages.thread.getByRole('link', { name: ROSA }).click()
    const people = peoplePage(optdesk.window)
    await expect(people.story).toContainText(/Said stop on .* by text\. Only the owner of the number can undo that/)
    await expect(people.story.getByRole('button', { name: 'Write a message' })).toHaveCount(0)
    await shell(optdesk.window).goTo('Compose')
    const compose = composePage(optdesk.window)
    await compose.choosePerson(ROSA)
    await compose.words.fill('Hello again')
    await expect(compose.who).toContainText('Nobody gets it')
    await expect(compose.sendButton).toBeDisabled()
    await optdesk.window.getByRole('button', { name: 'Start over' }).click()
  })

  test('START, from the owner alone, lifts it', async () => {
    await carrierPanel(optdesk.window).textBack(ROSA, 'START')
    await shell(optdesk.window).goTo('Messages')
    await messages.conversation(ROSA).click()
    await expect(messages.answerBox).toBeVisible()
    const { book } = await ask(optdesk.window, 'carrier.get', {})
    expect(book.filter(({ text }) => text.includes('see you soon'))).toEqual([])
  })

  test('a stop in other words waits for a person to say what it meant', async () => {
    await ask(optdesk.window, 'carrier.reply', { e164: '+14255550113', body: 'Please leave me alone with these' })
    await messages.conversation(KWAME).click()
    await expect(messages.thread).toContainText('Did this mean stop?')
    await messages.thread.getByRole('link', { name: KWAME }).click()
    const people = peoplePage(optdesk.window)
    await expect(people.story).toContainText(/May have said stop on .*: a person must read the answer/)
    await expect(people.story).not.toContainText('Said stop')
    await expect(people.row(KWAME)).toContainText('May have said stop')
    await people.story.getByRole('button', { name: 'Read the answer' }).click()
    await messages.thread.getByRole('button', { name: /Yes, stop texts/ }).click()
    await expect(shell(optdesk.window).toast('1 waiting message was stopped.')).toBeVisible()
    await expect(messages.bubble('see you soon')).toContainText('Stopped before it left')
    await expect(shell(optdesk.window).line).toHaveText('Online')
  })

  test('a stop said at the desk is noted with its words', async () => {
    await shell(optdesk.window).goTo('People')
    const people = peoplePage(optdesk.window)
    await people.open(OTTO)
    await people.noteStopButton.click()
    const dialog = shell(optdesk.window).dialog('Otto Lindgren said stop')
    await dialog.getByRole('radio', { name: 'At the desk' }).press('Space')
    await dialog.getByRole('textbox', { name: /In which words/ }).fill('No more texts, please.')
    await dialog.getByRole('button', { name: 'Stop all texts to this number' }).click()
    await expect(people.story).toContainText(/Said stop on .* at the desk\./)
    await expect(people.story).toContainText('No more texts, please.')
  })
})
