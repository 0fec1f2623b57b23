import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { checkoutDir } from '../../support/electron-app.ts'
import type { RunningOptdesk } from '../../support/electron-app.ts'
import { filmFile } from '../../support/media-files.ts'
import { posterFile } from '../../support/poster.ts'
import { axeFindings } from '../pages/axe.ts'
import { carrierPanel } from '../pages/carrier-panel.ts'
import { composePage } from '../pages/compose-page.ts'
import { expect } from '../pages/expect.ts'
import { messagesPage } from '../pages/messages-page.ts'
import { ask, closeForGood, openPracticeDesk } from '../pages/practice-desk.ts'
import { schedulePage } from '../pages/schedule-page.ts'
import { shell } from '../pages/shell.ts'
import { KWAME, OTTO, ROSA } from '../pages/small-sheet.ts'

const HANNAH = 'Hannah Weiss'
const POSTER = { name: 'we-moved.jpg', mimeType: 'image/jpeg', buffer: posterFile() }
const FILM = { name: 'tour.mov', mimeType: 'video/quicktime', buffer: Buffer.from(filmFile('qt  ')) }

describe('pictures in messages', () => {
  let optdesk: RunningOptdesk
  const page = () => optdesk.window
  const shot = async (name: string) => {
    const dir = join(checkoutDir, 'out', 'pictures')
    await mkdir(dir, { recursive: true })
    await page().screenshot({ path: join(dir, `${name}.png`) })
  }

  beforeAll(async () => {
    optdesk = await openPracticeDesk()
  })
  afterAll(() => closeForGood(optdesk))

  test('a picture is attached, seen as the phone shows it, and what cannot go says why', async () => {
    await shell(page()).goTo('Compose')
    const compose = composePage(page())
    await compose.choosePerson(HANNAH)
    await compose.attach([POSTER, FILM])
    await expect(compose.attached).toHaveCount(1)
    await expect(compose.attached.first()).toContainText(/we-moved\.jpg\s*\d+ KB/)
    await expect(page().getByRole('alert')).toContainText('tour.mov is a QuickTime film, which no network carries.')
    await expect(compose.preview.getByRole('img', { name: 'Picture we-moved.jpg' })).toBeVisible()
    await expect(compose.check('Picture or file')).toContainText('Will arrive everywhere.')
    await expect(compose.check('Parts and cost')).toContainText('1 picture message')
    await compose.words.fill('We have moved!')
    await compose.attached
      .first()
      .getByRole('textbox', { name: 'What it shows, in words' })
      .fill('A door at 1421 Harbor Avenue')
    await expect(compose.preview).toContainText('We have moved!\nA door at 1421 Harbor Avenue')
    expect(await axeFindings(page())).toEqual([])
    await shot('compose')
  })

  test('it goes to one person and is fetched by the network', async () => {
    const compose = composePage(page())
    await compose.send()
    await compose.sent.waitFor()
    await page().keyboard.press('Control+Enter')
    const bubble = messagesPage(page()).bubble('We have moved!')
    await expect(bubble).toContainText('Delivered')
    await expect(bubble.getByRole('img', { name: 'Picture we-moved.jpg' })).toBeVisible()
    await shot('thread')
    const panel = carrierPanel(page())
    await panel.open()
    const arrived = panel.book.first().getByRole('img', { name: 'Picture as it arrived' })
    await arrived.scrollIntoViewIfNeeded()
    await expect(arrived).toBeVisible()
    await shot('carrier')
    await panel.close()
  })

  test('names hidden at the counter hide pictures too', async () => {
    const picture = messagesPage(page()).bubble('We have moved!').locator('img')
    await page().keyboard.press('Shift+Escape')
    await expect(picture).toBeHidden()
    await page().keyboard.press('Shift+Escape')
    await expect(picture).toBeVisible()
  })

  test('an answer carries a picture that was pasted, and one that was dropped, with the keyboard alone to send it', async () => {
    await carrierPanel(page()).textBack(HANNAH, 'Where is the new door?')
    await messagesPage(page()).bubble('Where is the new door?').waitFor()
    await giveFile(page(), 'paste', '.od-reply textarea')
    const attached = page().getByRole('list', { name: 'Attached' }).getByRole('listitem')
    await expect(attached).toHaveCount(1)
    await shot('reply')
    await attached.getByRole('button', { name: /^Take .* off$/ }).press('Enter')
    await expect(attached).toHaveCount(0)
    await giveFile(page(), 'drop', '.od-reply')
    await expect(attached).toHaveCount(1)
    await page().keyboard.press('Control+Enter')
    await expect(attached).toHaveCount(0)
    await expect(messagesPage(page()).thread.getByRole('article').last()).toContainText('Delivered')
    const { book } = await ask(page(), 'carrier.get', {})
    expect(book[0]).toMatchObject({ text: '', attachments: ['image'] })
  })

  test('to many through a network loss: it waits, says for what, and each gets it once', async () => {
    await carrierPanel(page()).set('Network', false)
    await expect(shell(page()).line).toContainText('Offline since')
    await shell(page()).goTo('Compose')
    const compose = composePage(page())
    for (const name of [ROSA, OTTO, KWAME]) await compose.choosePerson(name)
    await compose.attach([POSTER])
    await compose.words.fill('Hi {first_name}, come and see us.')
    await compose.send()
    await compose.sent.waitFor()
    await page().keyboard.press('Control+Enter')
    const schedule = schedulePage(page())
    await expect(schedule.copyOf(OTTO)).toContainText('its picture is put online first')
    await shot('waiting')
    await optdesk.kill()
    optdesk = await openPracticeDesk({ userDataDir: optdesk.userDataDir })
    await carrierPanel(page()).set('Network', true)
    await shell(page()).goTo('Schedule')
    await schedulePage(page()).showBroadcasts()
    await schedulePage(page()).broadcasts.first().click()
    for (const name of [ROSA, OTTO, KWAME]) {
      await expect(schedulePage(page()).copyOf(name)).toContainText('Delivered', { timeout: 30_000 })
    }
    await expect(page().getByRole('img', { name: 'Picture we-moved.jpg' })).toBeVisible()
    await shot('broadcast')
    const { book } = await ask(page(), 'carrier.get', {})
    expect(book.filter(({ text }) => text.includes('come and see us')).map(({ attachments }) => attachments)).toEqual([
      ['image'],
      ['image'],
      ['image'],
    ])
  })

  test('settings say how large a message may be', async () => {
    await shell(page()).goTo('Settings')
    await page().getByRole('radio', { name: '300 KB' }).press('Space')
    await expect(page().getByText('Arrives everywhere, on old phones too')).toBeVisible()
    expect(await axeFindings(page())).toEqual([])
    await page().getByRole('radio', { name: '300 KB' }).scrollIntoViewIfNeeded()
    await shot('settings')
    await ask(page(), 'preferences.update', { language: 'es', theme: 'dark' })
    await page().getByRole('link', { name: 'Redactar' }).click()
    // Settings has a file field, too.
    await shell(page()).title('Redactar').waitFor()
    await composePage(page()).attach([POSTER])
    await page().getByRole('list', { name: 'Adjuntos' }).waitFor()
    await shot('spanish')
  })
})

/** Gives the page a file as the clipboard or a hand with a mouse does. */
async function giveFile(window: RunningOptdesk['window'], how: 'paste' | 'drop', at: string): Promise<void> {
  const base64 = posterFile().toString('base64')
  await window.locator(at).evaluate(
    (element, given) => {
      const bytes = Uint8Array.from(atob(given.base64), (char) => char.charCodeAt(0))
      const files = new DataTransfer()
      files.items.add(new File([bytes], 'poster.jpg', { type: 'image/jpeg' }))
      const event =
        given.how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: files, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true })
      element.dispatchEvent(event)
    },
    { base64, how },
  )
}
