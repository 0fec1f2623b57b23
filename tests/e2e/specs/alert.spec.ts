import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'
import { KWAME, OTTO, ROSA, tomorrowsSmallSheet } from '../pages/small-sheet.ts'

describe('a schedule-change alert', () => {
  let optdesk: RunningOptdesk
  let compose: ReturnType<typeof composePage>
  let schedule: ReturnType<typeof schedulePage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    compose = composePage(optdesk.window)
    schedule = schedulePage(optdesk.window)
    await shell(optdesk.window).goTo('Schedule')
    await schedule.takeIn(tomorrowsSmallSheet())
  })
  afterAll(() => closeForGood(optdesk))

  test('goes to those of the day who may be texted; the others are named with the reason', async () => {
    await schedule.writeButton.click()
    await expect(compose.who).toContainText('3 people get it')
    await compose.leftOutButton.click()
    await expect(compose.question).toContainText('This number never agreed to texts. Ask for a signed form, or call.')
    await expect(compose.question).toContainText('Thomas Nguyen')
    await compose.question.getByRole('button', { name: 'Close' }).click()
  })

  test('is shown as each person will read it, fields filled in', async () => {
    await compose.words.pressSequentially('Hi ')
    await compose.insertField('first name')
    await compose.words.pressSequentially(', we open at 11 on ')
    await compose.insertField('appointment day')
    await compose.words.pressSequentially('.')
    await expect(compose.words).toHaveValue('Hi {first_name}, we open at 11 on {appointment_day}.')
    await expect(compose.preview).toContainText(/Hi Rosa, we open at 11 on Wednesday, \p{L}+ \d+\./u)
    await expect(compose.parts).toHaveText('1 part, 104 characters left in it.')
  })

  test.each([
    ['a curly quote', ' It’s', '’'],
    ['an emoji', ' 😀', '😀'],
  ])('%s leaves less room, and the page says so', async (_, typed, sign) => {
    const before = await compose.words.inputValue()
    await compose.words.fill(before + typed)
    await expect(compose.parts).toContainText(`Signs that leave less room: ${sign}`)
    await expect(compose.check('Parts and cost')).toContainText(`These signs leave less room in each part`)
    await compose.words.fill(before)
    await expect(compose.parts).not.toContainText('Signs')
  })

  test('a field that nobody knows is told, and nothing can be sent', async () => {
    const before = await compose.words.inputValue()
    await compose.words.fill(`${before} {frist_name}`)
    await expect(compose.check('Words')).toContainText('Optdesk knows no field “frist_name”.')
    await expect(compose.sendButton).toBeDisabled()
    await compose.words.fill(before)
  })

  test('is confirmed with its number, leaves, and each copy is told as delivered', async () => {
    await compose.askToSend()
    await expect(shell(optdesk.window).dialog('Send 3 private messages now?')).toContainText('1 person is left out')
    await optdesk.window.keyboard.press('Control+Enter')
    await expect(compose.sent).toContainText('3 messages are on the way.')
    await optdesk.window.keyboard.press('Control+Enter')
    for (const name of [ROSA, OTTO, KWAME]) await expect(schedule.copyOf(name)).toContainText('Delivered')
    const { book } = await ask(optdesk.window, 'carrier.get', {})
    expect(book.map(({ to }) => to).toSorted()).toEqual(['+12065550110', '+12065550111', '+14255550113'])
  })
})

describe('a message to one person', () => {
  let optdesk: RunningOptdesk
  let compose: ReturnType<typeof composePage>

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    compose = composePage(optdesk.window)
    await shell(optdesk.window).goTo('Compose')
  })
  afterAll(() => closeForGood(optdesk))

  test('a field without a value is told, and nothing can be sent', async () => {
    await compose.choosePerson('Hannah Weiss')
    await compose.words.fill('See you at {appointment_time}.')
    await expect(compose.who).toContainText('Nobody gets it')
    await compose.leftOutButton.click()
    await expect(compose.question).toContainText('A word that the message needs is missing for this person.')
    await compose.question.getByRole('button', { name: 'Close' }).click()
    await expect(compose.sendButton).toBeDisabled()
  })

  test('leaves, and its conversation says that it was delivered', async () => {
    await compose.words.fill('Hi {first_name}, your glasses are here.')
    await compose.send()
    await expect(compose.sent).toContainText('The message to Hannah Weiss is on the way.')
    await optdesk.window.keyboard.press('Control+Enter')
    const messages = messagesPage(optdesk.window)
    await expect(messages.bubble('Hi Hannah, your glasses are here.')).toContainText('Delivered')
  })

  test('scheduled for later it waits, and everything says until when', async () => {
    await shell(optdesk.window).goTo('Compose')
    await optdesk.window.getByRole('button', { name: 'Write another' }).or(compose.words).first().click()
    await compose.choosePerson('Bao Tran')
    await compose.words.fill('Please bring your card.')
    await compose.chooseTime('0300PM')
    await expect(compose.sendButton).toHaveText(/Schedule for Bao Tran, 3:00.PM/)
    await compose.send()
    await expect(compose.sent).toContainText(/The message to Bao Tran waits\. It goes out 3:00.PM\./)
    await expect(shell(optdesk.window).line).toContainText(/1 waits for 3:00.PM/)
    await shell(optdesk.window).goTo('Messages')
    const messages = messagesPage(optdesk.window)
    await messages.show('Waiting')
    await messages.waiting.filter({ hasText: 'Bao Tran' }).click()
    await expect(messages.bubble('Please bring your card.')).toContainText(/Waiting\s*Goes out 3:00.PM/)
  })

  test('what waits can be called back', async () => {
    const messages = messagesPage(optdesk.window)
    await messages.bubble('Please bring your card.').getByRole('button', { name: 'Call it back' }).click()
    await expect(messages.bubble('Please bring your card.')).toContainText('Cancelled')
    await expect(shell(optdesk.window).line).toHaveText('Online')
  })
})
