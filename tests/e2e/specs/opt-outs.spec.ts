import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type RunningOptdesk } from '../../support/electron-app.ts'
import { pngFile } from '../../support/form-files.ts'
import { carrierPanel } from '../pages/carrier-panel.ts'
import { expect } from '../pages/expect.ts'
import { formCheck } from '../pages/form-check.ts'
import { formsPage } from '../pages/forms-page.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { peoplePage } from '../pages/people-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { shell } from '../pages/shell.ts'
import { stopDialog, stopSettings } from '../pages/stop-pages.ts'
import { samplePath } from '../../support/sample-path.ts'

const HANNAH = 'Hannah Weiss'
const HANNAHS_NUMBER = '+12065550112'
const MEI = 'Mei-Ling Zhao'
const DMITRI = 'Dmitri Volkov'
const DMITRIS_NUMBER = '+14255550119'

let optdesk: RunningOptdesk

beforeAll(async () => {
  optdesk = await openPracticeDesk()
})
afterAll(() => closeForGood(optdesk))

describe('a stop by letter', () => {
  test('is noted with the keyboard from anywhere, by the number alone', async () => {
    await optdesk.window.keyboard.press('s')
    const dialog = stopDialog(optdesk.window, 'Somebody said stop')
    await dialog.number.fill('4255550114')
    await expect(dialog.frame).toContainText(MEI)
    await dialog.way('By letter').press('Space')
    await dialog.addPicture('letter.png', Buffer.from(await pngFile()))
    await expect(dialog.frame).toContainText('letter.png')
    await dialog.words.fill('Please, no more texts to me.')
    await optdesk.window.keyboard.press('Control+Enter')
    await expect(shell(optdesk.window).toast('Noted. Nothing was waiting for this number.')).toBeVisible()
  })

  test('stands with its proof on the person’s page, and says how it is undone', async () => {
    await shell(optdesk.window).goTo('People')
    const { open, story } = peoplePage(optdesk.window)
    await open(MEI)
    await expect(story).toContainText(/Said stop on .* by letter\. To undo that, the owner signs a new form and then/)
    await expect(story).toContainText('Please, no more texts to me.')
    await expect(story).toContainText(/Honored at once; the law allows until/)
    await story.getByRole('button', { name: 'Look at the proof' }).click()
    await expect(optdesk.window.getByRole('dialog').getByRole('img')).toBeVisible()
    await optdesk.window.keyboard.press('Escape')
  })
})

test('while a form is checked S is about the number that was read from it; without one it asks which', async () => {
  const { window } = optdesk
  await shell(window).goTo('Forms')
  await formsPage(window).addFiles([samplePath('okafor-flatbed.jpg')])
  await formsPage(window).row('okafor-flatbed.jpg').click()
  const check = formCheck(window)
  await check.phone.waitFor()
  await window.getByRole('main').focus()
  await window.keyboard.press('s')
  await expect(stopDialog(window, 'Somebody said stop').number).toBeFocused()
  await window.keyboard.press('Escape')
  await check.phone.fill('206 555 0142')
  await window.getByRole('radiogroup', { name: /Already known/ }).waitFor()
  await window.getByRole('main').focus()
  await window.keyboard.press('s')
  await expect(stopDialog(window, 'Somebody said stop').frame).toContainText('It is about (206) 555-0142.')
  await window.keyboard.press('Escape')
})

describe('an office that lets STOP end one kind of text', () => {
  test('chooses so in Settings, and hears until when', async () => {
    await shell(optdesk.window).goTo('Settings')
    const settings = stopSettings(optdesk.window)
    await settings.ends('That kind of text').press('Space')
    await expect(settings.ends('That kind of text')).toBeChecked()
    await expect(settings.part).toContainText('Allowed until Jan 31, 2027')
  })

  test('a STOP to an offer ends offers, and care texts still go', async () => {
    await sendTo(optdesk, HANNAHS_NUMBER, 'marketing', 'Flu shots are $20 this week. Reply STOP to end.')
    await carrierPanel(optdesk.window).textBack(HANNAH, 'STOP')
    await shell(optdesk.window).goTo('People')
    const { open, story } = peoplePage(optdesk.window)
    await open(HANNAH)
    await expect(story).toContainText(/May get care texts\..* Stopped offers on .* by text\./)
    await sendTo(optdesk, HANNAHS_NUMBER, 'care', 'See you on Tuesday.')
    const { book } = await ask(optdesk.window, 'carrier.get', {})
    expect(book.filter(({ to }) => to === HANNAHS_NUMBER).map(({ text }) => text)).toEqual([
      'See you on Tuesday.',
      'Harborview Family Clinic: You will get no more offers from us. Reply STOPALL to end all our texts.',
      'Flu shots are $20 this week. Reply STOP to end.',
    ])
  })
})

test('a wrong number is decided by one key, and waits on Today to be corrected', async () => {
  await ask(optdesk.window, 'carrier.reply', { e164: DMITRIS_NUMBER, body: 'Wrong number, sorry' })
  await shell(optdesk.window).goTo('Today')
  await optdesk.window.getByRole('button', { name: 'Decide' }).click()
  const { thread } = messagesPage(optdesk.window)
  await expect(thread).toContainText('Is this the wrong number?')
  await optdesk.window.keyboard.press('w')
  await expect(thread).toContainText(/Decided: a stop.*by Elena Marsh/)
  await shell(optdesk.window).goTo('Today')
  await optdesk.window.getByRole('button', { name: 'Correct' }).click()
  const { story } = peoplePage(optdesk.window)
  await expect(story.getByRole('heading', { level: 2, name: DMITRI })).toBeVisible()
  await story.getByRole('button', { name: 'Take it off this person' }).click()
  await expect(story).toContainText('No mobile number yet')
})

async function sendTo(desk: RunningOptdesk, e164: string, purpose: 'care' | 'marketing', body: string): Promise<void> {
  const letter = {
    e164,
    personId: null,
    purpose,
    emergencyReason: null,
    body,
    whenMs: null,
    onceKey: `press of ${body}`,
  }
  const { deliveryId: id } = await ask(desk.window, 'messages.send', letter)
  await expect
    .poll(async () => (await ask(desk.window, 'deliveries.get', { id })).state, { timeout: 20_000 })
    .toBe('delivered')
}

test('the list of those who said stop is brought in after a look, and saved as a file', async () => {
  await shell(optdesk.window).goTo('Settings')
  const settings = stopSettings(optdesk.window)
  const list = 'Phone\n(206) 555-0177\n(206) 555-0178\nnone\n'
  await settings.bringIn('stops.csv', Buffer.from(list))
  const dialog = shell(optdesk.window).dialog('stops.csv')
  await expect(dialog).toContainText('2 numbers are new')
  await expect(dialog).toContainText('Row 4: none')
  await dialog.getByRole('button', { name: 'Stop 2 numbers' }).click()
  await expect(shell(optdesk.window).toast('2 numbers are stopped.')).toBeVisible()
  const file = join(optdesk.userDataDir, 'saved.csv')
  await saveDownloadsAs(optdesk, file)
  await settings.part.getByRole('button', { name: 'Save our list' }).click()
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('(206) 555-0178')
})

/** Answers the system's question where a file should go. */
async function saveDownloadsAs({ app }: RunningOptdesk, file: string): Promise<void> {
  await app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path))
  }, file)
}
