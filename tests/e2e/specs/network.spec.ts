import { afterAll, beforeAll, describe, test } from 'vitest'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { startWireCarrier } from '../../support/wire-carrier.ts'
import type { WireCarrier } from '../../support/wire-carrier.ts'
import { carrierPanel } from '../pages/carrier-panel.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { doubtPage } from '../pages/doubt-page.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { ask, closeForGood, openPracticeDesk, startAtOfficeHour } from '../pages/practice-desk.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'
import { KWAME, OTTO, ROSA, tomorrowsSmallSheet } from '../pages/small-sheet.ts'

/** The practice desk looks twice, ten seconds apart, before it says that there is no trace. */
const EVIDENCE_ENDS = { timeout: 45_000 }

describe('the network is lost', () => {
  let optdesk: RunningOptdesk

  /** The same folder after a power cut: the program is gone without a word and is started again. */
  async function restartAfterKill(): Promise<void> {
    await optdesk.kill()
    optdesk = await openPracticeDesk({ userDataDir: optdesk.userDataDir })
  }

  async function textsOfBook(): Promise<readonly string[]> {
    const { book } = await ask(optdesk.window, 'carrier.get', {})
    return book.map(({ text }) => text)
  }

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
    await shell(optdesk.window).goTo('Schedule')
    await schedulePage(optdesk.window).takeIn(tomorrowsSmallSheet())
  })
  afterAll(() => closeForGood(optdesk))

  test('the foot bar says so, and what is sent waits', async () => {
    await carrierPanel(optdesk.window).set('Network', false)
    await expect(shell(optdesk.window).line).toContainText('Offline since')
    await schedulePage(optdesk.window).writeButton.click()
    const compose = composePage(optdesk.window)
    await compose.words.fill('Hi {first_name}, we open late.')
    await compose.askToSend()
    await expect(compose.question).toContainText('The line is not open now.')
    await optdesk.window.keyboard.press('Control+Enter')
    await expect(compose.sent).toContainText('3 messages wait for the line')
    await expect(shell(optdesk.window).line).toContainText('3 wait for the line')
  })

  test('nothing is lost when the program is killed', async () => {
    await restartAfterKill()
    await expect(shell(optdesk.window).line).toContainText('Offline since')
    await expect(shell(optdesk.window).line).toContainText('3 wait for the line')
    await shell(optdesk.window).goTo('Messages')
    const messages = messagesPage(optdesk.window)
    await messages.show('Waiting')
    for (const name of [ROSA, OTTO, KWAME]) await expect(messages.waiting.filter({ hasText: name })).toHaveCount(1)
    expect(await textsOfBook()).toEqual([])
  })

  test('the network returns, and each goes out exactly once', async () => {
    await carrierPanel(optdesk.window).set('Network', true)
    await shell(optdesk.window).goTo('Schedule')
    const schedule = schedulePage(optdesk.window)
    await schedule.showBroadcasts()
    await schedule.broadcasts.first().click()
    for (const name of [ROSA, OTTO, KWAME]) await expect(schedule.copyOf(name)).toContainText('Delivered')
    const texts = await textsOfBook()
    expect(texts.map((text) => text.slice(0, text.indexOf(','))).toSorted()).toEqual(['Hi Kwame', 'Hi Otto', 'Hi Rosa'])
    await expect(shell(optdesk.window).line).toHaveText('Online')
  })

  test('an answer that never came is looked up, and the message is not sent again', async () => {
    await carrierPanel(optdesk.window).set('The line breaks before the answer', true)
    await writeTo(optdesk, 'Hannah Weiss', 'Your glasses are here.')
    const bubble = messagesPage(optdesk.window).bubble('Your glasses are here.')
    await expect(bubble).toContainText('Delivered')
    await bubble.getByRole('button', { name: 'Detail' }).click()
    await expect(bubble).toContainText(/Attempt 1.*no answer, so nobody knows/)
    await expect(bubble).not.toContainText('Attempt 2')
    expect((await textsOfBook()).filter((text) => text.startsWith('Your glasses are here.'))).toHaveLength(1)
  })
})

describe('an outcome that nobody can know', () => {
  let optdesk: RunningOptdesk
  let carrier: WireCarrier
  let switches: readonly string[]

  beforeAll(async () => {
    // It dates its records by this computer's clock, which Optdesk does not go by here: they never turn up.
    carrier = await startWireCarrier()
    switches = [`--provider-url=${carrier.url}`]
    optdesk = await startAtOfficeHour({ switches })
  })
  afterAll(async () => {
    await closeForGood(optdesk)
    await carrier.close()
  })

  test('killed while a message is leaving, it is in doubt and does not leave again by itself', async () => {
    carrier.behave('hold')
    await writeTo(optdesk, 'Bao Tran', 'Please bring your card.')
    await expect(messagesPage(optdesk.window).bubble('Please bring your card.')).toContainText('Sending')
    await expect.poll(() => carrier.posts.length).toBe(1)
    await optdesk.kill()
    carrier.release()
    carrier.behave('accept')
    optdesk = await startAtOfficeHour({ userDataDir: optdesk.userDataDir, switches })
    await expect(shell(optdesk.window).line).toContainText('In doubt 1')
    await expect(optdesk.window.getByText('We cannot tell whether one message arrived')).toBeVisible()
    await optdesk.window.getByRole('button', { name: 'Decide' }).click()
    await doubtPage(optdesk.window).row('Bao Tran').click()
    await expect(doubtPage(optdesk.window).detail).toContainText(
      'while it was leaving. The carrier may have it or not.',
    )
  })

  test('a person is asked once the evidence ends, and only a person sends it again', async () => {
    const { detail } = doubtPage(optdesk.window)
    await expect(detail).toContainText('the carrier has no record', EVIDENCE_ENDS)
    expect(carrier.posts).toHaveLength(1)
    await detail.getByRole('button', { name: 'Send again' }).click()
    const question = shell(optdesk.window).dialog('Send it again, though it may have arrived?')
    await expect(question).toContainText('If the first one did arrive, Bao Tran gets it twice.')
    await question.getByRole('button', { name: 'Send again' }).click()
    await detail.getByRole('link', { name: 'Bao Tran' }).click()
    await expect(messagesPage(optdesk.window).bubble('Please bring your card.')).toContainText('Sent')
    expect(carrier.posts).toHaveLength(2)
  })
})

async function writeTo(optdesk: RunningOptdesk, name: string, words: string): Promise<void> {
  await shell(optdesk.window).goTo('Compose')
  const compose = composePage(optdesk.window)
  await compose.choosePerson(name)
  await compose.words.fill(words)
  await compose.send()
  await compose.sent.waitFor()
  await optdesk.window.keyboard.press('Control+Enter')
}
